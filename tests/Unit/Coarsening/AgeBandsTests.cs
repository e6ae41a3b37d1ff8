using FsCheck;
using FsCheck.Fluent;
using Made.Core.Coarsening;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class AgeBandsTests
{
    private static readonly AgeBands Bands = new([0, 10, 18, 65]);

    [Theory]
    [InlineData(0, "0 to 9")]
    [InlineData(9, "0 to 9")]
    [InlineData(10, "10 to 17")]
    [InlineData(64, "18 to 64")]
    [InlineData(65, "65 and over")]
    [InlineData(130, "65 and over")]
    public void An_age_falls_in_its_band(int age, string band) => Bands.Labels[Bands.Of(age)].ShouldBe(band);

    [Fact]
    public void An_age_below_the_first_band_has_none() => new AgeBands([16, 25]).Of(15).ShouldBe(-1);

    [Fact]
    public void No_band_tells_a_single_year_and_what_was_made_coarser_stays_as_it_is()
    {
        var bands = Gen.Choose(0, 20).SelectMany(first => Gen.Choose(2, 30).ArrayOf().Select(widths => widths.Aggregate(new List<int> { first }, (all, w) => [.. all, all[^1] + w])));
        Prop.ForAll(bands.ToArbitrary(), Gen.Choose(0, 130).ToArbitrary(), (from, above) =>
        {
            var (made, age) = (new AgeBands(from), from[0] + above);
            var at = made.Of(age);
            var members = Enumerable.Range(from[0], 400).Count(a => made.Of(a) == at);
            return AgeBands.Broken(from) is null && made.Of(from[at]) == at && from[at] <= age && (at + 1 == from.Count || age < from[at + 1]) && members >= AgeBands.Narrowest;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bands_that_tell_an_age_are_refused()
    {
        AgeBands.Broken([0, 10, 18]).ShouldBeNull();
        AgeBands.Broken([]).ShouldNotBeNull();
        AgeBands.Broken([-1, 5]).ShouldNotBeNull();
        AgeBands.Broken([10, 11]).ShouldNotBeNull();
        AgeBands.Broken([10, 5]).ShouldNotBeNull();
    }
}
