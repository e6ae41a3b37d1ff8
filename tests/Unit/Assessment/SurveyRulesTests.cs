using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Assessment;

public sealed class SurveyRulesTests
{
    private static readonly Vocabulary Vocabulary = new([new("asb", "ASB", IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "")], []);

    // The published example of the interval: 777 of 8,780 (docs/methods/proportion-wilson.md).
    private static readonly ThreadContent.Survey Wave = new()
    {
        From = new(2026, 9, 1),
        To = new(2026, 10, 1),
        Asked = "Households drawn by chance",
        IsDrawn = true,
        Base = 8780,
        Answers = [new("asb", "Noise", 12), new("asb", "Nuisance", 777), new("asb", "Nothing", 0)],
    };

    [Fact]
    public void Shares_of_a_drawn_wave_have_Wilsons_interval_and_stand_most_frequent_first()
    {
        var shares = SurveyRules.Shares(Wave);
        shares.Select(s => s.Answer.Wording).ShouldBe(["Nuisance", "Noise", "Nothing"]);
        shares[0].Share.ShouldBe(0.0884966, 1e-7);
        shares[0].Interval.Lower.ShouldBe(0.0827343, 1e-7);
        shares[0].Interval.Upper.ShouldBe(0.0946188, 1e-7);
        shares[2].Share.ShouldBe(0);
    }

    [Fact]
    public void Those_who_chose_to_answer_speak_for_nobody_else_and_without_a_base_there_is_no_share()
    {
        SurveyRules.Shares(Wave with { IsDrawn = false }).ShouldAllBe(s => s.Share >= 0 && !s.Interval.IsKnown);
        SurveyRules.Shares(Wave with { Base = null }).ShouldAllBe(s => double.IsNaN(s.Share) && !s.Interval.IsKnown);
    }

    [Fact]
    public void Counts_that_would_tell_who_said_it_are_not_kept()
    {
        SurveyRules.Broken(Wave, Vocabulary).ShouldBeEmpty();
        SurveyRules.Broken(Wave with { Answers = [new("asb", "Noise", 4)] }, Vocabulary).ShouldBe([("answers", "'Noise' was given by fewer than 5: put it together with a wider issue")]);
        SurveyRules.Broken(Wave with { Answers = [new("asb", "Noise", 5)] }, Vocabulary).ShouldBeEmpty();
        SurveyRules.Broken(Wave with { Base = 4, Answers = [] }, Vocabulary).Single().Field.ShouldBe("base");
    }

    [Fact]
    public void A_wave_says_what_is_wrong_with_it()
    {
        SurveyRules.Broken(Wave with { Base = 700 }, Vocabulary).ShouldBe([("answers", "'Nuisance' was given by more people than answered")]);
        SurveyRules.Broken(Wave with { Answers = [new("fly", "Tipping", 9)] }, Vocabulary).ShouldBe([("answers", "'fly' is not in the vocabulary")]);
        SurveyRules.Broken(Wave with { Answers = [new("asb", "Noise", 9), new("asb", "Noise", 8)] }, Vocabulary).ShouldBe([("answers", "'Noise' stands twice")]);
        SurveyRules.Broken(Wave with { To = new(2026, 1, 1), Asked = " ", Replies = [new("More lamps", "")] }, Vocabulary).Select(b => b.Field).ShouldBe(["to", "asked", "replies"]);
    }
}
