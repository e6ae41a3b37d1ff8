using System.CommandLine;
using Made.Intake.Synthetic;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class SynthesiseCommand
{
    public static Command Build()
    {
        var pack = new Option<string>("--pack") { Description = "A pack with a generator.json.", DefaultValueFactory = _ => "demo" };
        var folder = new Argument<string>("DIR") { Description = "Folder to write the files to." };
        var command = new Command("synthesise", "Writes the files of a fictional county in the publishers' formats, marked SYNTHETIC.") { pack, folder };
        command.SetAction(parsed =>
        {
            var written = SyntheticCounty.Write(Packs.Find(parsed.GetValue(pack)!), Path.GetFullPath(parsed.GetValue(folder)!));
            if (!written.Succeeded(out var county, out var problem))
                return Say.Refused(problem);
            Say.Result($"{county.First.Name} to {county.Last.Name}: {county.Districts} districts, {county.Wards} wards, {county.Lsoas} small areas in {county.Path}");
            return 0;
        });
        return command;
    }
}
