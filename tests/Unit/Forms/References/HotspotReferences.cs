using System.Globalization;
using System.Text.Json;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Local and global statistics of places, repeats, concentration and hours of the week.</summary>
internal static class HotspotReferences
{
    private static readonly string[] Concentrations =
    [
        "n_places", "n_crimes", "gini_biased", "gini_unbiased", "gini_generalised_biased", "gini_generalised_unbiased",
        "share_of_places_for_25pct", "share_of_places_for_50pct", "share_of_places_for_80pct", "share_of_crime_in_top_5pct_places",
    ];

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        .. new[] { "columbus_crime", "grid10x10_queen", "grid5x5_island" }.Select(f => Runs($"07-hotspots/spatial_{f}.json", "local-moran", "{}; gi-star and gi too", () => Spatial(f))),
        Runs("07-hotspots/esda_getisord_six_points.json", "gi", "weights binary and row-standardised, variance sum-of-weights for the latter; gi-star too", SixPoints),
        Runs("07-hotspots/chicago_arson_xy_date.csv", "near-repeat", "the breaks and distance of the two knox files", () =>
        {
            Pairs("200m_1day");
            Pairs("250m_euclid");
        }),
        Runs("07-hotspots/knox_chicago_arson_200m_1day.json", "near-repeat", "its space_breaks, time_breaks and distance", () => Pairs("200m_1day")),
        Runs("07-hotspots/knox_chicago_arson_250m_euclid.json", "near-repeat", "its space_breaks, time_breaks and distance", () => Pairs("250m_euclid")),
        Runs("07-hotspots/concentration.json", "concentration", "{}", () => Cases("concentration", "concentration", Concentrations)),
        Runs("07-hotspots/pai.json", "pai", "{}", () => Cases("pai", "pai", ["pai"])),
        Runs("07-hotspots/aoristic_80_events.csv", "aoristic", "{}", Hours),
        Runs("07-hotspots/aoristic_80_hour_of_week.csv", "aoristic", "{}", Hours),
    ];

    private static void Spatial(string file)
    {
        Vectors.TryJson($"07-hotspots/spatial_{file}.json", out var c).ShouldBeTrue();
        var text = Vectors.Text($"07-hotspots/spatial_{file}.json");
        var (star, gi, moran) = (CommandRun.Json("gi-star", text), CommandRun.Json("gi", text), CommandRun.Json("local-moran", text));
        foreach (var key in new[] { "gi_star_z_binary_incl_self", "gi_star_p_two_sided", "gi_star_p_bonferroni", "gi_star_p_fdr_bh", "gi_star_p_adjustSP_holm" })
            Same(star.GetProperty(key), c.GetProperty(key), key);
        Same(gi.GetProperty("gi_z_binary_excl_self"), c.GetProperty("gi_z_binary_excl_self"), "gi");
        var (local, expected) = (moran.GetProperty("local_moran_rowstd"), c.GetProperty("local_moran_rowstd"));
        foreach (var key in new[] { "Ii", "E", "Var", "z", "p_two_sided" })
            Same(local.GetProperty(key), expected.GetProperty(key), key);
        local.GetProperty("quadrant_mean").EnumerateArray().Select(q => q.GetString()).ShouldBe(expected.GetProperty("quadrant_mean").EnumerateArray().Select(q => q.GetString()));
        foreach (var value in c.GetProperty("moran_I").EnumerateObject())
            Near(moran.GetProperty("moran_I").GetProperty(value.Name).GetDouble(), value.Value.GetDouble(), 1e-9, value.Name);
        var (g, all) = (gi.GetProperty("global_G_binary"), c.GetProperty("global_G_binary"));
        foreach (var key in new[] { "G", "E", "var" })
            Near(g.GetProperty(key).GetDouble() / all.GetProperty(key).GetDouble(), 1, 1e-9, $"global G {key}");
        Near(g.GetProperty("z").GetDouble(), all.GetProperty("z")[0][0].GetDouble(), 1e-9, "global G z");
    }

    private static void SixPoints()
    {
        Vectors.TryJson("07-hotspots/esda_getisord_six_points.json", out var c).ShouldBeTrue();
        var points = c.GetProperty("points").EnumerateArray().Select(p => p.Numbers()).ToArray();
        var near = points.Select((a, i) => Enumerable.Range(0, points.Length)
            .Where(j => j != i && Math.Sqrt(Math.Pow(a[0] - points[j][0], 2) + Math.Pow(a[1] - points[j][1], 2)) <= c.GetProperty("threshold_inclusive").GetDouble()).Select(j => j + 1));
        var text = $$"""{"values": {{c.GetProperty("values").GetRawText()}}, "neighbours_1based": {{JsonSerializer.Serialize(near)}}}""";
        var (gi, star) = (CommandRun.Json("gi", text), CommandRun.Json("gi-star", text));
        Same(gi.GetProperty("gi_z_binary_excl_self"), c.GetProperty("spdep").GetProperty("gi"), "gi");
        Same(star.GetProperty("gi_star_z_binary_incl_self"), c.GetProperty("spdep").GetProperty("gi_star"), "gi star");
        const string Rows = """{"weights": "row-standardised", "variance": "sum-of-weights"}""";
        var published = c.GetProperty("published");
        Printed(gi.GetProperty("gi_z_binary_excl_self")[0], "gi_z0_binary");
        Printed(star.GetProperty("gi_star_z_binary_incl_self")[0], "gi_star_z0_binary");
        Printed(CommandRun.Json("gi", text, Rows).GetProperty("gi_z_rowstd_excl_self")[0], "gi_z0_rowstd");
        Printed(CommandRun.Json("gi-star", text, Rows).GetProperty("gi_star_z_rowstd_incl_self")[0], "gi_star_z0_rowstd");
        Printed(gi.GetProperty("global_G_binary").GetProperty("G"), "global_G");
        Math.Round(gi.GetProperty("global_G_binary").GetProperty("p_one_sided").GetDouble(), 6).ShouldBe(published.GetProperty("global_G_p_norm_one_sided").GetDouble());

        // Published with eight decimals.
        void Printed(JsonElement ours, string key) => ours.GetDouble().ShouldBe(published.GetProperty(key).GetDouble(), 5.1e-9, key);
    }

    private static void Pairs(string file)
    {
        Vectors.TryJson($"07-hotspots/knox_chicago_arson_{file}.json", out var c).ShouldBeTrue();
        var options = $$"""
            {"space_breaks": {{c.GetProperty("space_breaks").GetRawText()}}, "time_breaks": {{c.GetProperty("time_breaks").GetRawText()}},
            "distance": {{c.GetProperty("distance").GetRawText()}}, "permutations": 199, "seed": 7}
            """;
        var ours = CommandRun.Json("near-repeat", Vectors.Text("07-hotspots/chicago_arson_xy_date.csv"), options);
        ours.GetProperty("n_events").GetInt32().ShouldBe(c.GetProperty("n_events").GetInt32());
        ours.GetProperty("interval_convention").GetString().ShouldBe(c.GetProperty("interval_convention").GetString());
        Table(ours, "observed").ShouldBe(Table(c, "observed"));
        foreach (var key in new[] { "expected_exact_permutation_mean", "knox_ratio_exact" })
            foreach (var (a, b) in Table(ours, key).Zip(Table(c, key)))
                Near(a, b, 1e-9, key);

        // Both p are drawn, ours 199 times and theirs 999: within three standard errors of their difference and the step of ours.
        foreach (var (a, b) in Table(ours, "p_one_sided").Zip(Table(c, "p_mc999_one_sided")))
            a.ShouldBe(b, 0.005 + (3 * Math.Sqrt(b * (1 - b) * ((1 / 200.0) + (1 / 1000.0)))));
    }

    private static double[] Table(JsonElement file, string key) => [.. file.GetProperty(key).EnumerateArray().SelectMany(r => r.Numbers())];

    private static void Cases(string method, string file, string[] keys)
    {
        var cases = Vectors.Entries($"07-hotspots/{file}.json", "cases").ToList();
        var ours = CommandRun.Json(method, Vectors.Text($"07-hotspots/{file}.json")).GetProperty("cases").EnumerateArray().ToList();
        ours.Count.ShouldBe(cases.Count);
        foreach (var (our, c) in ours.Zip(cases))
            foreach (var key in keys)
                Near(our.GetProperty(key).GetDouble(), c.GetProperty(key).GetDouble(), 1e-9, key);
    }

    private static void Hours()
    {
        var output = CommandRun.Output("aoristic", Vectors.Text("07-hotspots/aoristic_80_events.csv"), summary: true);
        var rows = Vectors.Rows("07-hotspots/aoristic_80_hour_of_week.csv");
        var ours = CommandRun.Rows(output.Text);
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            Near(our, row, "hour_of_week hour weight");
            our["day"].ShouldBe(row["day"]);
        }
        var summary = JsonDocument.Parse(output.Summary).RootElement;
        summary.GetProperty("total_weight").GetDouble().ShouldBe(80, 1e-9);
        summary.GetProperty("ends_before_start").GetInt32().ShouldBe(1);
    }

    private static void Same(JsonElement ours, JsonElement theirs, string key)
    {
        var (a, b) = (ours.Numbers(), theirs.Numbers());
        a.Length.ShouldBe(b.Length, key);
        for (var i = 0; i < a.Length; i++)
            Near(a[i], b[i], 1e-9, string.Create(CultureInfo.InvariantCulture, $"{key} of place {i + 1}"));
    }
}
