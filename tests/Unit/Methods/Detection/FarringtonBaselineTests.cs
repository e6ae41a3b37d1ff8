using Made.Core.Methods.Detection;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Detection;

public sealed class FarringtonBaselineTests
{
    private static readonly FarringtonOptions Years3 = new() { Years = 3 };

    [Fact]
    public void The_first_point_has_all_its_years_and_windows() => FarringtonBaseline.First(Years3 with { HalfWindow = 2 }).ShouldBe(38);

    [Fact]
    public void Windows_lie_around_the_same_point_of_each_year() =>
        Places(FarringtonBaseline.Of(37, Years3)).ShouldBe([0, 1, 2, 12, 13, 14, 24, 25, 26]);

    [Fact]
    public void With_nothing_left_out_the_window_before_the_present_point_counts_too()
    {
        Places(FarringtonBaseline.Of(40, Years3 with { NotIncluded = 0, HalfWindow = 2 })).ShouldBe([2, 3, 4, 5, 6, 14, 15, 16, 17, 18, 26, 27, 28, 29, 30, 38, 39]);
        Places(FarringtonBaseline.Of(40, Years3 with { NotIncluded = 1, HalfWindow = 2 })).Skip(15).ShouldBe([38]);
        Places(FarringtonBaseline.Of(40, Years3 with { NotIncluded = 11, HalfWindow = 2 })).Skip(10).ShouldBe([26, 27, 28]);
    }

    [Fact]
    public void The_original_form_never_looks_at_the_present_window() =>
        Places(FarringtonBaseline.Of(40, Years3 with { Variant = FarringtonVariant.Original, NotIncluded = 0, HalfWindow = 2, Periods = 5 })).Skip(10)
            .ShouldBe([26, 27, 28, 29, 30]);

    [Fact]
    public void Between_windows_lie_blocks_the_longer_ones_first()
    {
        var baseline = FarringtonBaseline.Of(37, Years3 with { Periods = 5, NotIncluded = 3 });
        Places(baseline).ShouldBe(Enumerable.Range(0, 34));
        baseline.Take(15).Select(p => p.Period).ShouldBe([5, 5, 5, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5]);
        baseline.Skip(24).Select(p => p.Period).ShouldBe([5, 5, 5, 1, 1, 1, 2, 2, 3, 3]);
    }

    [Fact]
    public void Two_periods_are_the_windows_and_the_rest() =>
        FarringtonBaseline.Of(37, Years3 with { Periods = 2 }).Skip(2).Take(11).Select(p => p.Period).ShouldBe([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);

    private static IEnumerable<int> Places(IReadOnlyList<BaselinePoint> baseline) => baseline.Select(p => p.At);
}
