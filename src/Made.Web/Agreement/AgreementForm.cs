using System.Globalization;
using Made.Core.GoldenThread;
using Made.Web.Sharing;

namespace Made.Web.Agreement;

/// <summary>What somebody wrote into the form of an agreement, as it was sent.</summary>
public sealed record AgreementForm
{
    public string? Title { get; init; }

    public string? Cycle { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>Sections: a line that begins with # is a heading, what follows its text.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the strategic assessment that it is based on.</summary>
    public string? Assessment { get; init; }

    /// <summary>Of an area's plan: id of the agreement that it answers.</summary>
    public string? Under { get; init; }

    public List<string> Priorities { get; init; } = [];

    public List<string> Terms { get; init; } = [];

    /// <summary>Stages of approval, one a line; a star at the end of those that approve the text.</summary>
    public string? Chain { get; init; }

    public string? Why { get; init; }

    public string? By { get; init; }

    public int Seen { get; init; }

    public static AgreementForm Filled(ThreadHistory held)
    {
        var a = (ThreadContent.Agreement)held.Newest.Content;
        return new()
        {
            Title = held.Newest.Title,
            Cycle = a.Cycle,
            From = Day(a.From),
            To = Day(a.To),
            Text = string.Join("\n\n", a.Sections.Select(s => $"# {s.Heading}\n{s.Text}")),
            Assessment = a.BasedOn,
            Under = a.Under,
            Priorities = [.. a.Priorities],
            Terms = [.. a.Terms],
            Chain = Written(a.Chain),
            Seen = held.Stamp,
        };
    }

    public static string Written(IEnumerable<ApprovalStage> chain) => string.Join('\n', chain.Select(c => c.Words + (c.Approves ? " *" : "")));

    /// <summary>The agreement, and what is wrong with the form, by field.</summary>
    public (ThreadContent.Agreement Agreement, IReadOnlyList<(string Field, string Message)> Errors) Read(IReadOnlyList<IssueLead> leads, IReadOnlyList<Departure> departures, ThreadHistory? held)
    {
        var errors = new List<(string Field, string Message)>();
        if (string.IsNullOrWhiteSpace(Title))
            errors.Add(("title", "Give it a title."));
        if (string.IsNullOrWhiteSpace(Cycle))
            errors.Add(("cycle", "Say which years it is for, such as 2026-29."));
        var (from, to) = (SharingForm.Day("from", From, "the day it begins", errors), SharingForm.Day("to", To, "its last day", errors));
        if (errors.Count == 0 && to < from)
            errors.Add(("to", "The last day lies before the first."));
        var sections = Sections();
        if (sections.Count == 0)
            errors.Add(("text", "Write at least one section: a line beginning with # as heading, its text below."));
        // A stage that keeps its words keeps its code, and with it the steps that passed it.
        var known = (held?.Newest.Content as ThreadContent.Agreement)?.Chain ?? [];
        var chain = Lines(Chain).Select(l => l.TrimEnd('*', ' ')).Zip(Lines(Chain), (words, line) =>
            new ApprovalStage(known.FirstOrDefault(k => k.Words == words)?.Act ?? AreaSlug(words), words, line.EndsWith('*'))).ToList();
        if (held is not null && held.State != Processes.Of(held.Newest.Content).Start && !chain.Exists(c => c.Act == held.State))
            errors.Add(("chain", "Keep the stage at which it stands: its words tell it again."));
        if (!chain.Exists(c => c.Approves))
            errors.Add(("chain", "Mark at least one stage with a star: the one that approves the text."));
        if (chain.Select(c => c.Act).Distinct().Count() < chain.Count || chain.Exists(c => c.Act is "" or "return" or "no-amendments" or "draft"))
            errors.Add(("chain", "Give each stage words of its own."));
        foreach (var lead in leads.Where(l => l.Mechanism.Length == 0))
            errors.Add(($"mechanism-{lead.Issue}", "Say how it is delivered and reported."));
        if (string.IsNullOrWhiteSpace(Why))
            errors.Add(("why", "Say what changes, and why."));
        if (string.IsNullOrWhiteSpace(By))
            errors.Add(("by", "Say in which role you do this."));
        return (new() { Cycle = (Cycle ?? "").Trim(), From = from, To = to, Sections = sections, Priorities = Priorities, Terms = Terms, Leads = leads, Chain = chain, BasedOn = Assessment ?? "", Under = Under ?? "", Departures = departures }, [.. errors.DistinctBy(e => e.Field)]);
    }

    private List<AgreementSection> Sections()
    {
        var sections = new List<AgreementSection>();
        foreach (var line in (Text ?? "").Split('\n').Select(l => l.Trim()))
            if (line.StartsWith('#'))
                sections.Add(new(line.TrimStart('#', ' '), ""));
            else if (line.Length > 0 && sections.Count > 0)
                sections[^1] = sections[^1] with { Text = $"{sections[^1].Text} {line}".Trim() };
        return [.. sections.Where(s => s.Heading.Length > 0 && s.Text.Length > 0)];
    }

    private static string AreaSlug(string words) => Core.Assessment.AreaRanking.Slug(words).ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
