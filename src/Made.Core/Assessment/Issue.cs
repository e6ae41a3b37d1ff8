namespace Made.Core.Assessment;

/// <summary>What an entry of the vocabulary is.</summary>
public enum IssueKind
{
    Issue,

    /// <summary>Contributes to several issues and is none itself.</summary>
    Factor,

    /// <summary>Something the law asks for.</summary>
    Requirement,
    Outcome,
}

/// <summary>
/// An entry of the shared vocabulary, dated: what fourteen areas word differently is counted under one id.
/// </summary>
/// <param name="Id">Part of addresses: lower-case letters, digits, hyphens.</param>
/// <param name="Title">As shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Definition">What it covers; empty where the source says nothing.</param>
/// <param name="Indicators">Ids of indicators that measure it; those that the pack does not have are left out.</param>
/// <param name="From">The first day it is used.</param>
/// <param name="To">The last day.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Issue(
    string Id, string Title, IssueKind Kind, string Definition, IReadOnlyList<string> Indicators, DateOnly From, DateOnly To, string Source);

/// <summary>A wording and one issue that it means. "Violent crime including domestic abuse" means two and has two of these.</summary>
/// <param name="Wording">As an area words it; compared without regard to case and spaces at the ends.</param>
/// <param name="Issue">The issue's id.</param>
/// <param name="From">The first day it is read so.</param>
/// <param name="To">The last day.</param>
/// <param name="Source">Where the wording stands.</param>
public sealed record Synonym(string Wording, string Issue, DateOnly From, DateOnly To, string Source);

/// <summary>The vocabulary of one partnership.</summary>
/// <param name="Issues">All entries, in the pack's order.</param>
/// <param name="Synonyms">Further wordings.</param>
public sealed record Vocabulary(IReadOnlyList<Issue> Issues, IReadOnlyList<Synonym> Synonyms)
{
    /// <summary>The entry of an id; null where there is none.</summary>
    public Issue? Find(string id) => Issues.FirstOrDefault(i => i.Id == id);

    /// <summary>The title of an id; the id itself where it is not known.</summary>
    public string Title(string id) => Find(id)?.Title ?? id;

    /// <summary>What is ranked and agreed on a day, by title.</summary>
    public IReadOnlyList<Issue> On(DateOnly day, IssueKind kind) =>
        [.. Issues.Where(i => i.Kind == kind && i.From <= day && day <= i.To).OrderBy(i => i.Title, StringComparer.Ordinal)];

    /// <summary>
    /// The issues that a wording means on a day: by title or by synonym, several where it names several.
    /// <para>Edges: an unknown wording means none. Case and outer spaces do not count.</para>
    /// </summary>
    public IReadOnlyList<string> Meaning(string wording, DateOnly day)
    {
        var text = wording.Trim();
        return
        [
            .. Issues.Where(i => Same(i.Title) && i.From <= day && day <= i.To).Select(i => i.Id)
                .Concat(Synonyms.Where(s => Same(s.Wording) && s.From <= day && day <= s.To).Select(s => s.Issue))
                .Distinct(StringComparer.Ordinal),
        ];

        bool Same(string other) => string.Equals(other, text, StringComparison.OrdinalIgnoreCase);
    }
}
