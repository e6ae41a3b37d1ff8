using Made.Core.Calendar;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What of one figure is withheld, case by case, and that the attack finds it where it is not.</summary>
public sealed class ReleaseChoiceTests
{
    private static readonly Month First = SmallWorld.First, Third = First.Plus(2);
    private static readonly Period Quarter = new(PeriodKind.Quarter, Third), Year = new(PeriodKind.Rolling12, First.Plus(14));

    [Fact]
    public void A_comparison_is_hidden_where_the_comparator_is_and_a_change_where_the_year_before_is()
    {
        var choice = Choice(Crimes((district, month) => district == SmallWorld.East && month == Third ? 3 : 40));
        (choice.Of(0, East, Of(Third), null) & Withheld.Count).ShouldBe(Withheld.Small);
        choice.Of(0, North, Of(First), East).ShouldBe(Withheld.Nothing);
        (choice.Of(0, North, Of(Third), East) & Withheld.Comparator).ShouldBe(Withheld.Comparator);
        choice.Of(0, East, Of(Third.Plus(12)), null).ShouldBe(Withheld.YearBefore);
        choice.Of(0, East, Of(Third.Plus(11)), North).ShouldBe(Withheld.Nothing);
        (choice.Of(0, East, Quarter, null) & Withheld.Count).ShouldBe(Withheld.GivesAway, "one of its months is hidden");
    }

    [Fact]
    public void A_month_is_judged_on_hidden_ones_from_the_first_of_them_on_in_whatever_order_it_is_asked()
    {
        var choice = Choice(Crimes((district, month) => district == SmallWorld.East && month == Third ? 3 : 40));
        foreach (var (after, hides) in new[] { (1, false), (2, true), (9, true), (1, false), (0, false), (2, true), (3, true) })
            choice.HidesMonths(0, East, First.Plus(after)).ShouldBe(hides, $"{after} months on");
        Choice(Crimes((district, month) => district == SmallWorld.East && month == First ? 3 : 40)).HidesMonths(0, East, First).ShouldBeTrue("the first month there is");
        Choice(Crimes((_, _) => 40)).HidesMonths(0, East, Third).ShouldBeFalse();
        Choice(new SmallWorld { Crimes = (_, _) => 3 }).HidesMonths(0, East, Third).ShouldBeFalse("what is already public hides nothing");
    }

    [Fact]
    public void A_grouping_of_today_is_shown_in_a_month_before_it_was_one_where_each_of_its_districts_is()
    {
        // North and South share a CSP from 2020 on.
        var (before, small) = (new Month(2019, 5), new Month(2019, 6));
        var choice = Choice(Crimes((district, month) => district == SmallWorld.South && month == small ? 3 : 40));
        (choice.Of(0, Csp, Of(before), null) & Withheld.Count).ShouldBe(Withheld.Nothing);
        (choice.Of(0, Csp, Of(small), null) & Withheld.Count).ShouldBe(Withheld.TooFine);
        (choice.Of(0, Csp, Of(new(2020, 5)), null) & Withheld.Count).ShouldBe(Withheld.Nothing);
        (choice.Of(0, Scope.Of(new("X"), AreaLevel.District, [new("X")], _ => 0), Of(before), null) & Withheld.Count).ShouldBe(Withheld.TooFine, "a district that the table does not hold is none of its parts");
    }

    [Fact]
    public void A_few_records_whose_ward_is_not_determined_hide_the_wards_that_would_tell_how_many()
    {
        foreach (var (undetermined, hides) in new[] { (0, false), (1, true), (4, true), (5, false) })
        {
            var inputs = Undetermined(Crimes((_, _) => 40), undetermined);
            (Choice(inputs).Of(0, Ward, Year, null) & Withheld.Count).ShouldBe(hides ? Withheld.GivesAway : Withheld.Nothing, $"{undetermined} in the year");
            var found = new ReleaseAudit(inputs, (_, area, _) => !area.IsNotDetermined).Run(Year.Last);
            found.Select(f => (f.Attack, f.Area, f.Period, f.Finding)).ShouldBe(hides ? [("margins", AreaCode.WardNotDetermined(SmallWorld.North), Year.Code, "its limits are 0 apart")] : [], undetermined.ToString());
        }
        (Choice(Undetermined(Crimes((_, _) => 40), 0)).Of(0, Ward, new Period(PeriodKind.Rolling12, Year.Last.Plus(-1)), null) & Withheld.Count).ShouldBe(Withheld.TooFine, "a year that does not end in March");
        (Choice(Undetermined(Crimes((_, _) => 40), 0)).Of(0, Ward, Of(Third), null) & Withheld.Count).ShouldBe(Withheld.TooFine);
    }

    [Fact]
    public void A_few_records_of_a_kind_without_an_indicator_hide_what_would_tell_how_many()
    {
        // All crimes less those of kind a are those of kind b, which has no indicator.
        bool Hides(int ofKindB)
        {
            var world = Crimes((_, _) => 40, ofKindB, Releases.Kind("crime"), Releases.Kind("a", "a"));
            var withheld = new[] { 0, 1 }.Select(i => Choice(world).Of(i, East, Of(First), null) & Withheld.Count).ToList();
            var found = new ReleaseAudit(world.Inputs(), (_, _, _) => true).Run(First);
            found.ShouldAllBe(f => f.Attack == "remainders" && f.Finding == "of a small count that is left in it the limits are 0 apart");
            found.Count(f => f.Area == SmallWorld.East).ShouldBe(withheld.TrueForAll(w => w == Withheld.Nothing) ? 0 : 1);
            return withheld.Exists(w => w != Withheld.Nothing);
        }
        new[] { 0, 1, 4, 5 }.Select(Hides).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void A_count_that_was_hidden_before_stays_hidden_and_one_that_changed_by_few_is_hidden()
    {
        bool Hides(int now, double before, Withheld withheld = Withheld.Nothing)
        {
            var inputs = Crimes((district, _) => district == SmallWorld.East ? now : 400).Inputs();
            var measure = MeasureBuilder.Build(inputs, First)[0] with { Count = Quantity.Of(before), Withheld = withheld };
            return (Choice(inputs with { Earlier = (_, area, period) => area == SmallWorld.East && period == Of(First) ? measure : null }).Of(0, East, Of(First), null) & Withheld.Count) != Withheld.Nothing;
        }
        new[] { Hides(40, 40), Hides(41, 40), Hides(44, 40), Hides(36, 40), Hides(45, 40), Hides(35, 40) }.ShouldBe([false, true, true, true, false, false]);
        new[] { Hides(40, 40, Withheld.Small), Hides(80, 40, Withheld.GivesAway), Hides(80, 40, Withheld.Judgement) }.ShouldBe([true, true, false]);
        Hides(3, 3).ShouldBeTrue("that it was shown once is no reason to show it again");
    }

    [Fact]
    public void Of_a_share_a_small_change_of_either_part_hides_it()
    {
        bool Hides(int part, int whole)
        {
            var share = Releases.Kind("b", "b") with { Denominator = DenominatorKind.Records, Multiplier = 100 };
            var inputs = new SmallWorld { Policy = DisclosurePolicy.Partner, Crimes = (district, _) => district == SmallWorld.East ? whole : 400, OfKindB = (district, _) => district == SmallWorld.East ? part : 200, Indicators = [share] }.Inputs();
            var before = MeasureBuilder.Build(inputs, First)[0] with { Count = Quantity.Of(20), Denominator = Quantity.Of(100), Withheld = Withheld.Nothing };
            return (Choice(inputs with { Earlier = (_, area, period) => area == SmallWorld.East && period == Of(First) ? before : null }).Of(0, East, Of(First), null) & Withheld.Count) != Withheld.Nothing;
        }
        new[] { Hides(20, 100), Hides(23, 100), Hides(20, 103), Hides(30, 120), Hides(90, 190) }.ShouldBe([false, true, true, false, false]);
    }

    [Fact]
    public void Small_by_its_own_topic_and_hidden_before_are_two_reasons_and_not_none()
    {
        var world = new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            Topics = [Releases.Ordinary, Releases.Sensitive],
            Crimes = (_, _) => 400,
            OfKindB = (_, _) => 7,
            Indicators = [Releases.Kind("a", "a"), Releases.Kind("b", "b") with { Topic = "domestic-abuse" }],
        };
        var inputs = world.Inputs();
        var hidden = MeasureBuilder.Build(inputs, First)[0] with { Count = Quantity.Of(7), Withheld = Withheld.Small };
        (Choice(inputs).Of(1, East, Of(First), null) & Withheld.Count).ShouldBe(Withheld.Small);
        (Choice(inputs with { Earlier = (indicator, area, _) => indicator == "b" && area == SmallWorld.East ? hidden : null }).Of(1, East, Of(First), null) & Withheld.Count).ShouldBe(Withheld.Small);
    }

    [Fact]
    public void The_public_side_of_a_ratio_is_no_secret_however_small()
    {
        var ratio = Samples.Indicator("open-per-crime", "r", "r", "r", CategoryFilter.Everything, dataset: "open") with { Denominator = DenominatorKind.Records, BaseDataset = "crimes", Multiplier = 100 };
        SmallWorld World(int crimes, DisclosurePolicy open) => new() { Policy = DisclosurePolicy.Partner, OpenPolicy = open, Open = (_, _) => 3, Crimes = (_, _) => crimes, Indicators = [ratio] };
        (Choice(World(100, DisclosurePolicy.AlreadyPublic)).Of(0, North, Of(First), null) & Withheld.Count).ShouldBe(Withheld.Nothing);
        (Choice(World(3, DisclosurePolicy.AlreadyPublic)).Of(0, North, Of(First), null) & Withheld.Count).ShouldBe(Withheld.GivesAway, "the partner's side, below the line, is");
        (Choice(World(100, DisclosurePolicy.Partner)).Of(0, North, Of(First), null) & Withheld.Count).ShouldBe(Withheld.Small, "of two partners each keeps its own");
    }

    [Fact]
    public void A_side_of_a_ratio_that_is_withheld_for_the_other_side_s_sake_is_no_secret_in_its_own_table()
    {
        var open = Samples.Indicator("open", "o", "o", "o", CategoryFilter.Everything, dataset: "open");
        var ratio = open with { Id = "ratio", Denominator = DenominatorKind.Records, BaseDataset = "crimes", Multiplier = 100 };
        Withheld[] OfWard(int crimes, int opened)
        {
            var choice = Choice(new SmallWorld
            {
                Policy = DisclosurePolicy.Partner,
                OpenPolicy = DisclosurePolicy.Partner,
                Crimes = (district, month) => district == SmallWorld.North && month == Year.Last ? crimes : 100,
                Open = (district, month) => district == SmallWorld.North && month == Year.Last ? opened : 100,
                Indicators = [ratio, open, Releases.Kind("crime")],
            });
            return [.. Enumerable.Range(0, 3).Select(i => choice.Of(i, Ward, Year, null) & Withheld.Count)];
        }
        OfWard(100, 100).ShouldBe([Withheld.Nothing, Withheld.Nothing, Withheld.Nothing]);
        OfWard(3, 100).ShouldBe([Withheld.GivesAway, Withheld.Nothing, Withheld.GivesAway], "crimes are hidden in one month, and with them the ratio; what was opened is not");
        OfWard(100, 3).ShouldBe([Withheld.GivesAway, Withheld.GivesAway, Withheld.Nothing]);
    }

    [Fact]
    public void The_attack_names_what_it_finds_where_and_how_wide()
    {
        var world = Crimes((district, month) => district == SmallWorld.East && month == Third ? 3 : 40);
        List<(string, AreaCode, string, string)> Attacked(Func<AreaCode, Period, bool> shown) => [.. new ReleaseAudit(world.Inputs(), (_, area, period) => shown(area, period)).Run(Third).Select(f => (f.Attack, f.Area, f.Period, f.Finding))];
        var small = (SmallWorld.East, Of(Third).Code);
        Attacked((_, period) => period.Kind == PeriodKind.Month).ShouldBe([("small", SmallWorld.East, small.Code, "a small count is shown")]);

        // The county less North and South; and the quarter less two months of it.
        Attacked((area, period) => period.Kind == PeriodKind.Month && (area != SmallWorld.East || period.Last != Third)).ShouldBe([("margins", SmallWorld.East, small.Code, "its limits are 0 apart")]);
        Attacked((area, period) => area == SmallWorld.East && (period == Quarter || (period.Kind == PeriodKind.Month && period.Last != Third))).ShouldBe([("periods", SmallWorld.East, small.Code, "its limits are 0 apart")]);
        Attacked((area, period) => area == SmallWorld.East && period.Kind == PeriodKind.Month && period.Last != Third).ShouldBeEmpty();
    }

    [Fact]
    public void The_attack_looks_at_reported_figures_and_at_no_indicator_of_public_ones()
    {
        var done = Samples.Indicator("done", "Done", "cases", "case", CategoryFilter.Everything, dataset: "returns") with { Denominator = DenominatorKind.Reported, Multiplier = 100 };
        ReportedValue Value(AreaCode area, int count) => new()
        {
            Indicator = "done",
            Area = area.Value,
            Start = First.FirstDay,
            End = First.LastDay,
            Status = "final",
            Numerator = Quantity.Of(count),
            Denominator = Quantity.Of(900),
            Value = Quantity.Missing(Absence.NotReported),
        };
        SmallWorld World(DisclosurePolicy policy) => new() { Policy = policy, Indicators = [done], Reported = [Value(SmallWorld.North, 40), Value(SmallWorld.South, 50), Value(SmallWorld.East, 3), Value(SmallWorld.County, 93)] };
        var audit = new ReleaseAudit(World(DisclosurePolicy.Partner).Inputs(), (_, area, _) => area != SmallWorld.East);
        audit.Run(Third).ShouldContain(f => f.Attack == "margins" && f.Area == SmallWorld.East && f.Period == Of(First).Code && f.Finding == "its limits are 0 apart");
        (audit.Hidden, audit.Shown).ShouldBe((1, 4));
        new ReleaseAudit(World(DisclosurePolicy.Partner).Inputs(), (_, _, _) => true).Run(Third).ShouldContain(f => f.Attack == "small");
        var open = new ReleaseAudit(World(DisclosurePolicy.AlreadyPublic).Inputs(), (_, _, _) => true);
        open.Run(Third).ShouldBeEmpty();
        (open.Hidden, open.Shown).ShouldBe((0, 0), "nobody is asked about them");
        new ReleaseAudit(new SmallWorld { Crimes = (_, _) => 3 }.Inputs(), (_, _, _) => true).Run(Third).ShouldBeEmpty();
    }

    [Fact]
    public void The_attack_takes_a_grouping_of_today_for_known_in_a_month_before_it_was_one_only_where_each_district_is_shown()
    {
        // The CSP of 2019 was North alone: what was shown of it then says nothing of South, but a year of both less its other months does.
        var (hidden, last) = (new Month(2019, 12), new Month(2020, 3));
        var year = new Period(PeriodKind.Rolling12, last);
        List<string> Told(Period shown) => [.. new ReleaseAudit(Crimes((_, _) => 40).Inputs(), (_, area, period) =>
            (area != SmallWorld.South || period.Last != hidden) && (period.Kind == PeriodKind.Month || period == shown)).Run(last)
            .Where(f => f.Attack == "periods" && f.Area == SmallWorld.Csp).Select(f => $"{f.Period}: {f.Finding}")];
        Told(year).ShouldBe(["2019-12: its limits are 0 apart"]);
        Told(new(PeriodKind.Quarter, hidden)).ShouldBeEmpty("the quarter's figure is North's alone as well");
        Told(Of(last)).ShouldBeEmpty();
    }

    private static Scope North => Scope.Of(SmallWorld.North, AreaLevel.District, [SmallWorld.North], _ => 0);

    private static Scope East => Scope.Of(SmallWorld.East, AreaLevel.District, [SmallWorld.East], _ => 0);

    private static Scope Csp => Scope.Of(SmallWorld.Csp, AreaLevel.Csp, [SmallWorld.North, SmallWorld.South], _ => 0);

    private static Scope Ward => Scope.Of(new("WN"), AreaLevel.Ward, [new("WN")], _ => 0);

    private static Period Of(Month month) => new(PeriodKind.Month, month);

    private static SmallWorld Crimes(Func<AreaCode, Month, int> crimes, int ofKindB = 0, params IndicatorDefinition[] indicators) => new()
    {
        Policy = DisclosurePolicy.Partner,
        Crimes = crimes,
        OfKindB = (_, _) => ofKindB,
        Indicators = indicators.Length == 0 ? [Releases.Kind("crime")] : indicators,
    };

    /// <summary>With some more records in North, in the last month of the year, of which the ward is not known.</summary>
    private static MeasureInputs Undetermined(SmallWorld world, int records)
    {
        var inputs = world.Inputs();
        var added = false;
        return inputs with
        {
            Cube = (dataset, month) =>
            {
                var cube = inputs.Cube(dataset, month);
                if (dataset == "crimes" && month == Year.Last && !added)
                {
                    cube!.Add(new Place(Placement.Inside, SmallWorld.North, AreaCode.WardNotDetermined(SmallWorld.North), default), "a", records);
                    added = true;
                }
                return cube;
            },
        };
    }

    private static ReleaseChoice Choice(SmallWorld world) => Choice(world.Inputs());

    private static ReleaseChoice Choice(MeasureInputs inputs) => new(inputs, new History(inputs), new ReportedFigures(inputs), DisclosureRule.Of(inputs));
}
