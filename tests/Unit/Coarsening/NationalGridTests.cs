using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Made.Core.Coarsening;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class NationalGridTests
{
    /// <summary>A metre is about this many degrees of latitude; degrees of longitude are longer in number, so this is the stricter way round.</summary>
    private const double Metre = 1 / 111_000.0;

    [Fact]
    public void A_point_lies_where_the_guide_of_the_Ordnance_Survey_puts_it()
    {
        var (longitude, latitude) = NationalGrid.ToLongitudeLatitude(651_409.903, 313_177.270);
        latitude.ShouldBe(52 + (39 / 60.0) + (28.7230 / 3600), 5 * Metre);
        longitude.ShouldBe(1 + (42 / 60.0) + (57.7870 / 3600), 8 * Metre);
    }

    [Fact]
    public void There_and_back_is_the_same_point_within_a_decimetre()
    {
        Prop.ForAll(Gen.Choose(80_000, 655_000).ToArbitrary(), Gen.Choose(5_000, 1_200_000).ToArbitrary(), (easting, northing) =>
        {
            var (longitude, latitude) = NationalGrid.ToLongitudeLatitude(easting, northing);
            var (e, n) = NationalGrid.OfLongitudeLatitude(longitude, latitude);
            return Math.Abs(e - easting) < 0.1 && Math.Abs(n - northing) < 0.1;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Points_that_were_published_in_both_forms_agree_within_eight_metres()
    {
        if (SharedFiles.Folder("data/road-safety") is not { } folder)
            return;
        var rows = File.ReadLines(Path.Combine(folder, "stats19_collisions_2017_lancashire.csv")).Skip(1).Select(l => l.Split(',')).Where(c => c[1].Length > 0 && c[3].Length > 0).ToList();
        rows.Count.ShouldBeGreaterThan(1000);
        foreach (var cells in rows)
        {
            var (longitude, latitude) = NationalGrid.ToLongitudeLatitude(Number(cells[1]), Number(cells[2]));
            Math.Abs(latitude - Number(cells[4])).ShouldBeLessThan(8 * Metre, cells[0]);
            (Math.Abs(longitude - Number(cells[3])) * Math.Cos(latitude * Math.PI / 180)).ShouldBeLessThan(8 * Metre, cells[0]);
        }
    }

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
