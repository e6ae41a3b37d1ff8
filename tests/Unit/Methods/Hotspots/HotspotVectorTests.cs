using System.Globalization;
using System.Text.Json;
using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

public class HotspotVectorTests
{
    [Theory]
    [InlineData("spatial_columbus_crime")]
    [InlineData("spatial_grid10x10_queen")]
    [InlineData("spatial_grid5x5_island")]
    public void Local_statistics_agree_with_spdep(string file)
    {
        if (!Vectors.TryJson($"07-hotspots/{file}.json", out var c))
            return;
        var values = c.GetProperty("values").Numbers();
        var binary = Neighbours(c.GetProperty("neighbours_1based"), WeightStyle.Binary);

        Agree(GetisOrd.Excluding(values, binary).Value(), c.GetProperty("gi_z_binary_excl_self"));
        var star = GetisOrd.Star(values, binary).Value();
        Agree(star, c.GetProperty("gi_star_z_binary_incl_self"));
        var p = GetisOrd.P(star);
        Agree(p, c.GetProperty("gi_star_p_two_sided"));
        Agree(AdjustedP.Bonferroni(p), c.GetProperty("gi_star_p_bonferroni"));
        Agree(AdjustedP.FalseDiscovery(p), c.GetProperty("gi_star_p_fdr_bh"));
        Agree(AdjustedP.ByNeighbourhood(p, binary), c.GetProperty("gi_star_p_adjustSP_holm"));

        var moran = c.GetProperty("local_moran_rowstd");
        var places = LocalMoran.Places(values, binary.As(WeightStyle.RowStandardised)).Value();
        Agree([.. places.Select(m => m.I)], moran.GetProperty("Ii"));
        Agree([.. places.Select(m => m.Expected)], moran.GetProperty("E"));
        Agree([.. places.Select(m => m.Variance)], moran.GetProperty("Var"));
        Agree([.. places.Select(m => m.Z)], moran.GetProperty("z"));
        Agree([.. places.Select(m => m.P)], moran.GetProperty("p_two_sided"));
        places.Select(m => m.Quadrant).ShouldBe(moran.GetProperty("quadrant_mean").EnumerateArray().Select(q => q.GetString()));

        var global = GlobalMoran.Of(values, binary.As(WeightStyle.RowStandardised)).Value();
        var expected = c.GetProperty("moran_I");
        Agree([global.I, global.Expected, global.VarianceRandomised, global.VarianceNormal, global.Z, global.P],
            [.. new[] { "I", "E", "var_randomisation", "var_normality", "z_randomisation", "p_two_sided" }.Select(k => expected.GetProperty(k).GetDouble())]);
    }

    [Fact]
    public void The_published_six_points_come_out()
    {
        if (!Vectors.TryJson("07-hotspots/esda_getisord_six_points.json", out var c))
            return;
        var points = c.GetProperty("points").EnumerateArray().Select(p => p.Numbers()).ToArray();
        var near = points.Select((a, i) => (IReadOnlyList<int>)[.. points.Select((b, j) => (Far: Math.Sqrt(Math.Pow(a[0] - b[0], 2) + Math.Pow(a[1] - b[1], 2)), j))
            .Where(p => p.Far <= 15 && p.j != i).Select(p => p.j + 1)]).ToArray();
        var values = c.GetProperty("values").Numbers();
        var binary = SpatialWeights.FromOne(near, WeightStyle.Binary).Value();
        Agree(GetisOrd.Excluding(values, binary).Value(), c.GetProperty("spdep").GetProperty("gi"));
        Agree(GetisOrd.Star(values, binary).Value(), c.GetProperty("spdep").GetProperty("gi_star"));
        var published = c.GetProperty("published");
        GetisOrd.Excluding(values, binary).Value()[0].ShouldBe(published.GetProperty("gi_z0_binary").GetDouble(), 1e-7);
        GetisOrd.Star(values, binary).Value()[0].ShouldBe(published.GetProperty("gi_star_z0_binary").GetDouble(), 1e-7);
    }

    [Theory]
    [InlineData("knox_chicago_arson_200m_1day")]
    [InlineData("knox_chicago_arson_250m_euclid")]
    public void Near_repeats_agree_exactly_in_counts_and_in_expectation(string file)
    {
        if (!Vectors.TryJson($"07-hotspots/{file}.json", out var c) || !Vectors.TryPath("07-hotspots/chicago_arson_xy_date.csv", out var path))
            return;
        var events = File.ReadAllLines(path).Select(l => l.Split(','))
            .Select(e => new SpaceTimeEvent(double.Parse(e[0]), double.Parse(e[1]), DateOnly.Parse(e[2], CultureInfo.InvariantCulture).DayNumber)).ToArray();
        var distance = c.GetProperty("distance").GetString() == "manhattan" ? PlaceDistance.Manhattan : PlaceDistance.Euclidean;
        var table = NearRepeat.Table(events, Breaks(c.GetProperty("space_breaks")), Breaks(c.GetProperty("time_breaks")), distance, 199, 7).Value();
        table.Observed.ShouldBe(Rows(c.GetProperty("observed")).Select(r => r.Select(n => (int)n).ToArray()).ToArray());
        var expected = Rows(c.GetProperty("expected_exact_permutation_mean"));
        var ratio = Rows(c.GetProperty("knox_ratio_exact"));
        var p = Rows(c.GetProperty("p_mc999_one_sided"));
        for (var s = 0; s < expected.Length; s++)
        {
            Agree(table.Expected[s], expected[s]);
            for (var t = 0; t < expected[s].Length; t++)
            {
                Vectors.Near(table.Ratio(s, t), ratio[s][t]).ShouldBeTrue();
                table.P[s][t].ShouldBe(p[s][t], 0.005 + (3 * Math.Sqrt(p[s][t] * (1 - p[s][t]) * ((1 / 200.0) + (1 / 1000.0)))));
            }
        }
    }

    [Fact]
    public void Concentration_agrees_with_the_reference()
    {
        if (!Vectors.TryJson("07-hotspots/concentration.json", out var file))
            return;
        foreach (var c in file.GetProperty("cases").EnumerateArray())
        {
            long[] counts = [.. c.GetProperty("counts").EnumerateArray().Select(n => n.GetInt64())];
            var result = Concentration.Of(counts).Value();
            result.Places.ShouldBe(c.GetProperty("n_places").GetInt32());
            result.Events.ShouldBe(c.GetProperty("n_crimes").GetInt64());
            Agree(
                [result.Gini, result.GiniUnbiased, result.Generalised, result.GeneralisedUnbiased, .. new[] { 25, 50, 80 }.Select(p => Concentration.ShareOfPlaces(counts, p).Value()), Concentration.ShareOfEvents(counts, 5).Value()],
                [.. new[] { "gini_biased", "gini_unbiased", "gini_generalised_biased", "gini_generalised_unbiased", "share_of_places_for_25pct", "share_of_places_for_50pct", "share_of_places_for_80pct", "share_of_crime_in_top_5pct_places" }
                    .Select(k => c.GetProperty(k).GetDouble())]);
        }
    }

    [Fact]
    public void Prediction_accuracy_agrees_with_the_reference()
    {
        if (!Vectors.TryJson("07-hotspots/pai.json", out var file))
            return;
        foreach (var c in file.GetProperty("cases").EnumerateArray())
            PredictiveAccuracy.Index(Of(c, "hits"), Of(c, "total_crimes"), Of(c, "hotspot_area"), Of(c, "study_area")).Value().ShouldBe(Of(c, "pai"), 1e-12);

        static double Of(JsonElement c, string key) => c.GetProperty(key).GetDouble();
    }

    [Fact]
    public void Aoristic_weights_agree_with_the_reference_in_every_hour()
    {
        var events = Vectors.Rows("07-hotspots/aoristic_80_events.csv").Select(r => r["to"].Length == 0
            ? TimeSpanOfEvent.At(Time(r["from"])) : TimeSpanOfEvent.Between(Time(r["from"]), Time(r["to"]))).ToList();
        if (events.Count == 0)
            return;
        var week = Aoristic.HourOfWeek(events);
        var rows = Vectors.Rows("07-hotspots/aoristic_80_hour_of_week.csv");
        rows.Count.ShouldBe(Aoristic.Hours);
        Agree(week.Weights, [.. rows.Select(r => r.Number("weight"))]);
        week.Weights.Sum().ShouldBe(80, 1e-9);
        week.EndsBeforeStart.ShouldBe(1);

        static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
    }

    private static SpatialWeights Neighbours(JsonElement lists, WeightStyle style) =>
        SpatialWeights.FromOne([.. lists.EnumerateArray().Select(l => (IReadOnlyList<int>)[.. l.EnumerateArray().Select(n => n.GetInt32())])], style).Value();

    private static double[] Breaks(JsonElement list) =>
        [.. list.EnumerateArray().Select(b => b.GetString() == "Inf" ? double.PositiveInfinity : double.Parse(b.GetString()!))];

    private static double[][] Rows(JsonElement table) => [.. table.EnumerateArray().Select(r => r.Numbers())];

    private static void Agree(IReadOnlyList<double> ours, JsonElement theirs) => Agree(ours, theirs.Numbers());

    private static void Agree(IReadOnlyList<double> ours, double[] theirs)
    {
        ours.Count.ShouldBe(theirs.Length);
        for (var i = 0; i < ours.Count; i++)
            Vectors.Near(ours[i], theirs[i]).ShouldBeTrue($"{i}: {ours[i]:R} {theirs[i]:R}");
    }
}
