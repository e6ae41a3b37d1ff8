using System.CommandLine;
using Made.Core;
using Made.Core.Exchange;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>What is past its day: listed, and destroyed where two persons say so.</summary>
internal static class RetentionCommand
{
    public static Command Build()
    {
        var by = new Option<string?>("--by") { Description = "Who decides, by role." };
        var second = new Option<string?>("--second") { Description = "The second person, by role." };
        var reason = new Option<string?>("--reason") { Description = "Why, for example the schedule; kept in the audit and on the certificate." };
        return new Command("retention", "Lists sealed originals that are past their day; with --by, --second and --reason destroys them and prints certificates.") { by, second, reason }
            .Runs(async (partnership, parsed, _) =>
            {
                var today = partnership.Today;
                var originals = await partnership.Records.Originals.All();
                var due = originals.Where(o => o.Standing(today) == OriginalStanding.Due).ToList();
                Say.Result($"{due.Count:N0} to be destroyed, {originals.Count(o => o.Standing(today) == OriginalStanding.Held):N0} held beyond their day, {originals.Count(o => o.Standing(today) == OriginalStanding.Kept):N0} kept.");
                if (parsed.GetValue(by) is null && parsed.GetValue(second) is null && parsed.GetValue(reason) is null)
                {
                    foreach (var original in due)
                        Say.Result($"{original.Id}  {original.Dataset}  {OriginalWords.Of(original, today)}");
                    return 0;
                }
                var change = partnership.Change(parsed.GetValue(by) ?? "", parsed.GetValue(reason) ?? "");
                return await DestroyAsync(partnership, due, parsed.GetValue(second) ?? "", change);
            });
    }

    private static async Task<int> DestroyAsync(Partnership partnership, List<SealedOriginal> due, string second, Change change)
    {
        foreach (var original in due)
        {
            if (!(await partnership.Records.Originals.Destroy(original.Id, partnership.Today, second, change)).Succeeded(out var destroyed, out var problem))
                return Say.Refused(problem);
            var dataset = partnership.Pack.Datasets.FirstOrDefault(d => d.Id == original.Dataset)?.Title ?? original.Dataset;
            Say.Result("");
            Say.Result(OriginalWords.Certificate(destroyed, dataset, partnership.Pack.Title, partnership.Today));
        }
        return 0;
    }
}
