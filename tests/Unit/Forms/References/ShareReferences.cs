using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Severity, apportionment and the stages of a service.</summary>
internal static class ShareReferences
{
    private const string Weights = "04-severity/ons_css_weights_by_offence.csv";
    private const string Scores = "04-severity/ons_css_published_scores_trafford_gm_england.csv";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("04-severity/css_worked_cases.json", "severity", "{}", Worked),
        Runs(Weights, "severity", "{}; one offence of each code among one resident", Held),
        Runs("04-severity/police_uk_ons_code_join.csv", "severity", "{}; the code of each joined category", Joined),
        None(Scores, "scores of areas without their counts by offence; that their groups add up to the total is checked by SeverityTests"),
        Runs("09-apportionment/largest_remainder.json", "apportion", "{}", Apportioned),
        Runs("10-funnel-table/seed004_domestic_abuse_funnel.json", "funnel-table", "{}", Stages),
    ];

    private static void Worked()
    {
        var cases = Vectors.Entries("04-severity/css_worked_cases.json", "cases").ToList();
        var ours = CommandRun.Json("severity", Vectors.Text("04-severity/css_worked_cases.json"));
        ours.GetProperty("weights_version").GetString().ShouldBe("ons-2020");
        foreach (var (our, row) in ours.GetProperty("cases").EnumerateArray().Zip(cases))
            foreach (var name in new[] { "weighted_total", "css", "mean_weight_per_offence", "offences_per_1000" })
                Near(our.GetProperty(name).GetDouble(), row.GetProperty(name).GetDouble(), 1e-9, name);
    }

    private static void Held()
    {
        var rows = Vectors.Rows(Weights).SelectMany(r => new[] { r["code_original"], r["code_severity"] }.Select(c => (Code: c, Weight: r.Number("weight")))).ToList();
        foreach (var (our, row) in Single(rows.Select(r => r.Code)).Zip(rows))
            Near(our, row.Weight, 1e-9, row.Code);
    }

    private static void Joined()
    {
        // The join is printed with ten figures.
        var rows = Vectors.Rows("04-severity/police_uk_ons_code_join.csv").Where(r => r["ONS_SEVERITY_code"].Length > 0).ToList();
        foreach (var (our, row) in Single(rows.Select(r => r["ONS_SEVERITY_code"])).Zip(rows))
            Math.Abs(our - row.Number("ONS_SEVERITY_weight")).ShouldBeLessThan(5.1e-8 * Math.Max(1, row.Number("ONS_SEVERITY_weight")), row["ONS_SEVERITY_code"]);
    }

    private static IEnumerable<double> Single(IEnumerable<string> codes)
    {
        var cases = codes.Select(c => $$"""{"id": "x", "counts": {{{JsonSerializer.Serialize(c)}}: 1}, "population": 1}""");
        return CommandRun.Json("severity", $$"""{"cases": [{{string.Join(',', cases)}}]}""").GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("css").GetDouble());
    }

    private static void Apportioned()
    {
        var cases = Vectors.Entries("09-apportionment/largest_remainder.json", "cases").ToList();
        var ours = CommandRun.Json("apportion", Vectors.Text("09-apportionment/largest_remainder.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(cases.Count);
        foreach (var (our, row) in ours.Zip(cases))
        {
            var areas = our.GetProperty("areas").EnumerateArray().ToList();
            areas.Sum(a => a.GetProperty("largest_remainder").GetInt64()).ShouldBe(row.GetProperty("total").GetInt64());
            areas.Count.ShouldBe(row.GetProperty("areas").GetArrayLength());
            foreach (var (area, expected) in areas.Zip(row.GetProperty("areas").EnumerateArray()))
                foreach (var name in new[] { "code", "exact_share", "largest_remainder" })
                    area.GetProperty(name).GetRawText().ShouldBe(expected.GetProperty(name).GetRawText(), row.GetProperty("id").GetString());
        }
    }

    private static void Stages()
    {
        var rows = Vectors.Entries("10-funnel-table/seed004_domestic_abuse_funnel.json", "rows").ToList();
        var ours = CommandRun.Json("funnel-table", Vectors.Text("10-funnel-table/seed004_domestic_abuse_funnel.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            foreach (var stage in row.GetProperty("recomputed_percent").EnumerateObject())
                Near(our.GetProperty("percent").GetProperty(stage.Name).GetDouble(), stage.Value.GetDouble(), 1e-6, stage.Name);
            foreach (var stage in row.GetProperty("rounded_half_up").EnumerateObject())
                our.GetProperty("rounded_half_up").GetProperty(stage.Name).GetDouble().ShouldBe(stage.Value.GetDouble());
            our.GetProperty("immediate_plus_ongoing_equals_engaged").GetBoolean().ShouldBe(row.GetProperty("immediate_plus_ongoing_equals_engaged").GetBoolean());
        }
    }
}
