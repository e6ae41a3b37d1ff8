using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public sealed class TopicTests
{
    private static readonly Month Last = new(2017, 3);

    private static readonly SmallWorld World = new()
    {
        Policy = DisclosurePolicy.Partner,
        Topics = [Releases.Ordinary, Releases.Sensitive],
        Topic = "domestic-abuse",
        Crimes = (district, month) => 40 + ((month.Index * 7 + district.Value[0]) % 23),
        OfKindB = (district, month) => (month.Index * 5 + district.Value[0] * 3) % 19,
        Indicators = [Releases.Kind("crime"), Releases.Kind("a", "a"), Releases.Kind("b", "b")],
    };

    [Fact]
    public void The_common_pack_holds_a_rule_with_its_source_for_every_sensitive_topic()
    {
        var topics = PackReader.ReadAll(Repository.Path("packs", "lancashire")).Pack!.Topics;
        topics.ShouldAllBe(t => t.Source.Length > 0);
        var ordinary = topics.Single(t => t.Id == Topic.Ordinary);
        (ordinary.Threshold, ordinary.RoundTo, ordinary.SmallestLevel).ShouldBe((5, 0, AreaLevel.Lsoa));
        var sensitive = topics.Where(t => t != ordinary).ToList();
        sensitive.Select(t => t.Id).ShouldBe(["domestic-abuse", "sexual-offences", "hate-crime", "channel", "suicide", "under-18s", "domestic-homicide-reviews"]);
        sensitive.ShouldAllBe(t => t.Threshold == 10 && t.RoundTo == 5 && !t.AgesByPlaceAndMonth && ordinary.IsKeptBy(t) && !t.IsKeptBy(ordinary));
        sensitive[^1].ShouldSatisfyAllConditions(t => t.SmallestLevel.ShouldBe(AreaLevel.County), t => t.ShortestPeriod.ShouldBe(TopicPeriods.SeveralYears));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(10, 9)]
    [InlineData(3, 5)]
    public void A_hidden_count_keeps_5_whole_numbers_and_never_lies_wholly_under_the_threshold(int threshold, int width) =>
        DisclosureRule.Of(Releases.Ordinary with { Threshold = threshold }).Suppression.MinWidth.ShouldBe(width);

    [Fact]
    public void The_attack_at_the_wider_limits_finds_nothing_under_a_sensitive_topic()
    {
        Releases.Attacked(World.Inputs(), Last, m => m.Count.IsShown).ShouldBeEmpty();
        var truth = new SmallWorld { Crimes = World.Crimes, OfKindB = World.OfKindB, Indicators = World.Indicators };
        var exact = Releases.Sealed(truth.Inputs(), Last);
        var read = Releases.Read(World.Inputs(), Last);
        read.Where(m => m.Value.Count.IsShown).Select(m => exact[m.Key].Count.Number).ShouldAllBe(n => n == 0 || n >= 10);
        read.Values.Count(m => m.Count.IsShown).ShouldBeGreaterThan(300);
        read.Values.Count(m => m.Count.Why == Reason.SmallOrGivesAway).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_attack_breaks_the_ordinary_rule_where_the_topic_is_sensitive()
    {
        var ordinary = new SmallWorld { Policy = DisclosurePolicy.Partner, Crimes = World.Crimes, OfKindB = World.OfKindB, Indicators = World.Indicators };
        var shown = Releases.Sealed(ordinary.Inputs(), Last);
        var found = new ReleaseAudit(World.Inputs(), (i, a, p) => shown.TryGetValue((i, a, p), out var m) && Releases.IsSealedShown(m)).Run(Last);
        found.ShouldContain(f => f.Attack == "small");
        found.ShouldContain(f => f.Attack == "margins");
    }

    [Fact]
    public void A_stricter_indicator_of_an_ordinary_dataset_is_hidden_by_its_own_topic()
    {
        var world = new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            Topics = World.Topics,
            Crimes = World.Crimes,
            OfKindB = World.OfKindB,
            Indicators = [Releases.Kind("crime"), Releases.Kind("a", "a"), Releases.Kind("b", "b") with { Topic = "domestic-abuse" }],
        };
        Releases.Attacked(world.Inputs(), Last, m => m.Count.IsShown).ShouldBeEmpty();
        var read = Releases.Read(world.Inputs(), Last).Values.Where(m => m.Count.IsShown).ToList();
        read.ShouldContain(m => m.Indicator == "crime" && m.RoundedTo == 0 && m.Count.ForDrawing % 5 != 0);
        read.Where(m => m.Indicator == "b").ShouldAllBe(m => m.RoundedTo == 5 && m.Count.ForDrawing % 5 == 0);
        read.ShouldContain(m => m.Indicator == "b");
    }

    [Fact]
    public void Ages_of_a_sensitive_topic_are_shown_for_the_force_alone()
    {
        var world = new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            Topics = World.Topics,
            Topic = World.Topic,
            CategoriesAreAges = true,
            Crimes = World.Crimes,
            OfKindB = World.OfKindB,
            Indicators = World.Indicators,
        };
        Releases.Attacked(world.Inputs(), Last, m => m.Count.IsShown).ShouldBeEmpty();
        var read = Releases.Read(world.Inputs(), Last).Values.ToList();
        read.Where(m => m.Indicator != "crime" && m.Level < AreaLevel.Force).ShouldAllBe(m => m.Count.Why == Reason.TooFine || m.Count.Absence == Absence.NotSupplied);
        read.ShouldContain(m => m.Indicator == "b" && m.Level == AreaLevel.Force && m.Count.IsShown);
        read.ShouldContain(m => m.Indicator == "crime" && m.Level == AreaLevel.District && m.Count.IsShown);
    }

    [Fact]
    public void Of_a_topic_that_wants_several_years_nothing_is_shown_yet_and_the_reason_says_so()
    {
        var reviews = Releases.Sensitive with { Id = "reviews", SmallestLevel = AreaLevel.County, ShortestPeriod = TopicPeriods.SeveralYears };
        var world = new SmallWorld { Policy = DisclosurePolicy.Partner, Topics = [reviews], Topic = "reviews", Indicators = [Releases.Kind("crime")] };
        Releases.Read(world.Inputs(), new(2016, 3)).Values.Where(m => m.Count.Absence == Absence.Suppressed || m.Count.IsShown).ShouldAllBe(m => m.Count.Why == Reason.TooFine);
    }

    [Fact]
    public void An_edition_made_before_the_topic_was_named_is_read_under_it()
    {
        var rule = DisclosureRule.Of(Releases.Sensitive);
        var before = new SmallWorld { Policy = DisclosurePolicy.Partner, Crimes = (_, _) => 47, Indicators = [Releases.Kind("crime")] };
        var measure = Releases.Sealed(before.Inputs(), new(2016, 6))[("crime", SmallWorld.East, new Period(PeriodKind.Month, new(2016, 6)))];
        var read = Protection.Protect(measure, rule);
        (read.Count.Text(), read.RoundedTo).ShouldBe(("45", 5));
        new[] { read.Value, read.Lower95, read.ChangeYear, read.CountYearBefore }.ShouldAllBe(n => n.Why == Reason.SmallOrGivesAway);
        Protection.Protect(measure with { Count = Quantity.Of(7) }, rule).Count.Why.ShouldBe(Reason.SmallOrGivesAway);
        Protection.Protect(measure with { Withheld = Withheld.Exact, Count = Quantity.Of(45) }, rule).Value.IsShown.ShouldBeTrue("sealed rounded it stays as it is");
    }

    [Fact]
    public void A_topic_named_later_holds_for_editions_made_before_where_it_is_stricter_and_for_no_other()
    {
        var pack = new SmallWorld { Policy = DisclosurePolicy.Partner, Topics = [Releases.Ordinary, Releases.Sensitive] }.Inputs().Areas.Pack;
        var (ordinary, sensitive) = (Releases.Kind("crime"), Releases.Kind("crime") with { Topic = "domestic-abuse" });
        DisclosureRule.UnderTopicOfToday(pack, ordinary, sensitive).Topic.ShouldBe("domestic-abuse");
        DisclosureRule.UnderTopicOfToday(pack, sensitive, ordinary).Topic.ShouldBe("domestic-abuse");
        DisclosureRule.UnderTopicOfToday(pack, sensitive, null).Topic.ShouldBe("domestic-abuse");
        DisclosureRule.UnderTopicOfToday(pack, ordinary, ordinary).Topic.ShouldBeNull();
    }

    [Fact]
    public void A_register_kept_before_packs_named_topics_keeps_the_rule_of_then()
    {
        var pack = World.Inputs().Areas.Pack with { Topics = [] };
        DisclosureRule.TopicOf(pack, null).Threshold.ShouldBe(5);
        Should.Throw<InvalidOperationException>(() => DisclosureRule.TopicOf(pack, "domestic-abuse"));
    }

    [Fact]
    public void Two_topics_together_hide_what_either_hides()
    {
        var other = new Topic { Id = "x", Title = "X", Threshold = 15, SmallestLevel = AreaLevel.District, Source = "test" };
        var both = Releases.Sensitive.And(other);
        Releases.Sensitive.IsKeptBy(both).ShouldBeTrue();
        other.IsKeptBy(both).ShouldBeTrue();
        Releases.Ordinary.And(Releases.Sensitive).ShouldBe(Releases.Sensitive);
    }
}
