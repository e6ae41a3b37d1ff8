using System.CommandLine;

namespace Made.Web.Commands;

internal static class ReferenceCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with the publishers' lookups, populations and boundaries." };
        return new Command("reference", "Loads lookups, populations and boundaries in their publishers' formats.") { folder }
            .Runs(async (partnership, parsed, _) =>
            {
                var loaded = await partnership.LoadReferenceAsync(parsed.GetValue(folder)!, partnership.Change("made reference", "Reference files loaded"));
                if (!loaded.Succeeded(out var reference, out var problem))
                    return Say.Refused(problem);
                foreach (var file in reference.Files)
                    Say.Result($"{file.Kind}: {file.Rows:N0} rows from {file.Name}");
                Say.Result($"Reference vintage {reference.Vintage}: {reference.Wards.Count} wards, {reference.Boundaries.Count} boundaries.");
                return 0;
            });
    }
}
