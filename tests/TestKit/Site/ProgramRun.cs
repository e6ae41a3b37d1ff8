using System.Text.Json;
using Shouldly;

namespace Made.TestKit.Site;

/// <summary>What a run of the program left: its exit code, its results and its messages.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Messages)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The results as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The rows of CSV results by column; no cell of a measure holds a comma unless it is quoted.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows => CsvText.Rows(Output);

    public ProgramRun Exits(int code)
    {
        ExitCode.ShouldBe(code, $"{Output}\n{Messages}");
        return this;
    }
}
