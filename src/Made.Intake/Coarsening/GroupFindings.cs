using Made.Core.Disclosure.Anonymity;
using Made.Core.Exchange;

namespace Made.Intake.Coarsening;

/// <summary>How far a file is from being de-personalised.</summary>
/// <param name="Records">Records that would be kept.</param>
/// <param name="K">Records that have to be alike.</param>
/// <param name="Small">The groups of fewer.</param>
/// <param name="Named">How many of them are named one by one.</param>
/// <param name="Kept">What would be kept of a record.</param>
/// <param name="Coarser">What could be kept instead, and how many small groups would then be left.</param>
internal sealed record GroupSummary(
    int Records, int K, IReadOnlyList<AnonymityClass> Small, int Named, IReadOnlyList<string> Kept, IReadOnlyList<(string Name, int Left)> Coarser);

/// <summary>
/// Words for groups that are too small. They name rows, sizes and columns and never what the records hold: receipts are kept for ever, and the sender,
/// who has the file, finds the records by their rows.
/// </summary>
internal static class GroupFindings
{
    public const int Area = 0;
    public const int Month = 1;
    public const int Category = 3;

    /// <summary>What can be kept of a record under a coarsening rule, in the order in which it is compared.</summary>
    public static IReadOnlyList<string> Members { get; } = ["area", "month", "part of day", "category", "detail", "age band", "sex"];

    public static Finding Refused(DatasetDefinition dataset, GroupSummary summary) => new(
        "not-depersonalised", 0, "",
        $"{dataset.Title} is agreed to be de-personalised, and this file is not, so nothing of it was kept. {Said(summary)}",
        $"{Help(summary)}Leave the records of these groups out or write them more coarsely and send the file again; or have the dataset's rule made coarser.", summary.Small.Count);

    public static Finding Reported(DatasetDefinition dataset, GroupSummary summary) => new(
        "small-groups", 0, "",
        $"The file was kept, but {dataset.Title} should be de-personalised, and this file is not. {Said(summary)}",
        $"{Help(summary)}Until then it is held as personal data.", summary.Small.Count);

    public static Finding One(AnonymityClass small, int k, IReadOnlyList<string> coarser)
    {
        var who = small.Size == 1 ? $"Row {Words.Count(small.First)}: no other record is like it" : $"Row {Words.Count(small.First)}: it and {Words.Count(small.Size - 1)} more are alike";
        var help = coarser.Count == 0 ? "No single step makes it large enough." : $"Large enough {Or(coarser)}.";
        return new("small-group", small.First, "", $"{who}; {Words.Count(k)} have to be.", help, small.Size);
    }

    private static string Said(GroupSummary summary)
    {
        var (groups, records) = (summary.Small.Count, summary.Small.Sum(g => g.Size));
        var listed = groups > summary.Named ? $" The {summary.Named} smallest are listed by their first row." : " They are listed by their first row.";
        return $"{Words.Count(records)} of {Words.Count(summary.Records)} records are alike in {And(summary.Kept)} with fewer than {Words.Count(summary.K - 1)} others: "
            + $"{(groups == 1 ? "one group" : $"{Words.Count(groups)} groups")} of fewer than {Words.Count(summary.K)}, the smallest of {Words.Count(summary.Small[0].Size)}.{listed}";
    }

    private static string Help(GroupSummary summary) =>
        summary.Coarser.Count == 0 ? "" : $"Small groups that would be left: {string.Join("; ", summary.Coarser.Select(c => $"{c.Name}, {(c.Left == 0 ? "none" : Words.Count(c.Left))}"))}. ";

    private static string And(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string Or(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
}
