using System.Globalization;
using Made.Core;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Methods;

namespace Made.Web.Assessment;

/// <summary>Scores as a file, both ways: what is taken away can be changed and sent back in the same columns.</summary>
internal static class ScoreFiles
{
    public const int MostBytes = 512 * 1024;
    private static readonly string[] Columns = ["area", "cycle", "issue", "scorer", "moderated", "confidence", "day", "criterion", "value", "evidence", "note"];

    public static void MapScoreFiles(this WebApplication app) => app.MapGet("/assessment/{gss}/scores.{kind:regex(^(csv|xlsx|ods)$)}", FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(Partnership partnership, string gss, string kind, string? cycle)
    {
        if (await AreaAssessment.OfAsync(partnership, gss, cycle) is not { } a)
            return Results.NotFound();
        var origin = new Origin("scores entered by the partners", a.Cycle, LondonTime.Day(partnership.Today), "OFFICIAL", partnership.Pack.Synthetic);
        return FileAnswers.Sheet(Workbook.Of(Table(a), origin, $"Scores of {a.Area.Name}, one row for each criterion. Change or add rows and send the CSV back on the area's page.", []), kind, $"scores-{a.Area.Code}-{a.Cycle}");
    }

    public static Table Table(AreaAssessment a) => new()
    {
        Name = "scores",
        Title = $"Scores of {a.Area.Name}, {a.Cycle}",
        Columns = [.. Columns.Select(c => new Column(c))],
        Rows = a.Scores.Select(s => (Entry: s.Newest, Score: (ThreadContent.Score)s.Newest.Content)).SelectMany(s => s.Score.Values.Select(v => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Area.Code.Value), Cell.Of(a.Cycle), Cell.Of(s.Score.Issue), Cell.Of(s.Score.Scorer), Cell.Of(s.Score.IsModerated ? "yes" : "no"),
            Cell.Of(s.Score.Confidence.ToString().ToLowerInvariant()), Cell.Of(s.Entry.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), Cell.Of(v.Key),
            Cell.Of(v.Value.ToString(CultureInfo.InvariantCulture)), Cell.Of(string.Join('|', s.Score.Evidence)), Cell.Of(s.Score.Note),
        ])),
    };

    /// <summary>The scores that a file changes: all of its rows, or the first thing that is wrong with it and nothing.</summary>
    public static Outcome<IReadOnlyList<ThreadEntry>> Read(string file, byte[] bytes, AreaAssessment a, DateOnly today)
    {
        if (a.Matrix is not { } matrix)
            return Core.Assessment.Problems.NoMatrix(today);
        if (bytes.Length > MostBytes)
            return Methods.Problems.File(file, $"it has more than {MostBytes / 1024} KB");
        var faults = new InputFaults();
        var table = InputRows.Read(file, bytes, Columns, faults);
        if (faults.Any)
            return faults.Together();
        var (days, values, cells) = (table.Dates("day"), table.Numbers("value"), Columns.ToDictionary(c => c, table.TextsOrGaps, StringComparer.Ordinal));
        if (faults.Any)
            return faults.Together();
        for (var i = 0; i < table.Count; i++)
            if (Fault(i, cells, values[i], days[i], a, today) is { } problem)
                return problem;
        var entries = Enumerable.Range(0, table.Count)
            .GroupBy(i => (Issue: cells["issue"][i], Scorer: cells["scorer"][i], Moderated: cells["moderated"][i] == "yes"))
            .Select(g => (Row: g.First() + 2, Entry: Entry([.. g], cells, values, days, a, matrix))).ToList();
        foreach (var (row, entry) in entries)
            if (ScoreRules.Broken((ThreadContent.Score)entry.Content, matrix, a.Vocabulary, entry.Day) is [var (field, why), ..])
                return Core.Assessment.Problems.Row(row, field, why);
        return entries.ConvertAll(e => e.Entry).Where(e => !IsKept(e, a)).ToList();
    }

    private static Problem? Fault(int i, Dictionary<string, string[]> cells, double value, DateOnly day, AreaAssessment a, DateOnly today) =>
        cells["area"][i] != a.Area.Code.Value ? Core.Assessment.Problems.OtherArea(i + 2, cells["area"][i], a.Area)
        : cells["cycle"][i] != a.Cycle ? Core.Assessment.Problems.Row(i + 2, "cycle", $"'{cells["cycle"][i]}' is not {a.Cycle}")
        : day > today ? Core.Assessment.Problems.Row(i + 2, "day", "it has not come yet")
        : cells["moderated"][i] is not ("yes" or "no") ? Core.Assessment.Problems.Row(i + 2, "moderated", $"'{cells["moderated"][i]}' is neither yes nor no")
        : !Enum.TryParse<Confidence>(cells["confidence"][i], ignoreCase: true, out _) ? Core.Assessment.Problems.Row(i + 2, "confidence", $"'{cells["confidence"][i]}' is not one of low, medium, high")
        : Math.Floor(value) != value || Math.Abs(value) > 1_000 ? Core.Assessment.Problems.Row(i + 2, "value", "it is not a whole number")
        : Evidence(cells["evidence"][i]).FirstOrDefault(e => !new ThreadPoint(ThreadKind.Measure, e).IsMeasure(out _, out var area, out _) || area != a.Area.Code) is { } wrong
            ? Core.Assessment.Problems.Row(i + 2, "evidence", $"'{wrong}' is no measure of this area (indicator.area.period)")
        : null;

    private static ThreadEntry Entry(IReadOnlyList<int> rows, Dictionary<string, string[]> cells, double[] values, DateOnly[] days, AreaAssessment a, RankingMatrix matrix)
    {
        var first = rows[0];
        return ScoreEntry.Of(a, new ThreadContent.Score
        {
            Issue = cells["issue"][first],
            Matrix = matrix.Id,
            Cycle = a.Cycle,
            Scorer = cells["scorer"][first],
            IsModerated = cells["moderated"][first] == "yes",
            Confidence = Enum.Parse<Confidence>(cells["confidence"][first], ignoreCase: true),
            Values = rows.DistinctBy(i => cells["criterion"][i]).ToDictionary(i => cells["criterion"][i], i => (int)values[i], StringComparer.Ordinal),
            Evidence = [.. rows.SelectMany(i => Evidence(cells["evidence"][i])).Distinct()],
            Note = string.Join(' ', rows.Select(i => cells["note"][i]).Where(n => n.Length > 0).Distinct()),
        }, rows.Max(i => days[i]));
    }

    private static string[] Evidence(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // What comes back unchanged is no news.
    private static bool IsKept(ThreadEntry entry, AreaAssessment a) =>
        a.Scores.FirstOrDefault(s => s.Point == entry.Point)?.Newest is { } held && held.Day == entry.Day && ScoreEntry.Same((ThreadContent.Score)held.Content, (ThreadContent.Score)entry.Content);
}

/// <summary>Makes the entry of a score.</summary>
internal static class ScoreEntry
{
    public static ThreadEntry Of(AreaAssessment a, ThreadContent.Score score, DateOnly day) => new()
    {
        Point = AreaRanking.PointOf(a.Area.Code, a.Cycle, score.Issue, score.Scorer, score.IsModerated),
        Area = a.Area.Code,
        Title = $"{a.Vocabulary.Title(score.Issue)}, scored by {score.Scorer}",
        Day = day,
        Source = "Entered on the assessment page",
        Content = score,
    };

    public static bool Same(ThreadContent.Score one, ThreadContent.Score other) =>
        one.Confidence == other.Confidence && one.Note == other.Note && one.Matrix == other.Matrix && one.Evidence.SequenceEqual(other.Evidence)
        && one.Values.OrderBy(v => v.Key, StringComparer.Ordinal).SequenceEqual(other.Values.OrderBy(v => v.Key, StringComparer.Ordinal));
}
