using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>The figures that the delivery is measured by, through the program's own commands on the real open data.</summary>
public sealed class AcceptanceFigureTests
{
    [Fact]
    public async Task The_receipts_of_the_39_street_files_add_up_to_what_is_known()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(prepared.File("receipts.json")));
        var receipts = document.RootElement.EnumerateArray().ToList();
        receipts.Count.ShouldBe(39);
        long Sum(string field) => receipts.Sum(r => r.GetProperty(field).GetInt64());
        (Sum("recordsIn"), Sum("duplicates"), Sum("stored"), Sum("rejected")).ShouldBe((669_968, 2_842, 667_126, 0));
        (Sum("withoutPlace"), Sum("outsideArea")).ShouldBe((40_154, 1_738));
        (Sum("stored") - Sum("withoutPlace") - Sum("outsideArea")).ShouldBe(625_234);
        receipts.ShouldAllBe(r => r.GetProperty("stored").GetInt64() + r.GetProperty("rejected").GetInt64() + r.GetProperty("duplicates").GetInt64() == r.GetProperty("recordsIn").GetInt64());
        receipts.ShouldAllBe(r => r.GetProperty("verdict").GetString()!.StartsWith("accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task December_2019_and_March_2025_count_what_is_known()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var home = prepared.Copy();
        await Counts(home, "2019-12", ("E07000118", 636, 210), ("E06000009", 1743, 658), ("E07000123", 1473, 496), ("E07000124", 215, 70));
        await Counts(home, "2025-03", ("E07000118", 546, 238), ("E07000128", 658, 275), ("E07000122", 583, 272));
    }

    [Fact]
    public async Task Rates_name_the_population_they_divide_by()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var home = prepared.Copy();
        var chorley = (await Month(home, "district", "E07000118", "2019-12")).Single(r => r["indicator"] == "all-crime");
        (chorley["denominator"], chorley["population_year"]).ShouldBe(("118216", "2019"));
        double.Parse(chorley["value"]).ShouldBe(636 * 1000.0 / 118_216, 0.001);
        double.Parse(chorley["lower95"]).ShouldBeLessThan(double.Parse(chorley["value"]));
        var county = (await Month(home, "county", "E10000017", "2019-12")).Single(r => r["indicator"] == "all-crime");
        (county["denominator"], county["area_name"]).ShouldBe(("1219799", "Lancashire-12"));
    }

    [Fact]
    public async Task July_2022_is_a_rise_for_no_district_since_placement_changed()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var home = prepared.Copy();
        foreach (var level in new[] { "district", "csp" })
        {
            var rows = (await Measures(home, "all-crime", level, "", "2022-07", "2022-07")).Rows;
            rows.Count.ShouldBe(14);
            rows.Select(r => r["comparable"]).Distinct().ShouldBe(["false"]);
            rows.Select(r => r["comparable_note"]).Distinct().ShouldBe(["not comparable: placement changed"]);
            rows.ShouldAllBe(r => r["change_year"].Length == 0, "a change that may not be compared has no number to be taken for a rise");
            rows.ShouldAllBe(r => r["variation"] != "high");
        }
    }

    [Fact]
    public async Task A_gap_breaks_every_rolling_sum_and_is_never_zero()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var home = prepared.Copy();
        var months = (await Measures(home, "all-crime", "district", "E07000118", "2018-11", "2025-06")).Rows.ToDictionary(r => r["period"]);
        months.Count.ShouldBe(80);
        var held = OpenDataHome.Street("lancashire").Select(f => Path.GetFileName(f)[..7]).ToHashSet();
        foreach (var (month, row) in months)
            (row["count"].Length > 0, row["absence"]).ShouldBe(held.Contains(month) ? (true, "") : (false, "not-loaded"), month);
        var rolling = (await Measures(home, "all-crime", "district", "E07000118", "2018-11", "2025-06", "rolling12")).Rows;
        var whole = rolling.Where(r => r["count"].Length > 0).ToList();
        whole.Select(r => r["period"]).ShouldBe(["2021-09-r12", "2021-10-r12", "2021-11-r12", "2021-12-r12", "2022-01-r12", "2022-02-r12", "2022-03-r12", "2022-04-r12", "2022-05-r12", "2022-06-r12", "2022-07-r12"]);
        var last12 = months.Where(m => string.CompareOrdinal(m.Key, "2021-08") >= 0 && string.CompareOrdinal(m.Key, "2022-07") <= 0).Sum(m => long.Parse(m.Value["count"]));
        long.Parse(whole[^1]["count"]).ShouldBe(last12);
        rolling.Except(whole).ShouldAllBe(r => r["value"].Length == 0 && r["absence"].Length > 0);
    }

    [Fact]
    public async Task Districts_and_the_unplaced_add_up_to_the_force()
    {
        if (await OpenDataHome.Prepared() is not { } prepared)
            return;
        using var home = prepared.Copy();
        async Task<long> Sum(string level) => (await Measures(home, "all-crime,asb", level, "", "2019-12", "2019-12")).Rows.Sum(r => long.Parse(r["count"]));
        var districts = await Sum("district");
        (await Sum("pan")).ShouldBe(districts);
        (await Sum("csp")).ShouldBe(districts);
        (await Sum("policing-area")).ShouldBe(districts);
        (await Sum("ward")).ShouldBe(districts);
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(prepared.File("receipts.json")));
        var receipt = document.RootElement.EnumerateArray().Single(r => r.GetProperty("period").GetString() == "2019-12");
        (await Sum("force")).ShouldBe(receipt.GetProperty("stored").GetInt64());
        districts.ShouldBe(receipt.GetProperty("stored").GetInt64() - receipt.GetProperty("withoutPlace").GetInt64() - receipt.GetProperty("outsideArea").GetInt64());
    }

    private static async Task Counts(HomeCopy home, string month, params (string District, int Crime, int Asb)[] known)
    {
        var rows = await Month(home, "district", string.Join(',', known.Select(k => k.District)), month);
        foreach (var (district, crime, asb) in known)
        {
            var own = rows.Where(r => r["area_code"] == district).ToDictionary(r => r["indicator"], r => int.Parse(r["count"]));
            (own["all-crime"], own["asb"]).ShouldBe((crime, asb), $"{district} {month}");
        }
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> Month(HomeCopy home, string level, string areas, string month) =>
        (await Measures(home, "all-crime,asb", level, areas, month, month)).Rows;

    private static async Task<ProgramRun> Measures(HomeCopy home, string indicators, string level, string areas, string from, string to, string period = "month")
    {
        IEnumerable<string> area = areas.Length > 0 ? ["--area", areas] : [];
        return (await home.Made(["measures", "--indicator", indicators, "--level", level, .. area, "--from", from, "--to", to, "--period", period, "--format", "csv"])).Exits(0);
    }
}
