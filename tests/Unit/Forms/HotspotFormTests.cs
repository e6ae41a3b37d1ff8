using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class HotspotFormTests
{
    private const string Places = """{"values": [1, 2, 3, 10, 12, 5], "neighbours_1based": [[2], [1, 3], [2, 4], [3, 5], 4, []]}""";

    [Fact]
    public void Places_get_scores_and_every_kind_of_p()
    {
        var star = FormRun.Json("gi-star", Places, """{"p_adjust": "holm"}""");
        star.GetProperty("gi_star_z_binary_incl_self").GetArrayLength().ShouldBe(6);
        star.GetProperty("p_adjusted").ToString().ShouldBe(star.GetProperty("gi_star_p_holm").ToString());
        foreach (var (name, key) in new[] { ("bonferroni", "gi_p_bonferroni"), ("fdr", "gi_p_fdr_bh"), ("BH", "gi_p_fdr_bh"), ("neighbourhood", "gi_p_adjustSP_holm") })
        {
            var json = FormRun.Json("gi", Places, $$"""{"p_adjust": "{{name}}"}""");
            json.GetProperty("p_adjusted").ToString().ShouldBe(json.GetProperty(key).ToString());
        }
        var gi = FormRun.Json("gi", Places, """{"weights": "row-standardised"}""");
        gi.GetProperty("gi_z_rowstd_excl_self")[5].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        gi.TryGetProperty("p_adjusted", out _).ShouldBeFalse();
    }

    [Fact]
    public void Local_Moran_draws_only_when_asked()
    {
        var json = FormRun.Json("local-moran", Places, """{"permutations": 99, "seed": 4, "p_adjust": "fdr"}""");
        var local = json.GetProperty("local_moran_rowstd");
        local.GetProperty("p_randomised").GetArrayLength().ShouldBe(6);
        local.GetProperty("p_adjusted").ToString().ShouldBe(local.GetProperty("p_fdr_bh").ToString());
        json.GetProperty("moran_I").GetProperty("E").GetDouble().ShouldBe(-0.25);
        FormRun.Text("local-moran", Places, """{"permutations": 99, "seed": 4, "p_adjust": "fdr"}""").ShouldBe(json.GetRawText() + "\n");
        FormRun.Json("local-moran", Places).GetProperty("local_moran_rowstd").TryGetProperty("p_randomised", out _).ShouldBeFalse();
        FormRun.Json("local-moran", """{"values": [1, 2, 4], "neighbours_1based": [2, 1, 1]}""").TryGetProperty("moran_I", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"values": [1, "x"], "neighbours_1based": [[2], [1]]}""", "input, 'values', item 2: \"x\" is not a number.")]
    [InlineData("""{"values": [1, null], "neighbours_1based": [[2], [1]]}""", "input, 'values', item 2: null is not a number.")]
    [InlineData("""{"values": [1, 2], "neighbours_1based": [[2], [0]]}""", "input, neighbours_1based, entry 2, item 1: 0 is not the number of a place.")]
    [InlineData("""{"values": [1, 2], "neighbours_1based": [[2], [1.5]]}""", "input, neighbours_1based, entry 2, item 1: 1.5 is not the number of a place.")]
    [InlineData("""{"values": [1, 2], "neighbours_1based": [[2], [3]]}""", "Place 2 has the neighbour 3, which is no other place or is named twice.")]
    [InlineData("""{"values": [1, 2], "neighbours_1based": [[2]]}""", "Place 1 has the neighbour 2, which is no other place or is named twice.")]
    [InlineData("""{"values": [2, 2], "neighbours_1based": [[2], [1]]}""", "All values are the same, so no place can stand out.")]
    [InlineData("""{"values": [1, 2]}""", "input, 'neighbours_1based': is missing.")]
    public void Places_that_do_not_fit_are_refused(string text, string said)
    {
        FormRun.Refusal("gi-star", text).ShouldBe(said);
        FormRun.Of("local-moran", text).Problem.ShouldNotBeNull();
    }

    [Fact]
    public void Events_are_read_with_and_without_a_header()
    {
        const string Rows = "0,0,2024-01-01\n30,40,2024-01-03\n500,0,2024-01-20T12:00\n";
        const string Options = """{"space_breaks": [0, 70, "Inf"], "time_breaks": ["0", "2", "Inf"], "distance": "euclidean", "permutations": 0}""";
        var json = FormRun.Json("near-repeat", "x,y,date\n" + Rows, Options);
        FormRun.Text("near-repeat", Rows, Options).ShouldBe(json.GetRawText() + "\n");
        json.GetProperty("observed").ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).ShouldBe("[[0,1],[0,2]]");
        json.GetProperty("expected_exact_permutation_mean")[1][1].GetDouble().ShouldBe(2);
        json.GetProperty("knox_ratio_exact")[0][0].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        json.GetProperty("p_one_sided").GetArrayLength().ShouldBe(0);
        FormRun.Json("near-repeat", Rows, """{"space_breaks": [0, 70], "time_breaks": [0, 3]}""").GetProperty("p_one_sided").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("x,y,date\n0,0,2024-01-01\n1,a,2024-01-02\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "input, row 3, column 'y': 'a' is not a number.")]
    [InlineData("0,0,2024-01-01\n1,a,2024-01-02\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "input, row 2, column 'y': 'a' is not a number.")]
    [InlineData("x,y,date\n0,0,01/02/2024\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "input, row 2, column 'date': '01/02/2024' is not a date or time (yyyy-MM-dd, yyyy-MM-ddTHH:mm).")]
    [InlineData("x,y,date\n0,0,\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "input, row 2, column 'date': is empty.")]
    [InlineData("x,y\n0,0\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "input, row 1: there is no column 'date'; the header has 'x', 'y'.")]
    [InlineData("x,y,date\n0,0,2024-01-01\n", """{"space_breaks": [0, 1], "time_breaks": [0, 1]}""", "There are 1 events; pairs need at least 2.")]
    [InlineData("x,y,date\n0,0,2024-01-01\n", """{"time_breaks": [0, 1]}""", "options, 'space_breaks': is missing.")]
    [InlineData("x,y,date\n0,0,2024-01-01\n", """{"space_breaks": [0, "far"], "time_breaks": [0, 1]}""", "options, 'space_breaks', item 2: \"far\" is not a number.")]
    [InlineData("x,y,date\n0,0,2024-01-01\n1,1,2024-01-01\n", """{"space_breaks": [1, 0], "time_breaks": [0, 1]}""", "The space breaks do not rise from 0 or more, or are fewer than two.")]
    public void Events_and_bands_that_do_not_fit_are_refused(string text, string options, string said) => FormRun.Refusal("near-repeat", text, options).ShouldBe(said);

    [Fact]
    public void Counts_become_measures_of_concentration()
    {
        var json = FormRun.Json("concentration", """{"counts": [6, 2, 1, 1, 0, 0, 0, 0, 0, 0]}""");
        json.GetProperty("gini_biased").GetDouble().ShouldBe(0.76, 1e-15);
        json.GetProperty("share_of_places_for_80pct").GetDouble().ShouldBe(0.2);
        json.GetProperty("lorenz")[1][1].GetDouble().ShouldBe(0.6);
        FormRun.Json("concentration", """{"counts": [1]}""").GetProperty("gini_unbiased").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        FormRun.Refusal("concentration", """{"counts": [1, -1]}""").ShouldBe("input, 'counts', item 2: -1 is not a whole number from 0 to 1,000,000,000,000.");
        FormRun.Refusal("concentration", """{"counts": [1, 0.5]}""").ShouldContain("0.5 is not a whole number");
        FormRun.Refusal("concentration", """{"counts": [0]}""").ShouldBe("There are no events.");
        FormRun.Refusal("concentration", """{"cases": [{"id": "a", "counts": [0]}]}""").ShouldBe("cases, entry 1: There are no events.");
    }

    [Fact]
    public void Uncertain_times_become_hours_of_the_week()
    {
        const string Events = "id,from,to\na,2024-01-07T00:30,2024-01-07T02:00\nb,2024-01-08 09:15:00,\nc,2024-01-08T09:15,2024-01-08T08:00\n";
        var rows = FormRun.Rows("aoristic", Events);
        rows.Count.ShouldBe(168);
        rows[1].ShouldBe(new Dictionary<string, string> { ["hour_of_week"] = "2", ["day"] = "Sun", ["hour"] = "1", ["weight"] = "0.6666666666666666" });
        rows[33]["weight"].ShouldBe("2");
        rows[33]["day"].ShouldBe("Mon");
        FormRun.Output("aoristic", Events).Summary.ShouldContain("\"ends_before_start\": 1");
        FormRun.Refusal("aoristic", "id,from,to\na,,2024-01-07\n").ShouldBe("input, row 2, column 'from': is empty.");
        FormRun.Refusal("aoristic", "id,from,to\na,2024-01-07,later\n").ShouldBe("input, row 2, column 'to': 'later' is not a date or time (yyyy-MM-dd, yyyy-MM-ddTHH:mm).");
    }

    [Fact]
    public void Hotspots_and_repeat_victims_are_measured()
    {
        FormRun.Json("pai", """{"hits": 30, "total_crimes": 120, "hotspot_area": 2, "study_area": 50}""").GetProperty("pai").GetDouble().ShouldBe(6.25, 1e-14);
        FormRun.Refusal("pai", """{"hits": 30, "total_crimes": 20, "hotspot_area": 2, "study_area": 50}""").ShouldBe("The number of events in the hotspots is negative or larger than the number of events.");
        FormRun.Refusal("pai", """{"hits": 3, "total_crimes": 0, "hotspot_area": 2, "study_area": 50}""").ShouldBe("input, 'total_crimes': 0 is not above 0.");
        const string Events = "victim,date\na,2023-01-01\na,2023-01-11\nb,2023-01-11\n";
        FormRun.Rows("repeat-victims", Events).Select(r => r["earlier"] + r["repeat"]).ShouldBe(["0FALSE", "1TRUE", "0FALSE"]);
        FormRun.Rows("repeat-victims", Events, """{"days": 9}""")[1]["earlier"].ShouldBe("0");
        FormRun.Output("repeat-victims", Events).Summary.ShouldContain("\"repeat_victims\": 1");
        FormRun.Refusal("repeat-victims", "victim,date\n,2023-01-01\n").ShouldBe("input, row 2, column 'victim': is empty.");
    }
}
