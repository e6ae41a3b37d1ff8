using System.Globalization;
using System.IO.Compression;
using System.Text;
using Made.Core.Indicators;
using Made.Core.Methods.Severity;
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
        var means = SeverityEstimate.MeanWeights(Recorded("").Where(r => ofCode.ContainsKey(r.Code)).Select(r => (ofCode[r.Code].Type, r.Count, ofCode[r.Code].Weight)));
        var weights = Estimate().Weights;
        weights.Count.ShouldBe(means.Count);
        foreach (var (type, weight) in weights)
            weight.ShouldBe(means[type], 0.0005, type);
    }

    [Fact]
    public void A_county_of_127_028_offences_scores_13_25()
    {
        if (!RealReference.IsThere(output))
            return;
        var weights = Rows("harm-weights/severity_codes.csv").DistinctBy(r => r["code_original"]).ToDictionary(r => r["code_original"], r => double.Parse(r["weight"]));
        var counts = Recorded("Lancashire").Where(r => weights.ContainsKey(r.Code)).GroupBy(r => r.Code).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        CrimeSeverity.Score(counts, weights, 1_490_497).Succeeded(out var score, out var problem).ShouldBeTrue(problem?.Message);
        // Corrections between quarters are negative; a reading that loses their sign gives 127,162 and 13.35.
        (score!.Offences, Math.Round(score.Weighted), Math.Round(score.PerResident, 2)).ShouldBe((127_028, 19_754_673, 13.25));
    }

    /// <summary>Offences of one force, or of all, as published: "-" is none, a negative count a correction.</summary>
    private static IEnumerable<(string Code, double Count)> Recorded(string force) => Rows("recorded-crime/prc-pfa-2017-18.csv.gz")
        .Where(r => force.Length == 0 || r["Force Name"] == force)
        .Select(r => (r["Offence Code"], r["Number of Offences"] is "-" ? 0 : (double)int.Parse(r["Number of Offences"], NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands)));

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
