using System.CommandLine;
using System.Text.Json;
using Made.Core.Exchange;
using Made.Web.Exchange;

namespace Made.Web.Commands;

internal static class IntakeCommand
{
    public static Command Build()
    {
        var dataset = new Option<string>("--dataset") { Description = "The dataset the files belong to.", Required = true };
        var released = new Option<DateOnly?>("--released") { Description = "The publisher's release date (yyyy-MM-dd); arrival orders revisions otherwise.", CustomParser = CommandLine.Day };
        var job = new Option<Guid?>("--job") { Description = "The job of the site that watches this import.", Hidden = true };
        var results = new Option<string?>("--results") { Description = "A folder of the site, for what the sender gets back.", Hidden = true };
        var check = new Option<bool>("--check") { Description = "Check only: the same receipts, and nothing is stored." };
        var refused = new Option<string?>("--refused") { Description = "Folder in which to write the refused rows of each file, to be corrected and sent again." };
        var files = new Argument<string[]>("FILE") { Description = "CSV, CSV.GZ, ZIP or XLSX files.", Arity = ArgumentArity.OneOrMore };
        return new Command("intake", "Checks files row by row, keeps what is sound and gives a receipt for each.") { dataset, released, check, refused, job, results, files }
            .Runs(async (partnership, parsed, cancel) =>
            {
                var json = parsed.GetValue(CommandLine.Json);
                var id = parsed.GetValue(job);
                var checks = parsed.GetValue(check);
                using var progress = new Progress(quiet: json || id is not null);
                using var told = id is { } running ? new JobProgress(partnership, running) : null;
                var import = new Import(partnership)
                {
                    Progress = told is null ? progress.Report : told.Report,
                    ChecksOnly = checks,
                    GiveBack = (parsed.GetValue(results), parsed.GetValue(refused)) switch
                    {
                        ({ } folder, _) => (receipt, read) => GivenBack.Write(folder, receipt, read),
                        (_, { } folder) => (receipt, read) =>
                        {
                            if (!read.RefusedRows.IsEmpty)
                                File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, RefusedRowsName.Of(receipt.Receipt)), read.RefusedRows.Span);
                        }
                        ,
                        _ => null,
                    },
                };
                var change = partnership.Change(id is { } by ? $"job {by:N}" : "made intake", checks ? "Files checked" : "Files loaded");
                var done = await import.RunAsync(parsed.GetValue(dataset)!, parsed.GetValue(files)!, parsed.GetValue(released), change, cancel);
                progress.Dispose();
                if (!done.Succeeded(out var kept, out var problem))
                    return Say.Refused(problem);
                var receipts = kept.Select(k => k.Receipt).ToList();
                if (checks && parsed.GetValue(results) is { } given)
                    GivenBack.WriteReceipts(given, kept);
                if (id is not null)
                    return receipts.Exists(r => r.Verdict == Verdict.Refused) ? 1 : 0;
                if (json)
                    Say.Result(JsonSerializer.Serialize(receipts.Select(ReceiptJson.Of), ReceiptJson.Options));
                else
                    foreach (var receipt in receipts)
                        Print(receipt, checks);
                return receipts.Exists(r => r.Verdict == Verdict.Refused) ? 1 : 0;
            });
    }

    private static void Print(Receipt r, bool checks)
    {
        Say.Result(checks ? $"{r.File}: {VerdictWords.Foreseen(r)}" : $"{r.File}: {r.Verdict.Code()}{(r.Supply.Length > 0 ? $" as {r.Supply}" : "")}");
        if (r.RecordsIn > 0)
            Say.Result($"  {r.Stored:N0} stored + {r.Rejected:N0} rejected + {r.Duplicates:N0} duplicates = {r.RecordsIn:N0} records in"
                + $" ({r.WithoutPlace:N0} without place, {r.OutsideArea:N0} outside the partnership)");
        if (r.Changes.Length > 0)
            Say.Result($"  {r.Changes}");
        foreach (var f in r.Findings)
            (r.Verdict == Verdict.Refused ? (Action<string>)Say.Message : Say.Result)(
                $"  {f.Code}{(f.Row > 0 ? $", row {f.Row}" : "")}{(f.Column.Length > 0 ? $", column {f.Column}" : "")}"
                + $"{(f.Count > 1 ? $" and {f.Count - 1:N0} more" : "")}: {f.Message} {f.Remedy}");
    }
}
