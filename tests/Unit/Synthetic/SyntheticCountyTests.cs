using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

public sealed class SyntheticCountyTests(DemoCounty county) : IClassFixture<DemoCounty>
{
    [Fact]
    public void The_county_is_drawn_in_seconds()
    {
        Console.WriteLine($"{county.Took.TotalSeconds:0.0} s");
        county.Took.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        if (Environment.GetEnvironmentVariable("KEEP") is { } keep) { DemoCounty.Draw(keep); }
    }
}
