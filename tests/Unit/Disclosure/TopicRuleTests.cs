using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What a topic asks for, in words and against another; and which topic an indicator goes by.</summary>
public sealed class TopicRuleTests
{
    private const string Hidden = "are hidden, with others that would give them away";

    private static readonly Topic Reviews = new()
    {
        Id = "reviews",
        Title = "Reviews",
        Threshold = 8,
        RoundTo = 3,
        SmallestLevel = AreaLevel.PolicingArea,
        ShortestPeriod = TopicPeriods.SeveralYears,
        Source = "reviews of the Act",
    };

    [Fact]
    public void A_topic_says_its_rule_in_a_sentence_and_nothing_that_it_does_not_ask_for()
    {
        Releases.Ordinary.Words().ShouldBe($"Counts of 1 to 4 {Hidden}.");
        (Releases.Ordinary with { SmallestLevel = AreaLevel.Ward }).Words().ShouldBe($"Counts of 1 to 4 {Hidden}.", "nothing smaller is ever offered");
        Releases.Sensitive.Words().ShouldBe($"Counts of 1 to 9 {Hidden}; counts are rounded to the nearest 5, and rates and changes are made from the rounded counts; ages are not shown by place and month.");
        (Reviews with { RoundTo = 0 }).Words().ShouldBe($"Counts of 1 to 7 {Hidden}; no area smaller than a policing area is shown; only periods of several years are shown.");
    }

    [Fact]
    public void A_topic_is_kept_by_another_that_hides_whatever_it_hides()
    {
        Reviews.IsKeptBy(Reviews).ShouldBeTrue();
        Reviews.IsKeptBy(Reviews with { RoundTo = 6 }).ShouldBeTrue("a multiple tells less");
        foreach (var looser in new[]
        {
            Reviews with { Threshold = 7 }, Reviews with { RoundTo = 0 }, Reviews with { RoundTo = 4 }, Reviews with { RoundTo = 2 },
            Reviews with { SmallestLevel = AreaLevel.Csp }, Reviews with { ShortestPeriod = TopicPeriods.Month },
        })
            Reviews.IsKeptBy(looser).ShouldBeFalse(looser.ToString());
        Reviews.AgesByPlaceAndMonth.ShouldBeTrue("unless it is said otherwise");
        (Reviews with { AgesByPlaceAndMonth = false }).IsKeptBy(Reviews).ShouldBeFalse();
        Reviews.IsKeptBy(Reviews with { AgesByPlaceAndMonth = false }).ShouldBeTrue();
    }

    [Fact]
    public void Two_topics_of_which_neither_keeps_the_other_make_a_third_that_keeps_both_and_no_more()
    {
        var both = Reviews.And(Releases.Sensitive);
        both.ShouldBe(new Topic
        {
            Id = "reviews+domestic-abuse",
            Title = "Reviews and domestic abuse",
            Threshold = 10,
            RoundTo = 15,
            SmallestLevel = AreaLevel.PolicingArea,
            ShortestPeriod = TopicPeriods.SeveralYears,
            AgesByPlaceAndMonth = false,
            Source = "reviews of the Act; test",
        });
        Releases.Sensitive.And(Reviews).ShouldBe(both with { Id = "domestic-abuse+reviews", Title = "Domestic abuse and reviews", Source = "test; reviews of the Act" });
        foreach (var (one, other, together) in new[] { (5, 5, 5), (4, 6, 12), (0, 3, 3), (3, 0, 3), (0, 0, 0) })
            (Reviews with { RoundTo = one }).And(Releases.Sensitive with { RoundTo = other }).RoundTo.ShouldBe(together, "counts that both round alike are rounded so");
        Releases.Sensitive.And(Releases.Ordinary).ShouldBe(Releases.Sensitive);
        Releases.Ordinary.And(Releases.Sensitive).ShouldBe(Releases.Sensitive);
    }

    [Fact]
    public void Public_figures_are_not_rounded_whatever_the_ordinary_topic_says_and_partners_go_by_it()
    {
        var ordinary = Releases.Ordinary with { Threshold = 7, RoundTo = 5 };
        var open = DisclosureRule.Of(Pack(DisclosurePolicy.AlreadyPublic, null, ordinary), Releases.Kind("crime"));
        (open.IsGuarded, open.RoundTo, open.IsSmall(3), open.Rounded(13)).ShouldBe((false, 0, false, 13));
        var partner = DisclosureRule.Of(Pack(DisclosurePolicy.Partner, null, ordinary), Releases.Kind("crime"));
        (partner.IsGuarded, partner.RoundTo, partner.Topic.Threshold, partner.Rounded(13)).ShouldBe((true, 5, 7, 15));
        new[] { 0.0, 1, 6, 7 }.Select(partner.IsSmall).ShouldBe([false, true, true, false]);
    }

    [Fact]
    public void The_topic_that_an_indicator_names_goes_before_that_of_its_dataset()
    {
        var pack = Pack(DisclosurePolicy.Partner, "domestic-abuse", Releases.Ordinary, Releases.Sensitive, Reviews);
        DisclosureRule.Of(pack, Releases.Kind("crime")).Topic.ShouldBe(Releases.Sensitive);
        DisclosureRule.Of(pack, Releases.Kind("crime") with { Topic = "reviews" }).Topic.ShouldBe(Reviews);
        DisclosureRule.Of(pack, Releases.Kind("crime") with { Topic = Topic.Ordinary }).Topic.ShouldBe(Releases.Ordinary);
    }

    [Fact]
    public void A_table_of_several_topics_has_the_widest_limits_and_small_is_what_is_small_by_its_own()
    {
        var rule = DisclosureRule.Together([DisclosureRule.Of(Releases.Sensitive), DisclosureRule.Partner, DisclosureRule.Partner]);
        (rule.Threshold, rule.MinWidth).ShouldBe((5, 9));
        DisclosureRule.Together([]).ShouldBe(DisclosureRule.Partner.Suppression);
    }

    [Fact]
    public void Of_a_partner_s_wards_years_end_in_March_and_of_all_else_anywhere()
    {
        foreach (var (month, march) in new[] { (1, 2016), (2, 2016), (3, 2017), (4, 2017), (12, 2017) })
            DisclosureRule.Partner.NewestYear(AreaLevel.Ward, new(2017, month)).ShouldBe(new Month(march, 3));
        DisclosureRule.Partner.NewestYear(AreaLevel.District, new(2017, 5)).ShouldBe(new Month(2017, 5));
        DisclosureRule.AlreadyPublic.NewestYear(AreaLevel.Ward, new(2017, 5)).ShouldBe(new Month(2017, 5));
    }

    [Fact]
    public void An_edition_is_read_under_a_stricter_topic_of_today_be_it_the_indicator_s_or_the_dataset_s()
    {
        var pack = Pack(DisclosurePolicy.Partner, "domestic-abuse", Releases.Ordinary, Releases.Sensitive, Reviews with { Threshold = 12, RoundTo = 10, AgesByPlaceAndMonth = false });
        var (ofDataset, ordinary, reviews) = (Releases.Kind("crime"), Releases.Kind("crime") with { Topic = Topic.Ordinary }, Releases.Kind("crime") with { Topic = "reviews" });
        string? Read(IndicatorDefinition pinned, IndicatorDefinition? today) => DisclosureRule.UnderTopicOfToday(pack, pinned, today).Topic;
        Read(ofDataset, ordinary).ShouldBeNull("the dataset's is stricter");
        Read(ofDataset, reviews).ShouldBe("reviews");
        Read(ordinary, ofDataset).ShouldBeNull("the dataset's of today is stricter");
        Read(ordinary, null).ShouldBeNull("as the dataset's is, where there is no indicator any more");
        Read(ordinary, reviews).ShouldBe("reviews");
        Read(reviews, ofDataset).ShouldBe("reviews");
        Read(reviews, ordinary).ShouldBe("reviews");
        Read(reviews, null).ShouldBe("reviews");

        // A dataset that the pack no longer has says nothing.
        var gone = ordinary with { Dataset = "gone" };
        DisclosureRule.UnderTopicOfToday(pack, gone, reviews).ShouldBe(gone);
    }

    private static Pack Pack(DisclosurePolicy policy, string? topic, params Topic[] topics) => new SmallWorld { Policy = policy, Topic = topic, Topics = topics }.Inputs().Areas.Pack;
}
