using System.Globalization;
using Made.Core.Methods.Hotspots;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Hotspots;

/// <summary>The numbers of the pages on hotspots, repeats and concentration, read from the pages.</summary>
public class HotspotPageTests
{
    [Fact]
    public void The_page_on_Gi_shows_what_the_code_computes()
    {
        var rows = MethodPages.Rows("gi-star", 6);
        var (values, weights) = Places(rows, WeightStyle.Binary);
        var star = GetisOrd.Star(values, weights).Value();
        Column(rows, 2, star);
        Column(rows, 3, GetisOrd.Excluding(values, weights).Value());
        Column(rows, 4, GetisOrd.P(star));
        Column(rows, 5, AdjustedP.FalseDiscovery(GetisOrd.P(star)));
    }

    [Fact]
    public void The_page_on_local_Moran_shows_what_the_code_computes()
    {
        var rows = MethodPages.Rows("local-moran", 6);
        var (values, weights) = Places(rows, WeightStyle.RowStandardised);
        var places = LocalMoran.Places(values, weights).Value();
        Column(rows, 2, places.Select(p => p.I));
        Column(rows, 3, places.Select(p => p.Z));
        Column(rows, 4, places.Select(p => p.P));
        places.Select(p => p.Quadrant).ShouldBe(rows.Select(r => r[5]));
        var global = GlobalMoran.Of(values, weights).Value();
        global.I.ShouldBe(0.56346, 5e-6);
        global.Z.ShouldBe(1.76397, 5e-6);
    }

    [Fact]
    public void The_page_on_near_repeats_shows_what_the_code_counts()
    {
        var rows = MethodPages.Rows("near-repeat", 5);
        var events = rows.Select(r => new SpaceTimeEvent(MethodPages.Number(r[0]), MethodPages.Number(r[1]), Day(r[2]).DayNumber)).ToArray();
        var table = NearRepeat.Table(events, [0, 100, double.PositiveInfinity], [0, 7, double.PositiveInfinity], PlaceDistance.Manhattan).Value();
        int[] observed = [.. table.Observed.SelectMany(r => r)];
        double[] expected = [.. table.Expected.SelectMany(r => r)];
        rows.Select(r => int.Parse(r[4])).ShouldBe([.. observed, observed.Sum()]);
        Column(rows, 5, [.. expected, expected.Sum()]);
    }

    [Fact]
    public void The_page_on_concentration_shows_what_the_code_computes()
    {
        foreach (var row in MethodPages.Rows("concentration", 3))
        {
            long[] counts = [.. row[0].Split(' ').Select(long.Parse)];
            var result = Concentration.Of(counts).Value();
            double[] shown = [result.Gini, result.Generalised, result.GeneralisedUnbiased, Concentration.ShareOfPlaces(counts, 50).Value(), Concentration.ShareOfEvents(counts, 5).Value()];
            shown.Select(MethodPages.Printed).ShouldBe(row[1..]);
        }
    }

    [Fact]
    public void The_page_on_hours_of_the_week_shows_the_weights()
    {
        foreach (var row in MethodPages.Rows("aoristic", 7))
        {
            var from = Time(row[0]);
            var week = Aoristic.HourOfWeek([row[1].Length == 0 ? TimeSpanOfEvent.At(from) : TimeSpanOfEvent.Between(from, Time(row[1]))]);
            MethodPages.Printed(week.Weights[int.Parse(row[2]) - 1]).ShouldBe(row[3]);
            week.Weights.Sum().ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void The_page_on_prediction_shows_the_index()
    {
        foreach (var row in MethodPages.Rows("pai", 3))
            MethodPages.Printed(PredictiveAccuracy.Index(MethodPages.Number(row[0]), MethodPages.Number(row[1]), MethodPages.Number(row[2]), MethodPages.Number(row[3])).Value()).ShouldBe(row[4]);
    }

    [Fact]
    public void The_page_on_repeat_victims_shows_the_counts()
    {
        var rows = MethodPages.Rows("repeat-victims", 5);
        RepeatVictimisation.Of([.. rows.Select(r => new VictimEvent(r[0], Day(r[1])))]).Value().Earlier.ShouldBe(rows.Select(r => int.Parse(r[2])));
    }

    [Fact]
    public void The_page_on_density_shows_the_density()
    {
        var rows = MethodPages.Rows("kernel-density", 4);
        Column(rows, 2, QuarticKernel.Densities([.. rows.Select(r => new MapPosition(MethodPages.Number(r[0]), MethodPages.Number(r[1])))], [new(0, 0), new(0, 2)], 2).Value());
    }

    private static void Column(IReadOnlyList<string[]> rows, int column, IEnumerable<double> computed) => computed.Select(MethodPages.Printed).ShouldBe(rows.Select(r => r[column]));

    private static (double[] Values, SpatialWeights Weights) Places(IReadOnlyList<string[]> rows, WeightStyle style) =>
    (
        [.. rows.Select(r => MethodPages.Number(r[0]))],
        SpatialWeights.FromOne([.. rows.Select(r => r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray())], style).Value()
    );

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
