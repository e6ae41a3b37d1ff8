using System.Globalization;
using System.IO.Compression;
using System.Text;
using Made.Core.Indicators;
using Made.Intake.Reference;
using Made.TestKit;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Reference;

/// <summary>The weights of the severity estimate, worked out again from the publishers' files: docs/packs.md says how.</summary>
public sealed class SeverityWeightsTests(ITestOutputHelper output)
{
    [Fact]
    public void Weights_are_the_mean_ONS_weight_of_each_type_in_the_national_offence_mix()
    {
        if (!RealReference.IsThere(output))
            return;
        var ofCode = Rows("harm-weights/policeuk-ons-code-join.csv")
            .DistinctBy(r => r["ONS_COUNTS_code"])
            .ToDictionary(r => r["ONS_COUNTS_code"], r => (Type: r["POLICE_UK_CAT_MAP_category"], Weight: double.Parse(r["ONS_SEVERITY_weight"])));
        var sums = new Dictionary<string, (double Weighted, double Offences)>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Rows("recorded-crime/prc-pfa-2017-18.csv.gz"))
            if (ofCode.TryGetValue(row["Offence Code"], out var offence))
            {
                var count = row["Number of Offences"] is "-" ? 0 : int.Parse(row["Number of Offences"], NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands);
                var sum = sums.GetValueOrDefault(offence.Type);
                sums[offence.Type] = (sum.Weighted + (count * offence.Weight), sum.Offences + count);
            }
        var weights = Estimate().Weights;
        weights.Count.ShouldBe(sums.Count);
        foreach (var (type, weight) in weights)
            weight.ShouldBe(sums[type].Weighted / sums[type].Offences, 0.0005, type);
    }

    private static IndicatorDefinition Estimate() =>
        PackReader.Read(Repository.Path("packs", "lancashire")).Succeeded(out var pack, out var problem)
            ? pack.Indicators.Single(i => i.Id == "crime-severity-estimate")
            : throw new InvalidDataException(problem.ToString());

    private static List<Dictionary<string, string>> Rows(string name)
    {
        using var file = File.OpenRead(Path.Combine(RealReference.Folder, name));
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in line.TrimEnd('\r') + ',')
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(letter);
        return cells;
    }
}
