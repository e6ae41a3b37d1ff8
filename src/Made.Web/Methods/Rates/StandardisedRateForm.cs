using System.Globalization;
using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>dsr</c>: directly standardised rates; with a column <c>eventfreq</c> those of repeated events.</summary>
internal sealed class StandardisedRateForm : IMethodForm
{
    private const string Repeated = "Dobson, with confidence adjusted for non-independent events";

    public MethodDescription Description { get; } = new()
    {
        Name = "dsr",
        Purpose = "Directly standardised rates with Dobson limits, also where one person has several events.",
        Reads = "CSV area,ageband,pop,obs,stdpop; for repeated events area,ageband,eventfreq,pop,persons,stdpop (persons with so many events each; empty: none)",
        Writes = "CSV area,total_count,total_pop,value,lower95_0cl,upper95_0cl,lower99_8cl,upper99_8cl,lowercl,uppercl,statistic,method "
            + "(lowercl and uppercl are those of the first level)",
        Units = "events per multiplier of the standard population; no rate below 10 events or where a band's events are missing",
        Source = "Dobson et al. 1991; PHE/DHSC, Public health technical guidance (Fingertips)",
        Page = "directly-standardised-rate",
        Options =
        [
            new("multiplier", "100000", "rates are per so many"),
            Confidence.Option,
            new("missing", "\"none\"", "none (no rate where a band's events are missing) or zero (they count as 0, as in PHEindicatormethods)"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "ageband", "pop", "stdpop");
        var repeated = table.Has("eventfreq");
        table.Needs(repeated ? "persons" : "obs");
        var (areas, bands) = (table.Texts("area"), table.Texts("ageband"));
        var populations = table.Numbers("pop", NumberRule.Positive);
        var weights = table.Numbers("stdpop", NumberRule.NotNegative);
        var counts = table.NumbersOrGaps(repeated ? "persons" : "obs", NumberRule.NotNegative);
        var frequencies = repeated ? table.Numbers("eventfreq", NumberRule.Positive) : [];
        var multiplier = input.Options.Number("multiplier", NumberRule.Positive);
        var levels = Confidence.Of(input.Options);
        if (repeated || input.Options.Choice("missing", "none", "zero") == "zero")
            counts = [.. counts.Select(c => double.IsNaN(c) ? 0 : c)];
        var groups = Enumerable.Range(0, table.Count)
            .Select(i => new Row(i, areas[i], bands[i], populations[i], weights[i], counts[i], repeated ? frequencies[i] : 1))
            .GroupBy(r => r.Area).ToList();
        foreach (var group in groups)
            Check(group, table, repeated);
        if (input.Fault is { } fault)
            return fault;
        var output = new OutputTable(["area", "total_count", "total_pop", "value", .. levels.SelectMany(Confidence.Columns), "lowercl", "uppercl", "statistic", "method"]);
        foreach (var group in groups)
        {
            var rate = repeated ? OfRepeated(group, multiplier) : DirectStandardisation.Of([.. group.Select(r => new AgeBand(r.Count, r.Population, r.Weight))], multiplier);
            var first = rate.Limits(levels[0]);
            output.Add([
                group.Key, rate.Events, rate.Population, rate.Rate, .. Confidence.Cells(levels, rate.Limits), first.Lower, first.Upper,
                Statistic(rate), repeated ? Repeated : "Dobson"]);
        }
        return new MethodOutput(output.ToString());
    }

    private static string Statistic(StandardisedRate rate) =>
        rate.IsKnown ? $"dsr per {rate.Multiplier.ToString("0.###############", CultureInfo.InvariantCulture)}"
        : rate.Events < DirectStandardisation.EventsNeeded ? "dsr NA for total count < 10"
        : "dsr NA where a band's events are missing";

    private static StandardisedRate OfRepeated(IEnumerable<Row> rows, double multiplier)
    {
        var bands = rows.GroupBy(r => r.Band).ToList();
        return DirectStandardisation.OfRepeated(
            [.. bands.Select(b => new AgeBand(0, b.First().Population, b.First().Weight))],
            [.. bands.Select(b => b.Select(r => (r.Frequency, r.Count)).ToList())],
            multiplier);
    }

    /// <summary>A band stands once, or once for each frequency with the same population and weight.</summary>
    private static void Check(IEnumerable<Row> rows, InputTable table, bool repeated)
    {
        foreach (var row in rows.GroupBy(r => (r.Band, r.Frequency)).SelectMany(g => g.Skip(1)))
            table.Wrong(row.Index, "ageband", $"'{row.Band}' stands there twice for area '{row.Area}'");
        foreach (var band in repeated ? rows.GroupBy(r => r.Band) : [])
            foreach (var row in band.Where(r => Differs(r.Population, band.First().Population) || Differs(r.Weight, band.First().Weight)))
                table.Wrong(row.Index, "pop", $"area '{row.Area}', band '{row.Band}': population or weight differ from an earlier row");
        if (rows.All(r => r.Weight == 0))
            table.Wrong(rows.First().Index, "stdpop", $"all weights of area '{rows.First().Area}' are 0");
    }

    private static bool Differs(double a, double b) => a > b || a < b;

    private sealed record Row(int Index, string Area, string Band, double Population, double Weight, double Count, double Frequency);
}
