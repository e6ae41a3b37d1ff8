using Made.Core.Disclosure.Rounding;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What R 4 prints after set.seed(123): runif(3), sample.int(10), sample.int(5).</summary>
public class SeededDrawsTests
{
    [Fact]
    public void Numbers_between_0_and_1_are_those_of_R()
    {
        var draws = new SeededDraws(123);
        draws.Unit().ShouldBe(0.2875775, 5e-8);
        draws.Unit().ShouldBe(0.7883051, 5e-8);
        draws.Unit().ShouldBe(0.4089769, 5e-8);
    }

    [Fact]
    public void Shuffles_are_those_of_R()
    {
        new SeededDraws(123).Sample(10, 10).Select(i => i + 1).ShouldBe([3, 10, 2, 8, 6, 9, 1, 7, 5, 4]);
        new SeededDraws(123).Sample(5, 5).Select(i => i + 1).ShouldBe([3, 2, 5, 4, 1]);
        new SeededDraws(42).Sample(10, 5).Select(i => i + 1).ShouldBe([1, 5, 10, 8, 2]);
    }

    [Fact]
    public void A_sample_holds_each_number_at_most_once_also_beyond_sixteen_bits()
    {
        var sample = new SeededDraws(7).Sample(100_000, 100_000);
        sample.Order().ShouldBe(Enumerable.Range(0, 100_000));
        new SeededDraws(7).Sample(3, 0).ShouldBeEmpty();
        new SeededDraws(-1).Sample(4, 4).Order().ShouldBe([0, 1, 2, 3]);
    }
}
