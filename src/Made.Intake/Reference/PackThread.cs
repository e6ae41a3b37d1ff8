using Made.Core;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;

namespace Made.Intake.Reference;

/// <summary>What packs say of the golden thread: tables of the vocabulary, of scores, rankings and priorities; JSON for matrices and for everything with more to say.</summary>
internal sealed class PackThread(List<Problem> problems)
{
    private readonly List<ScoreLine> scores = [];
    private readonly List<PlaceLine> places = [];
    private readonly List<PriorityLine> priorities = [];
    private readonly List<ThreadFile> files = [];

    public OrderedDictionary<string, Issue> Issues { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<(string Wording, string Issue), Synonym> Synonyms { get; } = [];

    public OrderedDictionary<string, RankingMatrix> Matrices { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, ExceptionRule> Rules { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, EscalationLevel> Levels { get; } = new(StringComparer.Ordinal);

    public void ReadFolder(string folder)
    {
        Each(folder, "escalation.csv", ["level", "days", "body", "source"], ReadLevel);
        Each(folder, "exception-rules.csv", ["indicator", "direction", "source"], ReadRule);
        Each(folder, "issues.csv", ["id", "title", "kind", "definition", "indicators", "from", "to", "source"], ReadIssue);
        Each(folder, "synonyms.csv", ["wording", "issue", "from", "to", "source"], ReadSynonym);
        Each(folder, "scores.csv", ["area", "cycle", "issue", "scorer", "moderated", "confidence", "day", "criterion", "value", "evidence", "note", "source"], ReadScore);
        Each(folder, "rankings.csv", ["area", "cycle", "day", "position", "wording", "basis", "source"], t => places.Add(new(
            t.Here(), Area(t), t.Required("cycle"), t.Date("day", DateOnly.MaxValue), t.Whole("position", 1, 1_000), t.Required("wording"), t.Required("basis"), t.Text("source"))));
        Each(folder, "priorities.csv", ["area", "cycle", "day", "position", "wording", "reason", "decision", "source"], t => priorities.Add(new(
            t.Here(), Area(t), t.Required("cycle"), t.Date("day", DateOnly.MaxValue), t.Whole("position", 1, 1_000), t.Required("wording"), t.Required("reason"), t.Text("decision"), t.Text("source"))));
        foreach (var matrix in PackJson.Read<List<RankingMatrix>>(folder, "ranking-matrices.json", problems) ?? [])
            Matrices[matrix.Id] = matrix;
        if (PackJson.Read<ThreadFile>(folder, "thread.json", problems) is { } file)
            files.Add(file);
    }

    /// <summary>Every entry, each after what it rests on as far as the kinds say so.</summary>
    public IReadOnlyList<PackThreadEntry> Entries(IReadOnlyList<Area> areas)
    {
        var levels = areas.ToDictionary(a => a.Code, a => a);
        var vocabulary = new Vocabulary([.. Issues.Values], [.. Synonyms.Values]);
        var kept = scores.GroupBy(s => s.Id).Select(g => Score([.. g])).ToList();
        var rankings = places.GroupBy(p => (p.Area, p.Cycle)).Select(g => Ranking([.. g], vocabulary, levels)).ToList();
        var local = priorities.Where(p => !IsWhole(p.Area, levels)).Select(p => Priority(p, vocabulary, rankings, [], false)).ToList();
        var whole = priorities.Where(p => IsWhole(p.Area, levels)).Select(p => Priority(p, vocabulary, rankings, local, true)).ToList();
        return [.. kept, .. rankings, .. local, .. whole, .. files.SelectMany(f => f.Entries(levels))];
    }

    private static bool IsWhole(AreaCode area, Dictionary<AreaCode, Area> areas) =>
        areas.TryGetValue(area, out var found) && found.Level is not (AreaLevel.District or AreaLevel.Csp);

    private void ReadIssue(PackTable t)
    {
        var id = t.Required("id");
        var (from, to) = t.Dates();
        if (!Enum.TryParse<IssueKind>(t.Text("kind"), ignoreCase: true, out var kind))
            t.Wrong("kind", $"'{t.Text("kind")}' is not one of issue, factor, requirement, outcome");
        if (!ThreadPoint.IsId(id))
            t.Wrong("id", "has more than letters, digits and hyphens");
        if (t.IsNew(id, "id"))
            Issues[id] = new Issue(id, t.Required("title"), kind, t.Text("definition"), Listed(t, "indicators"), from, to, t.Text("source"));
    }

    private void ReadRule(PackTable t)
    {
        var indicator = t.Required("indicator");
        if (!Enum.TryParse<ExceptionDirection>(t.Text("direction"), ignoreCase: true, out var direction))
            t.Wrong("direction", $"'{t.Text("direction")}' is not one of up, down, either");
        if (t.IsNew(indicator, "indicator"))
            Rules[indicator] = new ExceptionRule(indicator, direction, t.Text("source"));
    }

    private void ReadLevel(PackTable t)
    {
        var level = t.Required("level");
        if (!RecoveryClock.Levels.Contains(level))
            t.Wrong("level", $"'{level}' is not one of {string.Join(", ", RecoveryClock.Levels)}");
        if (t.IsNew(level, "level"))
            Levels[level] = new EscalationLevel(level, t.Whole("days", 1, 400), t.Text("body"), t.Text("source"));
    }

    private void ReadSynonym(PackTable t)
    {
        var (wording, issue) = (t.Required("wording"), t.Required("issue"));
        var (from, to) = t.Dates();
        if (t.IsNew($"{wording}|{issue}", "issue"))
            Synonyms[(wording, issue)] = new Synonym(wording, issue, from, to, t.Text("source"));
    }

    private void ReadScore(PackTable t)
    {
        if (!Enum.TryParse<Confidence>(t.Text("confidence"), ignoreCase: true, out var confidence))
            t.Wrong("confidence", $"'{t.Text("confidence")}' is not one of low, medium, high");
        if (t.Text("moderated") is not ("yes" or "no"))
            t.Wrong("moderated", $"'{t.Text("moderated")}' is neither yes nor no");
        scores.Add(new(
            t.Here(), Area(t), t.Required("cycle"), t.Required("issue"), t.Required("scorer"), t.Text("moderated") == "yes", confidence, t.Date("day", DateOnly.MaxValue),
            t.Required("criterion"), t.Whole("value", 0, 100), Listed(t, "evidence"), t.Text("note"), t.Text("source")));
    }

    private PackThreadEntry Score(IReadOnlyList<ScoreLine> lines)
    {
        var first = lines[0];
        var matrix = Matrices.Values.FirstOrDefault(m => m.Cycle == first.Cycle);
        if (matrix is null)
            first.Wrong("cycle", $"'{first.Cycle}' has no matrix in ranking-matrices.json");
        return new(new ThreadEntry
        {
            Point = new(ThreadKind.Score, first.Id),
            Area = first.Area,
            Title = $"{Issues.GetValueOrDefault(first.Issue)?.Title ?? first.Issue}, scored by {first.Scorer}",
            Day = first.Day,
            Source = first.Source,
            Content = new ThreadContent.Score
            {
                Issue = first.Issue,
                Matrix = matrix?.Id ?? "",
                Cycle = first.Cycle,
                Scorer = first.Scorer,
                IsModerated = first.Moderated,
                Confidence = first.Confidence,
                Values = lines.DistinctBy(l => l.Criterion).ToDictionary(l => l.Criterion, l => l.Value, StringComparer.Ordinal),
                Evidence = [.. lines.SelectMany(l => l.Evidence).Distinct()],
                Note = string.Join(' ', lines.Select(l => l.Note).Where(n => n.Length > 0).Distinct()),
            },
        }, []);
    }

    private PackThreadEntry Ranking(List<PlaceLine> lines, Vocabulary vocabulary, Dictionary<AreaCode, Area> areas)
    {
        var first = lines[0];
        return new(new ThreadEntry
        {
            Point = AreaRanking.PointOf(first.Area, first.Cycle),
            Area = first.Area,
            Title = $"Ranking of {(areas.TryGetValue(first.Area, out var area) ? area.Name : first.Area.Value)}, {first.Cycle}",
            Day = first.Day,
            Source = first.Source,
            Content = new ThreadContent.Ranking
            {
                Cycle = first.Cycle,
                Basis = first.Basis,
                Places = [.. lines.OrderBy(l => l.Position).Select(l => new RankedPlace(l.Position, l.Wording, Meaning(l.Wrong, l.Wording, l.Day, vocabulary)))],
                Scores = [.. scores.Where(s => s.Area == first.Area && s.Cycle == first.Cycle).Select(s => s.Id).Distinct()],
            },
        }, []);
    }

    private static PackThreadEntry Priority(PriorityLine line, Vocabulary vocabulary, List<PackThreadEntry> rankings, List<PackThreadEntry> local, bool isWhole)
    {
        var issues = Meaning(line.Wrong, line.Wording, line.Day, vocabulary);
        return new(new ThreadEntry
        {
            Point = PriorityChoice.PointOf(line.Area, line.Cycle, line.Position),
            Area = line.Area,
            IsWhole = isWhole,
            Title = line.Wording,
            Day = line.Day,
            Source = line.Source,
            Content = new ThreadContent.Priority
            {
                Cycle = line.Cycle,
                Position = line.Position,
                Wording = line.Wording,
                Issues = issues,
                Reason = line.Reason,
                ChosenBy = line.Decision,
                RankedIn = rankings.FirstOrDefault(r => r.Entry.Point == AreaRanking.PointOf(line.Area, line.Cycle))?.Entry.Point.Id ?? "",
                Local = [.. local.Where(l => l.Entry.Content is ThreadContent.Priority p && p.Cycle == line.Cycle && p.Issues.Intersect(issues).Any()).Select(l => l.Entry.Point.Id)],
            },
        }, [new(Processes.Agree, line.Day, line.Source)]);
    }

    private static IReadOnlyList<string> Meaning(Action<string, string> wrong, string wording, DateOnly day, Vocabulary vocabulary)
    {
        var issues = vocabulary.Meaning(wording, day);
        if (issues.Count == 0)
            wrong("wording", $"'{wording}' is neither an issue of issues.csv nor a wording of synonyms.csv");
        return issues;
    }

    private static AreaCode Area(PackTable t) => new(t.Required("area"));

    private static string[] Listed(PackTable t, string column) => t.Text(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void Each(string folder, string name, string[] columns, Action<PackTable> read) => PackTable.Each(folder, name, columns, problems, read);

    private sealed record ScoreLine(
        Action<string, string> Wrong, AreaCode Area, string Cycle, string Issue, string Scorer, bool Moderated, Confidence Confidence, DateOnly Day, string Criterion, int Value,
        IReadOnlyList<string> Evidence, string Note, string Source)
    {
        public string Id => AreaRanking.PointOf(Area, Cycle, Issue, Scorer, Moderated).Id;
    }

    private sealed record PlaceLine(Action<string, string> Wrong, AreaCode Area, string Cycle, DateOnly Day, int Position, string Wording, string Basis, string Source);

    private sealed record PriorityLine(Action<string, string> Wrong, AreaCode Area, string Cycle, DateOnly Day, int Position, string Wording, string Reason, string Decision, string Source);
}
