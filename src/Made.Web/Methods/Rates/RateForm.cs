using Made.Core;
using Made.Core.Methods;

namespace Made.Web.Methods.Rates;

/// <summary><c>rate-ci</c>: a rate and its limits for each area.</summary>
internal sealed class RateForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "rate-ci",
        Purpose = "Rates of events with confidence limits (exact Poisson below 10, Byar from 10).",
        Reads = "CSV area,count,population",
        Writes = "CSV area,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,method",
        Units = "events per multiplier of the population, for the period of the count; not annualised",
        Source = "PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "poisson-rate",
        Options =
        [
            new("multiplier", "1000", "rates are per so many of the population"),
            Confidence.Option,
            new("limits", "\"exact-below-10\"", "exact-below-10 (as Fingertips), exact or byars for every count; byars has no lower limit at 0 events"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "count", "population");
        var areas = table.Texts("area");
        var counts = table.NumbersOrGaps("count", NumberRule.NotNegative);
        var populations = table.NumbersOrGaps("population", NumberRule.Positive);
        var multiplier = input.Options.Number("multiplier", NumberRule.Positive);
        var levels = Confidence.Of(input.Options);
        var limits = input.Options.Choice("limits", "exact-below-10", "exact", "byars");
        if (input.Fault is { } fault)
            return fault;
        var output = new OutputTable(["area", "value", .. levels.SelectMany(Confidence.Columns), "method"]);
        for (var i = 0; i < table.Count; i++)
        {
            var (x, n) = (counts[i], populations[i]);
            var method = double.IsNaN(x) ? OutputCell.Gap : limits switch { "exact" => "Exact", "byars" => "Byars", _ => PoissonInterval.MethodFor(x) };
            output.Add([areas[i], multiplier * x / n, .. Confidence.Cells(levels, c => Limits(limits, x, c).Times(multiplier / n)), method]);
        }
        return new MethodOutput(output.ToString());
    }

    private static Interval Limits(string limits, double count, double confidence) => limits switch
    {
        _ when double.IsNaN(count) => Interval.None,
        "exact" => PoissonInterval.Exactly(count, confidence),
        "byars" => PoissonInterval.Byar(count, confidence),
        _ => PoissonInterval.OfCount(count, confidence),
    };
}
