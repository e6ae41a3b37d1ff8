using System.Globalization;
using Made.Core.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods;

public sealed class CompensatedMeanTests
{
    [Theory]
    [InlineData(new[] { 1e16, 1, -1e16, 1 }, 0.5)]
    [InlineData(new[] { 1, 1e16, 1, -1e16 }, 0.5)]
    [InlineData(new[] { -1e16, 3, 1e16, 0 }, 0.75)]
    [InlineData(new[] { 1, 1e100, 1, -1e100 }, 0.5)]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1 }, 0.1)]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, 0.2)]
    public void What_a_plain_sum_loses_is_kept(double[] values, double mean) => CompensatedMean.Of(values).ShouldBe(mean);

    [Fact]
    public void The_mean_is_the_nearest_number_to_the_exact_one()
    {
        var random = new Random(5);
        for (var at = 0; at < 2_000; at++)
        {
            // Whole numbers over 1,024 are exact, and so is their sum as a whole number.
            var parts = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.NextInt64(-1L << 40, 1L << 40)).ToList();
            var exact = ((decimal)parts.Sum() / parts.Count / 1024).ToString(CultureInfo.InvariantCulture);
            CompensatedMean.Of([.. parts.Select(p => p / 1024.0)]).ShouldBe(double.Parse(exact, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Of_no_values_there_is_none() => CompensatedMean.Of([]).ShouldBe(double.NaN);
}
