using System.Globalization;
using Made.Core;
using Made.Core.Methods;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>isr</c>: indirectly standardised ratios and rates.</summary>
internal sealed class IndirectForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "isr",
        Purpose = "Observed events over those expected at a reference's rates, as a ratio or as a rate.",
        Reads = "CSV area,ageband,count,pop,refcount,refpop (the reference's events and residents in the same band)",
        Writes = "CSV area,observed,expected,ref_rate,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,statistic,method",
        Units = "a ratio (1 is as expected), or events per multiplier; no value where nothing is expected",
        Source = "PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "indirectly-standardised-ratio",
        Options =
        [
            new("measure", "\"ratio\"", "ratio (observed over expected) or rate (that times the reference's own rate)"),
            new("multiplier", "", "values are per so many; left out: 1 for ratios, 100000 for rates"),
            Confidence.Option,
            new("missing", "\"none\"", "none (no value where a band's events, of area or reference, or residents are missing) or zero (they count as 0, as in PHEindicatormethods)"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "ageband", "count", "pop", "refcount", "refpop");
        var (areas, bands) = (table.Texts("area"), table.Texts("ageband"));
        var isRate = input.Options.Choice("measure", "ratio", "rate") == "rate";
        var zero = input.Options.Choice("missing", "none", "zero") == "zero";
        var (counts, populations, events) = (Held("count"), Held("pop"), Held("refcount"));
        var references = table.Numbers("refpop", NumberRule.Positive);
        var multiplier = input.Options.Has("multiplier") ? input.Options.Number("multiplier", NumberRule.Positive) : isRate ? 100_000 : 1;
        var levels = Confidence.Of(input.Options);
        foreach (var band in Enumerable.Range(0, table.Count).GroupBy(i => (areas[i], bands[i])).SelectMany(g => g.Skip(1)))
            table.Wrong(band, "ageband", $"'{bands[band]}' stands there twice for area '{areas[band]}'");
        if (input.Fault is { } fault)
            return fault;
        var output = new OutputTable(["area", "observed", "expected", "ref_rate", "value", .. levels.SelectMany(Confidence.Columns), "statistic", "method"]);
        var per = multiplier.ToString("0.###############", CultureInfo.InvariantCulture);
        foreach (var area in Enumerable.Range(0, table.Count).GroupBy(i => areas[i]))
        {
            if (area.Any(i => double.IsNaN(counts[i] + populations[i] + events[i])))
            {
                output.Add([area.Key, OutputCell.Gap, OutputCell.Gap, OutputCell.Gap, OutputCell.Gap, .. levels.SelectMany(_ => new[] { OutputCell.Gap, OutputCell.Gap }), "isr NA where a band's figures are missing", OutputCell.Gap]);
                continue;
            }
            var ratio = IndirectStandardisation.Of(area.Sum(i => counts[i]), [.. area.Select(i => populations[i])], [.. area.Select(i => (events[i], references[i]))]);
            output.Add([
                area.Key, ratio.Observed, ratio.Expected, ratio.ReferenceRate * (isRate ? multiplier : 1), isRate ? ratio.Rate(multiplier) : ratio.Ratio * multiplier,
                .. Confidence.Cells(levels, c => isRate ? ratio.RateLimits(multiplier, c) : ratio.RatioLimits(c).Times(multiplier)),
                isRate ? $"indirectly standardised rate per {per}" : $"indirectly standardised ratio x {per}", PoissonInterval.MethodFor(ratio.Observed)]);
        }
        return new MethodOutput(output.ToString());

        double[] Held(string column) => [.. table.NumbersOrGaps(column, NumberRule.NotNegative).Select(v => zero && double.IsNaN(v) ? 0 : v)];
    }
}
