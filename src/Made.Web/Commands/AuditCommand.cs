using System.CommandLine;
using Made.Core;
using Made.Store.Audit;
using Made.Store.Records;

namespace Made.Web.Commands;

/// <summary>The audit for somebody who does not trust this program.</summary>
internal static class AuditCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "New folder for the rows (JSON lines), the signed checkpoints and the public key." };
        var recipient = new Option<string?>("--recipient") { Description = "To whom it is given; kept with the change." };
        var export = new Command("export", "Writes the whole audit with its checkpoints; docs/verify-audit.mjs checks it without this program.") { folder, recipient }
            .Runs(async (partnership, parsed, cancel) =>
            {
                var to = Path.GetFullPath(parsed.GetValue(folder)!);
                if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
                    return Say.Refused(new Problem("folder-not-empty", $"{to} is not empty.", "Name a new folder: an export is never written over another."));
                await partnership.Records.Audit.Keep(ChangeKinds.AuditExported, "whole audit", partnership.Change(
                    "made audit export", parsed.GetValue(recipient) is { Length: > 0 } whom ? $"Audit exported for {whom}" : "Audit exported"));
                // Signed first, so that the export can be checked to its last row.
                if ((await partnership.CheckpointAsync()).Problem is { } unsigned)
                    Say.Message(unsigned.ToString());
                Say.Result($"{await AuditExport.Write(partnership.Records, to, cancel):N0} audit rows in {to}");
                return 0;
            });
        return new Command("audit", "Works on the record of who changed what.") { export };
    }
}
