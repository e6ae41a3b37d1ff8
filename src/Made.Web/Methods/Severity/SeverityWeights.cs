using Made.Core;
using Made.Web.Composition;

namespace Made.Web.Methods.Severity;

/// <summary>The dated weights that come with the program, from <c>packs/common</c>.</summary>
internal static class SeverityWeights
{
    private const string Table = "severity-weights.csv";

    /// <summary>Weights by code for each version, the newest last.</summary>
    public static Outcome<OrderedDictionary<string, IReadOnlyDictionary<string, double>>> Held() => Read(Path.Combine(Packs.Find("common"), Table));

    public static Outcome<OrderedDictionary<string, IReadOnlyDictionary<string, double>>> Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Problems.NoInput(Table, fault.Message);
        }
        var faults = new InputFaults();
        var table = InputRows.Read(Table, bytes, ["version", "code", "offence", "weight", "source"], faults);
        var (versions, codes, weights) = (table.Texts("version"), table.Texts("code"), table.Numbers("weight", NumberRule.NotNegative));
        table.Texts("source");
        var held = new OrderedDictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        for (var i = 0; i < table.Count; i++)
        {
            var ofVersion = (Dictionary<string, double>)(held.TryGetValue(versions[i], out var known) ? known : held[versions[i]] = new Dictionary<string, double>(StringComparer.Ordinal));
            if (!ofVersion.TryAdd(codes[i], weights[i]))
                table.Wrong(i, "code", $"'{codes[i]}' stands there twice for version '{versions[i]}'");
        }
        return faults.Any ? faults.Together() : held;
    }
}
