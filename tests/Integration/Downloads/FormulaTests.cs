using System.Text;
using System.Text.Json;
using Made.TestKit.Intake;
using Made.Web.Downloads;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Downloads;

/// <summary>Texts that spreadsheets would run as formulas, of the attacks beside this checkout and our own.</summary>
public sealed class FormulaTests
{
    private const string Dangerous = "=+-@\t\0\r\n＝＋－＠";

    [Fact]
    public void No_text_begins_a_cell_of_a_csv_as_a_formula_would_and_numbers_stay_as_they_are()
    {
        foreach (var text in Texts())
        {
            using var bytes = new MemoryStream();
            CsvFile.Write(new Table { Name = "t", Title = "t", Columns = [new("a"), new("b", ColumnKind.Whole)], Rows = [[Cell.Of(text), Cell.Of(-5)]] }, bytes);
            var body = Encoding.UTF8.GetString(bytes.ToArray())["a,b\r\n".Length..];
            body.ShouldEndWith(",-5\r\n");
            var first = body[0] == '"' ? body[1] : body[0];
            Dangerous.ShouldNotContain(first.ToString(), customMessage: text);
            body.Replace("\"\"", "\"", StringComparison.Ordinal).ShouldContain(text);
        }
    }

    private static IEnumerable<string> Texts()
    {
        foreach (var first in Dangerous)
            yield return first + "1+1";
        if (SharedFiles.Folder("attacks/injection") is not { } folder)
            yield break;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            foreach (var text in JsonSerializer.Deserialize<string[]>(File.ReadAllText(file))!)
                yield return text;
    }
}
