using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Exchange;

/// <summary>One dataset on the exchange page: what is held, what is missing in between, what comes next.</summary>
public sealed record DatasetStanding(string Id, string Title, string Supplier, string Held, string Missing, string Next, bool Late)
{
    public static IReadOnlyList<DatasetStanding> Of(Pack pack, IReadOnlyList<Supply> current, DateOnly today) =>
        [.. pack.Datasets.Select(d => One(pack, d, [.. current.Where(s => s.Dataset == d.Id)], today))];

    private static DatasetStanding One(Pack pack, DatasetDefinition dataset, List<Supply> current, DateOnly today)
    {
        var supplier = pack.Organisations.FirstOrDefault(o => o.Id == dataset.Supplier)?.Name ?? dataset.Supplier;
        var held = current.SelectMany(s => Month.Range(s.First, s.Last)).Distinct().Order().ToList();
        if (held.Count == 0)
            return new(dataset.Id, dataset.Title, supplier, dataset.Open ? "not loaded here" : "nothing yet", "", Due(dataset, Month.Of(today).Plus(-1), today), IsLate(dataset, Month.Of(today).Plus(-2), today));
        var missing = Month.Range(held[0], held[^1]).Except(held).ToList();
        // The whole of a part is still owed: it comes first.
        var part = current.Where(s => s.IsProvisional).Select(s => (Month?)s.Last).Min();
        var next = part ?? held[^1].Plus(1);
        return new(
            dataset.Id, dataset.Title, supplier,
            $"{(held.Count == 1 ? held[0].Name : $"{held.Count} months, {held[0].Name} to {held[^1].Name}")}{(part is { } p ? $"; {p.Name} is provisional" : "")}",
            Runs(missing), Due(dataset, next, today), IsLate(dataset, next, today) || (!dataset.Open && missing.Count > 0));
    }

    private static bool IsLate(DatasetDefinition dataset, Month month, DateOnly today) =>
        Dues.WhyMissing(dataset, month, today) == Absence.NotSupplied;

    private static string Due(DatasetDefinition dataset, Month month, DateOnly today) => Dues.WhyMissing(dataset, month, today) switch
    {
        Absence.NotSupplied => $"{month.Name} was due on {LondonTime.Day(Dues.DueDay(dataset, month))}",
        Absence.NotYetDue => $"{month.Name} is due on {LondonTime.Day(Dues.DueDay(dataset, month))}",
        Absence.NotLoaded => $"{month.Name} can be fetched from the publisher",
        _ => "",
    };

    /// <summary>"March 2019 to November 2019, June 2020".</summary>
    private static string Runs(List<Month> months)
    {
        var runs = new List<string>();
        for (var i = 0; i < months.Count;)
        {
            var end = i;
            while (end + 1 < months.Count && months[end + 1] == months[end].Plus(1))
                end++;
            runs.Add(i == end ? months[i].Name : $"{months[i].Name} to {months[end].Name}");
            i = end + 1;
        }
        return runs.Count == 0 ? "none" : string.Join(", ", runs);
    }
}
