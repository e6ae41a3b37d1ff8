using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>
/// The quarterly exchange under section 17A of the Crime and Disorder Act 1998 and SI 2007/1831: each relevant authority that holds information
/// of a prescribed description discloses it, de-personalised, to the others for each consecutive three months from 1 July 2007.
/// </summary>
public static class StatutoryExchange
{
    /// <summary>The first information period: July to September 2007 (regulation 3).</summary>
    public static readonly Period First = new(PeriodKind.Quarter, new Month(2007, 9));

    /// <summary>The last day in time: the end of the next information period (regulation 3(1)).</summary>
    public static DateOnly DueDay(Period quarter) => quarter.Last.Plus(3).LastDay;

    /// <summary>The information period that holds a day.</summary>
    public static Period QuarterOf(DateOnly day) => new(PeriodKind.Quarter, Month.Of(day) is var m ? m.Plus(2 - ((m.Number - 1) % 3)) : default);

    /// <summary>The newest information period that has ended on a day; the first one before any has.</summary>
    public static Period NewestEnded(DateOnly day)
    {
        var now = QuarterOf(day);
        var before = now with { Last = now.Last.Plus(-3) };
        return before.Last < First.Last ? First : before;
    }

    /// <summary>The information periods from the first to the one given, newest first.</summary>
    public static IEnumerable<Period> Back(Period from)
    {
        for (var last = from.Last; last >= First.Last; last = last.Plus(-3))
            yield return new Period(PeriodKind.Quarter, last);
    }

    /// <summary>Who owes what for a quarter, by set and provider. Where a provider has ended by the quarter's last day, those that followed it are asked, and it is said that this is not certain.</summary>
    public static IReadOnlyList<StatutoryReturn> Of(Pack pack, Period quarter, IReadOnlyList<ReturnStep> steps)
    {
        var bodies = new Bodies(pack.Organisations);
        return
        [
            .. pack.PrescribedProviders
                .Where(p => p.From <= quarter.End && p.To >= quarter.End)
                .SelectMany(p => bodies.InPlaceOf(p.Organisation, quarter.End).Select(now => (Provider: p, Now: now)))
                .DistinctBy(p => (p.Provider.Set, p.Now.Id))
                .Join(pack.PrescribedSets, p => p.Provider.Set, s => s.Number, (p, set) => One(set, p.Provider, p.Now, quarter, bodies, steps))
                .OrderBy(r => r.Set.Number).ThenBy(r => r.Provider.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static StatutoryReturn One(PrescribedSet set, PrescribedProvider named, Organisation now, Period quarter, Bodies bodies, IReadOnlyList<ReturnStep> steps)
    {
        var followed = now.Id != named.Organisation;
        return new StatutoryReturn
        {
            Set = set,
            Provider = now,
            NamedProvider = bodies.Name(named.Organisation),
            Quarter = quarter,
            Certain = named.Certain && !followed,
            Note = followed ? $"In place of {bodies.Name(named.Organisation)}. {named.Note}".Trim() : named.Note,
            Steps = [.. steps.Where(s => s.Set == set.Number && s.Organisation == now.Id && s.Quarter == quarter.Last)],
        };
    }
}
