using System.CommandLine;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class BackupCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "The archive to write (.zip)." };
        return new Command("backup", "Writes one archive of the home, with a consistent copy of the records. Keys are not in it.") { file }
            .Runs(async (partnership, parsed, cancel) =>
            {
                var done = await Backups.WriteAsync(partnership, Path.GetFullPath(parsed.GetValue(file)!), cancel);
                if (!done.Succeeded(out var said, out var problem))
                    return Say.Refused(problem);
                Say.Result(said);
                return 0;
            });
    }
}
