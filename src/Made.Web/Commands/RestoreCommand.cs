using System.CommandLine;
using Made.Store.Vault;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class RestoreCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "An archive that 'made backup' wrote." };
        var command = new Command("restore", "Unpacks a backup into a new home and verifies it.") { file };
        command.SetAction(async (parsed, cancel) =>
        {
            var choice = OnHome.Choice(parsed);
            if (Backups.Unpack(Path.GetFullPath(parsed.GetValue(file)!), choice.Root) is { } refused)
                return Say.Refused(refused);
            if (VaultRecords.BackupComes(choice.KeysFolder, Backups.TakeKeysNeeded(choice.Root)) is { } waiting)
                Say.Message(waiting.ToString());
            var opened = await Partnership.OpenAsync(choice, restoring: true);
            if (!opened.Succeeded(out var partnership, out var problem))
                return Say.Refused(problem);
            await using (partnership)
            {
                if ((await partnership.Records.Checkpoints.KeepRestored(partnership.Now)).Problem is { } unsigned)
                    Say.Message(unsigned.ToString());
                Backups.Whole(choice.Root);
                var report = await Verification.RunAsync(partnership, cancel);
                foreach (var found in report.Problems)
                    Say.Message(found.ToString());
                Say.Result(report.Problems.Count == 0 ? $"Restored to {choice.Root}. Everything holds." : $"Restored to {choice.Root} with {report.Problems.Count} problems.");
                return report.Problems.Count == 0 ? 0 : 1;
            }
        });
        return command;
    }
}
