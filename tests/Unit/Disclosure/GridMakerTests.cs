using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The tables that are protected at once: what is a part, what sums it, and what is left over.</summary>
public sealed class GridMakerTests
{
    private static readonly Month March = new(2021, 3);
    private static readonly IndicatorDefinition Done = Samples.Indicator("done", "Done", "cases done", "case done", CategoryFilter.Everything, dataset: "returns") with { Denominator = DenominatorKind.Reported, Multiplier = 100 };

    [Fact]
    public void A_reported_grouping_is_its_districts_and_a_remainder_where_there_is_one()
    {
        var grid = Reported(("N", 10), ("S", 20), ("E", 30), ("CTY", 65))!;
        grid.Tables.Atoms.Order().ShouldBe([5, 10, 20, 30]);
        Sums(grid).ShouldBe([("CSP-NS", 30, 2), ("CTY", 65, 4), ("E", 30, 1), ("N", 10, 1), ("PF", 60, 3), ("S", 20, 1)]);

        // Without a remainder the county is what its districts are.
        Sums(Reported(("N", 10), ("S", 20), ("E", 30), ("CTY", 60))!).Single(s => s.Area == "CTY").ShouldBe(("CTY", 60, 3));

        // Fewer than its districts have together: it counts something else, and is a figure of its own.
        var less = Reported(("N", 10), ("S", 20), ("E", 30), ("CTY", 55))!;
        Sums(less).Single(s => s.Area == "CTY").ShouldBe(("CTY", 55, 1));
        less.Tables.Atoms.Order().ShouldBe([10, 20, 30, 55]);

        // One of its districts was not reported: it is in the rest.
        Sums(Reported(("N", 10), ("S", 20), ("CTY", 65))!).ShouldBe([("CSP-NS", 30, 2), ("CTY", 65, 3), ("N", 10, 1), ("S", 20, 1)]);
        Sums(Reported(("CTY", 65))!).ShouldBe([("CTY", 65, 1)]);
        Sums(Reported(("N", 0), ("CTY", 0))!).ShouldBe([("CTY", 0, 1), ("N", 0, 1)]);
        Sums(Reported(("N", 1), ("CTY", 65))!).ShouldBe([("CTY", 65, 2), ("N", 1, 1)]);
    }

    [Fact]
    public void What_is_no_count_is_no_part_and_of_nothing_there_is_no_table()
    {
        Reported(("N", -1)).ShouldBeNull();
        Reported(("N", int.MaxValue)).ShouldBeNull();
        Reported(("N", double.NaN)).ShouldBeNull();
        Reported().ShouldBeNull();
        Sums(Reported(("N", int.MaxValue - 1))!).ShouldBe([("N", int.MaxValue - 1, 1)]);
    }

    [Fact]
    public void Records_without_a_place_or_outside_count_for_the_force_alone()
    {
        var world = new SmallWorld { Crimes = (_, _) => 40, OfKindB = (_, _) => 15, Lost = _ => 4, Indicators = [Releases.Kind("crime"), Releases.Kind("b", "b"), Releases.Kind("z", "z")] };
        var inputs = world.Inputs();
        var grid = Grids(inputs with { Cube = (dataset, month) => WithOutside(inputs.Cube(dataset, month)) }).Districts("crimes", March)!;
        int Count(AreaCode area, int indicator) => grid.Counts[grid.Cells.Single(c => c.Scope.Code == area && c.Indicator == indicator).Cell];
        (Count(SmallWorld.North, 0), Count(SmallWorld.County, 0), Count(SmallWorld.Force, 0)).ShouldBe((40, 120, 135));
        (Count(SmallWorld.East, 1), Count(SmallWorld.Csp, 1), Count(SmallWorld.Force, 1)).ShouldBe((15, 30, 45));
        (Count(SmallWorld.County, 2), Count(SmallWorld.Force, 2)).ShouldBe((0, 11), "seven outside are of a kind that no district has, and four have no place");
    }

    [Fact]
    public void Wards_add_up_to_districts_and_what_sums_them_where_a_district_has_all_its_wards()
    {
        var grid = Grids(new SmallWorld { Crimes = (_, _) => 10, Indicators = [Releases.Kind("crime")] }.Inputs()).Wards("crimes", new Period(PeriodKind.Rolling12, March))!;
        Sums(grid).Where(s => s.Area is "WN" or "N" or "CSP-NS" or "CTY").ShouldBe([("CSP-NS", 240, 4), ("CTY", 360, 6), ("N", 120, 2), ("WN", 120, 1)]);
        grid.Cells.ShouldNotContain(c => c.Scope.IsForce, "the force holds what has no place");
        Grids(new SmallWorld { Crimes = (_, month) => month == March.Plus(-5) ? -1 : 10 }.Inputs()).Wards("crimes", new Period(PeriodKind.Rolling12, March)).ShouldBeNull("a month is not held");
    }

    [Fact]
    public void A_kind_that_the_edition_before_told_of_stays_a_kind_when_it_has_no_records_any_more()
    {
        var inputs = new SmallWorld { Crimes = (_, _) => 40, Indicators = [Releases.Kind("crime"), Releases.Kind("gone", "gone")] }.Inputs();
        Kinds(inputs).ShouldBe(1);
        var before = MeasureBuilder.Build(inputs, March)[0];
        Kinds(inputs with { Earlier = (indicator, area, _) => indicator == "gone" && area == SmallWorld.North ? before : null }).ShouldBe(2);
        Kinds(inputs with { Earlier = (indicator, area, _) => indicator == "crime" && area == SmallWorld.North ? before : null }).ShouldBe(1, "all kinds are still counted");
        var except = Releases.Kind("not-gone") with { Filter = new CategoryFilter { Except = ["gone"] } };
        var turned = inputs with { Indicators = [inputs.Indicators[0], except], Earlier = (indicator, area, _) => indicator == "not-gone" && area == SmallWorld.North ? before : null };
        Kinds(turned).ShouldBe(2);

        int Kinds(MeasureInputs of) => Grids(of).Districts("crimes", March)!.Tables.Axes[1].Atoms;
    }

    [Fact]
    public void A_weighted_indicator_is_no_count_and_in_no_table()
    {
        var weighted = Releases.Kind("harm") with { Weights = new Dictionary<string, double> { ["a"] = 2 } };
        weighted.IsWeighted.ShouldBeTrue();
        var grid = Grids(new SmallWorld { Indicators = [weighted, Releases.Kind("crime")] }.Inputs()).Districts("crimes", March)!;
        grid.Cells.Select(c => c.Indicator).Distinct().ShouldBe([1]);
    }

    [Fact]
    public void Longer_periods_of_reported_figures_are_shown_where_all_their_months_are()
    {
        Dictionary<Period, Measure> Sealed(int february) => Releases.Sealed(
            new SmallWorld
            {
                Policy = DisclosurePolicy.Partner,
                Indicators = [Done],
                Reported = [.. new[] { (1, 40), (2, february), (3, 60) }.Select(m => Value("N", m.Item2, new(2021, m.Item1), new(2021, m.Item1))), Value("N", 100 + february, new(2021, 1), March)],
            }.Inputs(), March).Where(m => m.Key.Area == SmallWorld.North).ToDictionary(m => m.Key.Period, m => m.Value);
        var (quarter, month) = (new Period(PeriodKind.Quarter, March), new Period(PeriodKind.Month, new(2021, 2)));
        var shown = Sealed(50);
        (shown[month].Withheld & Withheld.Count, shown[quarter].Withheld & Withheld.Count).ShouldBe((Withheld.Nothing, Withheld.Nothing));
        var hidden = Sealed(3);
        (hidden[month].Withheld & Withheld.Count, hidden[quarter].Withheld & Withheld.Count).ShouldBe((Withheld.Small, Withheld.GivesAway));
        (hidden[new Period(PeriodKind.Month, March)].Withheld & Withheld.Count).ShouldBe(Withheld.Nothing);
    }

    private static MonthCube? WithOutside(MonthCube? cube)
    {
        cube?.Add(new Place(Placement.Outside, default, default, default), "z", 7);
        cube?.Add(new Place(Placement.WithoutPlace, default, default, default), "z", 4);
        return cube;
    }

    private static CountGrid? Reported(params (string Area, double Count)[] figures) =>
        Grids(new SmallWorld { Indicators = [Done], Reported = [.. figures.Select(f => Value(f.Area, f.Count, March, March))] }.Inputs()).Reported(0, new Period(PeriodKind.Month, March));

    private static GridMaker Grids(MeasureInputs inputs) => new(inputs, new History(inputs), new ReportedFigures(inputs));

    /// <summary>Each area with its count and how many parts it sums, by code.</summary>
    private static List<(string Area, int Count, int Parts)> Sums(CountGrid grid) =>
        [.. grid.Cells.Select(c => (c.Scope.Code.Value, grid.Counts[c.Cell], grid.Tables.MembersOf(c.Cell).Length)).OrderBy(c => c.Value, StringComparer.Ordinal)];

    private static ReportedValue Value(string area, double count, Month from, Month to) => new()
    {
        Indicator = "done",
        Area = area,
        Start = from.FirstDay,
        End = to.LastDay,
        Status = "final",
        Numerator = double.IsNaN(count) ? Quantity.Missing(Absence.NotReported) : Quantity.Of(count),
        Denominator = Quantity.Of(1_000),
        Value = Quantity.Missing(Absence.NotReported),
    };
}
