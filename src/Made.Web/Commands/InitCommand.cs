using System.CommandLine;
using Made.Intake.Reference;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class InitCommand
{
    public static Command Build()
    {
        var pack = new Option<string>("--pack") { Description = "Name of a pack beside the program, or a folder.", Required = true };
        var command = new Command("init", "Makes a new home with the pack's register, datasets, indicators and groupings.") { pack };
        command.SetAction(async (parsed, _) =>
        {
            var read = PackReader.Read(Packs.Find(parsed.GetValue(pack)!));
            if (!read.Succeeded(out var found, out var problem))
                return Say.Refused(problem);
            var made = await Partnership.CreateAsync(OnHome.Choice(parsed), found);
            if (!made.Succeeded(out var partnership, out problem))
                return Say.Refused(problem);
            await using (partnership)
                Say.Result($"{found.Title}: {found.Areas.Count} areas, {found.Datasets.Count} datasets and {found.Indicators.Count} indicators in {partnership.Home.Folder}");
            return 0;
        });
        return command;
    }
}
