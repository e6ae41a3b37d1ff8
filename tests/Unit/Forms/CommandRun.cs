using System.Text;
using System.Text.Json;
using Made.Tests.Unit.Methods;
using Made.Web.Commands;
using Shouldly;

namespace Made.Tests.Unit.Forms;

/// <summary>Runs <c>made method NAME --in FILE --options JSON --out FILE --summary FILE</c> in a folder of its own, from the program's entry on.</summary>
internal static class CommandRun
{
    /// <summary>The exit code and every file that then stands beside the input.</summary>
    public static async Task<(int Code, IReadOnlyDictionary<string, string> Written)> Of(string method, byte[] text, string options = "{}", bool summary = false)
    {
        var folder = Directory.CreateTempSubdirectory("made-method-");
        try
        {
            string At(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(At("input"), text);
            var code = await CommandLine.RunAsync(["method", method, "--in", At("input"), "--options", options, "--out", At("out"), .. summary ? ["--summary", At("summary")] : Array.Empty<string>()]);
            return (code, folder.GetFiles().Where(f => f.Name != "input").ToDictionary(f => f.Name, f => File.ReadAllText(f.FullName)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The output file, and the summary where it is asked for.</summary>
    public static (string Text, string Summary) Output(string method, string text, string options = "{}", bool summary = false)
    {
        var (code, written) = Of(method, Encoding.UTF8.GetBytes(text), options, summary).GetAwaiter().GetResult();
        code.ShouldBe(0, $"{method} {options}");
        return (written["out"], summary ? written["summary"] : "");
    }

    /// <summary>The output as rows by column name.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string method, string text, string options = "{}") => Rows(Output(method, text, options).Text);

    public static IReadOnlyList<Dictionary<string, string>> Rows(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = Vectors.Cells(lines[0]);
        return [.. lines.Skip(1).Select(l => names.Zip(Vectors.Cells(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    /// <summary>The output as JSON.</summary>
    public static JsonElement Json(string method, string text, string options = "{}") => JsonDocument.Parse(Output(method, text, options).Text).RootElement;

    /// <summary>A CSV text of these columns.</summary>
    public static string Csv(string header, IEnumerable<string> rows) => $"{header}\n{string.Join('\n', rows)}\n";
}
