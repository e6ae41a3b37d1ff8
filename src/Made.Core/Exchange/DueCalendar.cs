using Made.Core.Calendar;

namespace Made.Core.Exchange;

/// <summary>How one return stands that a supplier owes.</summary>
public enum DueState
{
    Received,

    /// <summary>Its supplier stated that there was nothing to report.</summary>
    Nil,

    /// <summary>A part of it is held; the whole is still owed.</summary>
    Provisional,
    ToCome,
    Late,
}

/// <summary>One return that a supplier owes: a dataset, the months it stands for, and its last day in time.</summary>
public sealed record DueReturn(DatasetDefinition Dataset, Month First, Month Last, DateOnly Day, DueState State)
{
    /// <summary>Days before its last day at which its supplier is reminded.</summary>
    public const int RemindedBefore = 7;

    public string Period => First == Last ? First.Name : $"{First.Name} to {Last.Name}";

    public bool IsOwed => State is DueState.Provisional or DueState.ToCome or DueState.Late;

    /// <summary>True from a week before its last day until it is received, once its months are over.</summary>
    public bool IsRemindedOn(DateOnly today) => IsOwed && today >= Day.AddDays(-RemindedBefore) && !PartMonth.IsOpen(Last, today);
}

/// <summary>What suppliers owe, by day.</summary>
public static class DueCalendar
{
    private const int MonthsBack = 6;
    private const int MonthsAhead = 6;

    /// <summary>Every return that falls due between half a year ago and half a year from now, and every earlier one that is late; open datasets are owed by nobody.</summary>
    public static IReadOnlyList<DueReturn> Of(IEnumerable<DatasetDefinition> datasets, IReadOnlyList<Supply> current, DateOnly today) =>
    [
        .. datasets.Where(d => !d.Open).SelectMany(d => Returns(d, [.. current.Where(s => s.Dataset == d.Id)], today))
            .Where(r => r.State == DueState.Late || (r.Day >= today.AddMonths(-MonthsBack) && r.Day <= today.AddMonths(MonthsAhead)))
            .OrderBy(r => r.Day).ThenBy(r => r.Dataset.Title, StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<DueReturn> Returns(DatasetDefinition dataset, List<Supply> held, DateOnly today)
    {
        for (var last = Dues.PeriodEnd(dataset, dataset.OwedFrom); Dues.DueDay(dataset, last) <= today.AddMonths(MonthsAhead); last = last.Plus(dataset.FrequencyMonths))
        {
            var start = last.Plus(1 - dataset.FrequencyMonths);
            var first = start < dataset.OwedFrom ? dataset.OwedFrom : start;
            var covering = held.FindAll(s => s.First <= last && s.Last >= first);
            var whole = Month.Range(first, last).All(m => covering.Exists(s => s.First <= m && s.Last >= m));
            var day = Dues.DueDay(dataset, last);
            var state = whole && !covering.Exists(s => s.IsProvisional) ? covering.TrueForAll(s => s.IsNil) ? DueState.Nil : DueState.Received
                : today > day ? DueState.Late
                : covering.Count > 0 ? DueState.Provisional : DueState.ToCome;
            yield return new DueReturn(dataset, first, last, day, state);
        }
    }
}
