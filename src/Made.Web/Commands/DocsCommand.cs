using System.CommandLine;
using System.Text;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>Documents that can be generated are: written, or compared with what is committed.</summary>
internal static class DocsCommand
{
    public static Command Build()
    {
        var check = new Option<bool>("--check") { Description = "Compare instead of write; exit 1 where they differ." };
        var folder = new Argument<string>("DIR") { Description = "Folder of the generated documents." };
        var command = new Command("docs", "Writes the generated documents: columns of the measures, indicators of the packs, who may see what, the bill of materials.") { check, folder };
        command.SetAction(parsed =>
        {
            var stale = 0;
            foreach (var (name, text) in GeneratedDocs.All())
            {
                var path = Path.Combine(parsed.GetValue(folder)!, name);
                if (!parsed.GetValue(check))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    File.WriteAllText(path, text, new UTF8Encoding(false));
                    Say.Result(path);
                }
                else if (!File.Exists(path) || File.ReadAllText(path) != text)
                {
                    stale++;
                    Say.Message($"{path} is not what the program generates. Run: made docs {parsed.GetValue(folder)}");
                }
            }
            return stale == 0 ? 0 : 1;
        });
        return command;
    }
}
