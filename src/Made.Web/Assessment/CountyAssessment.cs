using Made.Core.Assessment;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.GoldenThread;

namespace Made.Web.Assessment;

/// <summary>The areas' rankings of one cycle put together, beside what was chosen.</summary>
public sealed record CountyAssessment
{
    public required Area Whole { get; init; }

    public required string Cycle { get; init; }

    public required IReadOnlyList<string> Cycles { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Each CSP with its ranking of the cycle, by name; null where it has none.</summary>
    public required IReadOnlyList<(Area Area, ThreadHistory? Ranking, int Priorities)> Areas { get; init; }

    /// <summary>Null where no area has a ranking, or too many issues are listed.</summary>
    public required CountyRanking? Ranking { get; init; }

    /// <summary>Why there is none.</summary>
    public required string WhyNot { get; init; }

    public required IReadOnlyList<ThreadHistory> Decisions { get; init; }

    public required IReadOnlyList<ThreadHistory> Priorities { get; init; }

    /// <summary>The mid-years that residents are counted at; empty where some area has no figure.</summary>
    public required string Residents { get; init; }

    public string Sentence
    {
        get
        {
            if (Ranking is not { } r)
                return WhyNot;
            var (borda, kemeny) = (FirstOf(r, r.Equal.Borda), Firsts(r));
            var counted = $"of {Areas.Count(a => a.Ranking is not null)} partnerships";
            return borda == kemeny ? $"{borda} stands first in the rankings {counted}, by points and by pairs."
                : $"By points {borda.ToLowerInvariant()} stands first in the rankings {counted}, by pairs {kemeny.ToLowerInvariant()}.";
        }
    }

    /// <summary>What Kemeny's order says and how sure it is.</summary>
    public string Pairs => Ranking is not { } r ? "" : r.Equal.Kemeny.Count == 1
        ? "One order is best by pairs (Kemeny)."
        : $"{r.Equal.Kemeny.Count} orders are equally good by pairs (Kemeny): the places that differ between them are tied.";

    public Table Table => new()
    {
        Name = "county-ranking",
        Title = $"Issues of {Whole.Name} by the rankings of its partnerships, {Cycle}",
        Columns = [new("Issue"), new("Partnerships that list it"), new("Points (Borda)"), new("Place by pairs (Kemeny)"), new("Points by residents"), new("Place by pairs, by residents")],
        Rows = Ranking is not { } r ? [] : Enumerable.Range(0, r.Issues.Count).OrderByDescending(i => r.Equal.Borda[i]).Select(i => (IReadOnlyList<Cell>)
        [
            Cell.Of(Vocabulary.Title(r.Issues[i]), ThreadWords.Href(ThreadPoint.OfIssue(r.Issues[i]))), Cell.Of(r.TimesListed[i]),
            Cell.Of(AssessmentTables.Number(r.Equal.Borda[i])), Cell.Of(Places(r.Equal, i)),
            Cell.Of(r.ByResidents is { } w ? w.Borda[i].ToString("#,0.#", System.Globalization.CultureInfo.InvariantCulture) : "cannot be calculated"),
            Cell.Of(r.ByResidents is { } v ? Places(v, i) : "cannot be calculated"),
        ]),
    };

    /// <summary>Every best order, the first place first.</summary>
    public IReadOnlyList<string> Orders => Ranking is not { } r ? [] :
        [.. r.Equal.Kemeny.Rankings.Select(o => string.Join(", ", r.Issues.Select((issue, i) => (issue, Rank: o[i])).OrderBy(p => p.Rank).Select(p => Vocabulary.Title(p.issue))))];

    public static async Task<CountyAssessment?> OfAsync(Partnership partnership, string? cycle)
    {
        var (thread, pack, today) = (partnership.Records.Thread, partnership.Pack, partnership.Today);
        var whole = WholeOf(partnership);
        var rankings = await thread.All(ThreadKind.Ranking);
        var priorities = await thread.All(ThreadKind.Priority);
        var decisions = await thread.All(ThreadKind.Decision, whole.Code);
        var cycles = rankings.Select(r => ((ThreadContent.Ranking)r.Newest.Content).Cycle).Concat(pack.Matrices.Where(m => m.From <= today && today <= m.To).Select(m => m.Cycle))
            .Distinct().OrderDescending(StringComparer.Ordinal).ToList();
        var shown = cycle ?? rankings.Select(r => ((ThreadContent.Ranking)r.Newest.Content).Cycle).OrderDescending(StringComparer.Ordinal).FirstOrDefault() ?? cycles.FirstOrDefault() ?? "";
        if (shown.Length > 0 && !cycles.Contains(shown))
            return null;
        var ofCycle = rankings.Where(r => ((ThreadContent.Ranking)r.Newest.Content).Cycle == shown).ToDictionary(r => r.Newest.Area);
        var csps = partnership.Areas.At(AreaLevel.Csp, Month.Of(today)).Concat(ofCycle.Keys.Select(k => partnership.Areas.TryFind(k, out var a) ? a : null).OfType<Area>())
            .DistinctBy(a => a.Code).OrderBy(a => a.Name, StringComparer.Ordinal).ToList();
        var period = new Period(PeriodKind.Month, Month.Of(ofCycle.Values.Select(r => r.Newest.Day).DefaultIfEmpty(today).Max()));
        var residents = csps.Where(c => ofCycle.ContainsKey(c.Code)).ToDictionary(c => c.Code, c => partnership.Register?.Population.For(c.Code, period));
        var counted = CountyRanking.Of([.. csps.Where(c => ofCycle.ContainsKey(c.Code))
            .Select(c => new AreaBallot(c.Code, (ThreadContent.Ranking)ofCycle[c.Code].Newest.Content, residents[c.Code] is { } r ? (decimal)r.Residents : null))]);
        var found = counted.Succeeded(out var ranking, out var problem);
        return new()
        {
            Whole = whole,
            Cycle = shown,
            Cycles = cycles,
            Vocabulary = pack.Vocabulary,
            Areas = [.. csps.Select(c => (c, ofCycle.GetValueOrDefault(c.Code), priorities.Count(p => p.Newest.Area == c.Code && ((ThreadContent.Priority)p.Newest.Content).Cycle == shown)))],
            Ranking = found ? ranking : null,
            WhyNot = found ? "" : ofCycle.Count == 0 ? "No partnership has agreed a ranking for this cycle yet." : $"{problem!.Message} {problem.Remedy}",
            Decisions = [.. decisions.Where(d => ((ThreadContent.Decision)d.Newest.Content).Cycle == shown)],
            Priorities = [.. priorities.Where(p => p.Newest.IsWhole && ((ThreadContent.Priority)p.Newest.Content).Cycle == shown).OrderBy(p => ((ThreadContent.Priority)p.Newest.Content).Position)],
            Residents = residents.Count > 0 && residents.Values.All(r => r is not null) ? string.Join(" and ", residents.Values.Select(r => r!.Value.Year).Distinct().Order().Select(y => $"mid-{y}")) : "",
        };
    }

    /// <summary>The area of the whole partnership: the widest below the force.</summary>
    public static Area WholeOf(Partnership partnership) => partnership.Pack.Areas.Where(a => a.Level is AreaLevel.Pan or AreaLevel.County or AreaLevel.Force)
        .OrderBy(a => a.Level switch { AreaLevel.Pan => 0, AreaLevel.County => 1, _ => 2 }).ThenBy(a => a.Code).First();

    private static string Places(Aggregate aggregate, int issue)
    {
        var places = aggregate.Kemeny.Rankings.Select(o => o[issue]).Distinct().Order().ToList();
        return string.Join(" or ", places);
    }

    private string FirstOf(CountyRanking r, IReadOnlyList<decimal> points) => Vocabulary.Title(r.Issues[Enumerable.Range(0, points.Count).MaxBy(i => points[i])]);

    private string Firsts(CountyRanking r) =>
        string.Join(" or ", r.Equal.Kemeny.Rankings.Select(o => r.Issues[Enumerable.Range(0, o.Count).First(i => o[i] == 1)]).Distinct().Select(Vocabulary.Title));
}
