using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public class KnownAnswersTests
{
    private static readonly Lazy<Dictionary<Month, IReadOnlyList<Measure>>> Built = new(() =>
    {
        RealMonths.TryGet(out var inputs);
        var builder = new MeasureBuilder(inputs);
        return new[] { new Month(2019, 12), new Month(2022, 7), new Month(2025, 3) }.ToDictionary(m => m, builder.Build);
    });

    [Theory]
    [InlineData("2019-12", "E07000118", 636, 210)]
    [InlineData("2019-12", "E06000009", 1743, 658)]
    [InlineData("2019-12", "E07000123", 1473, 496)]
    [InlineData("2019-12", "E07000124", 215, 70)]
    [InlineData("2025-03", "E07000118", 546, 238)]
    [InlineData("2025-03", "E07000128", 658, 275)]
    [InlineData("2025-03", "E07000122", 583, 272)]
    public void A_district_counts_what_the_published_files_hold(string month, string district, int crimes, int asb)
    {
        if (!RealMonths.TryGet(out _))
            return;
        Count(Month.Parse(month), "all-crime", district).ShouldBe(crimes);
        Count(Month.Parse(month), "asb", district).ShouldBe(asb);
    }

    [Fact]
    public void July_2022_against_July_2021_is_not_comparable_for_any_district_because_placement_changed()
    {
        if (!RealMonths.TryGet(out _))
            return;
        foreach (var measure in Built.Value[new Month(2022, 7)].Where(m => m.Period.Kind == PeriodKind.Month && m.Level is AreaLevel.District or AreaLevel.Csp && m.Indicator == "all-crime"))
        {
            measure.Comparable.ShouldBe(Comparable.PlacementChanged);
            measure.ChangeYear.IsNumber.ShouldBeFalse();
            measure.ChangeVerdict.ShouldBe(ChangeVerdict.NotJudged);
            measure.Headline.ShouldBeFalse();
        }
    }

    [Fact]
    public void The_force_fell_between_those_months_because_it_counts_records_without_place()
    {
        if (!RealMonths.TryGet(out _))
            return;
        var force = Find(new Month(2022, 7), "all-crime", RealMonths.Force.Value);
        force.Comparable.ShouldBe(Comparable.Yes);
        Math.Round(force.ChangeYear.Number, 1).ShouldBe(-9.1);
    }

    [Fact]
    public void Wards_and_the_undetermined_rest_add_up_to_their_district()
    {
        if (!RealMonths.TryGet(out var inputs))
            return;
        var july = Built.Value[new Month(2022, 7)].Where(m => m.Period.Kind == PeriodKind.Month && m.Indicator == "asb").ToList();
        foreach (var district in inputs.Areas.Districts)
        {
            var wards = inputs.Areas.WardsOf(district.Code).Select(w => w.Code).Append(AreaCode.WardNotDetermined(district.Code)).ToHashSet();
            july.Where(m => wards.Contains(m.Area)).Sum(m => m.Count.Number).ShouldBe(july.Single(m => m.Area == district.Code).Count.Number);
        }
    }

    private static double Count(Month month, string indicator, string area) => Find(month, indicator, area).Count.Number;

    private static Measure Find(Month month, string indicator, string area) =>
        Built.Value[month].Single(m => m.Indicator == indicator && m.Area.Value == area && m.Period.Kind == PeriodKind.Month);
}
