using System.Globalization;
using Made.Core;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>
/// What a later supply changed against the one it replaces. Records with a key are paired by it; those without are compared as wholes,
/// so that a changed one counts as removed and added.
/// </summary>
public sealed record RevisionDiff
{
    public required long Before { get; init; }

    public required long After { get; init; }

    public required long Unchanged { get; init; }

    /// <summary>Same key, other content. The four below say in which kept column; a record may differ in several, or only in columns that are not kept.</summary>
    public required long Changed { get; init; }

    public required long CategoryChanged { get; init; }

    public required long LsoaChanged { get; init; }

    public required long DetailChanged { get; init; }

    public required long PointChanged { get; init; }

    /// <summary>Changed only in columns that are checked but not kept.</summary>
    public required long OtherChanged { get; init; }

    public required long Added { get; init; }

    public required long Removed { get; init; }

    public static Outcome<RevisionDiff> Of(FactEngine engine, string before, string after, CancellationToken cancellation = default) =>
        Guard.Read([before, after], () => Compare(engine, before, after, cancellation));

    /// <summary>"3,306 of 16,212 records changed: last outcome 3,306. None added, none removed."</summary>
    /// <param name="detail">What the dataset calls its second category: "last outcome".</param>
    public string Sentence(string detail)
    {
        var parts = new[]
        {
            (Name: "category", Count: CategoryChanged),
            (Name: "small area", Count: LsoaChanged),
            (Name: detail, Count: DetailChanged),
            (Name: "map point", Count: PointChanged),
            (Name: "other columns", Count: OtherChanged),
        };
        var named = string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{p.Name} {Words(p.Count)}"));
        var changed = Changed == 0 ? $"None of {Words(Before)} records changed" : $"{Words(Changed)} of {Words(Before)} records changed: {named}";
        var added = Added == 0 ? "None added" : $"{Words(Added)} added";
        return $"{changed}. {added}, {(Removed == 0 ? "none" : Words(Removed))} removed.";
    }

    private static string Words(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static RevisionDiff Compare(FactEngine engine, string before, string after, CancellationToken cancellation)
    {
        using var session = engine.Connect();
        using var answer = session.Query(RevisionSql.Compare, [before, after], cancellation);
        if (!answer.Next(out var rows))
            throw new EngineException("The comparison of two revisions answered no row.");
        return new RevisionDiff
        {
            Before = rows.Of<long>(0)[0],
            After = rows.Of<long>(1)[0],
            Changed = rows.Of<long>(2)[0],
            CategoryChanged = rows.Of<long>(3)[0],
            LsoaChanged = rows.Of<long>(4)[0],
            DetailChanged = rows.Of<long>(5)[0],
            PointChanged = rows.Of<long>(6)[0],
            OtherChanged = rows.Of<long>(7)[0],
            Added = rows.Of<long>(8)[0],
            Removed = rows.Of<long>(9)[0],
            Unchanged = rows.Of<long>(0)[0] - rows.Of<long>(2)[0] - rows.Of<long>(9)[0],
        };
    }
}
