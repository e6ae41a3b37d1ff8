using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class ExceptionSentenceTests
{
    private static readonly Measure High = Safe.Full with { Headline = true, Variation = Variation.SpecialHigh, VariationCause = XmrCause.Outside };
    private static readonly Area Place = new() { Code = Safe.Full.Area, Name = "Chorley CSP", Level = AreaLevel.Csp, Source = "" };

    [Fact]
    public void A_month_names_what_against_what_and_how_sure()
    {
        var one = One(High.Public(), 0.00135, 0.0178);
        Sentences.Exception("Chorley", Safe.Row(High.Public()), one)
            .ShouldBe("Chorley: 672 crimes in July 2022, 5.7 for every 1,000 people. Above its usual range (usually 510 to 640).");
        Sentences.HowSure(one, 262).ShouldBe("If nothing had changed, a month this far from its average would come about once in 740 times; allowing for all 262 figures tested, the probability is 0.018.");
        Sentences.OtherExplanations(Safe.Row(High.Public()), one, Place).ShouldBeEmpty();
        Sentences.Outcome(one).ShouldBe("stands out");
    }

    [Fact]
    public void Twelve_months_are_told_by_their_change()
    {
        var year = (Safe.Year with { Headline = true }).Public();
        var one = One(year, 0.00002, 0.0009);
        Sentences.Exception("Chorley", Safe.Row(High.Public(), year), one)
            .ShouldBe("Chorley: 7,557 crimes in the 12 months to July 2022, 64.1 for every 1,000 people. 12% higher than the 12 months to July 2021 (600 then).");
        Sentences.HowSure(one, 3).ShouldBe("If nothing had changed, a change this large would come less than once in 10,000 times; allowing for all 3 figures tested, the probability is less than 0.001.");
    }

    [Fact]
    public void Hidden_probabilities_say_that_they_are_hidden() =>
        Sentences.HowSure(One(High.Public(), double.NaN, double.NaN), 262).ShouldBe("How unlikely it is cannot be shown: that would give a hidden small number away.");

    [Theory]
    [InlineData(Comparable.PlacementChanged, false, Variation.SpecialHigh, "held back: placement changed")]
    [InlineData(Comparable.RecordingChanged, true, Variation.SpecialHigh, "held back: recording changed")]
    [InlineData(Comparable.Yes, true, Variation.SpecialHigh, "held back: trial limits")]
    [InlineData(Comparable.Yes, false, Variation.Common, "held back: inside its usual range")]
    public void What_is_held_back_says_why(Comparable comparable, bool trial, Variation variation, string expected) =>
        Sentences.Outcome(One((High with { Headline = false, Comparable = comparable, Variation = variation }).Public(), 0.0001, 0.01, trial)).ShouldBe(expected);

    [Fact]
    public void Other_explanations_are_named_one_by_one()
    {
        var measure = (High with { Count = Quantity.Of(4), Comparable = Comparable.RecordingChanged }).Public();
        var breaks = new RecordingBreak("all-crime", new(2022, 3), "New rules", "");
        Sentences.OtherExplanations(Safe.Row(measure, null, breaks), One(measure, 0.0001, 0.01, trial: true), Place with { RateCaution = "shops draw people from elsewhere" }).ShouldBe(
        [
            "Recording changed from March 2022 (New rules): figures before and after count different things.",
            "The limits are trial limits, from fewer than 13 months.",
            "Numbers this small move a lot by chance.",
            "Rates per resident mislead in Chorley CSP: shops draw people from elsewhere.",
        ]);
    }

    [Theory]
    [InlineData(0, 0, "No figure of July 2022 can be tested: nothing is held, or not enough months recorded alike.")]
    [InlineData(1, 0, "1 figure was tested. If nothing had changed anywhere, fewer than one of them would have a probability under 5% by chance; none had.")]
    [InlineData(262, 34, "262 figures were tested. If nothing had changed anywhere, about 13 of them would have a probability under 5% by chance; 34 had.")]
    public void How_much_was_tested_and_what_chance_brings_stand_together(int tested, int unusual, string expected) =>
        Sentences.ExceptionCount(new SafeExceptions(tested, unusual, 0.05 * tested, 0, []), Safe.July).ShouldBe(expected);

    private static SafeException One(SafeMeasure measure, double alone, double together, bool trial = false)
    {
        var isMonth = measure.Period.Kind == Core.Calendar.PeriodKind.Month;
        return new SafeException
        {
            Measure = measure,
            Outcome = measure.Headline ? ExceptionOutcome.StandsOut : ExceptionOutcome.HeldBack,
            Alone = Shown(alone),
            Together = Shown(together),
            Mean = isMonth ? Shown(575) : SafeNumber.Nothing,
            UsualLower = isMonth ? Shown(510) : SafeNumber.Nothing,
            UsualUpper = isMonth ? Shown(640) : SafeNumber.Nothing,
            IsTrial = trial,
        };
    }

    private static SafeNumber Shown(double number) =>
        (double.IsNaN(number) ? Safe.Full with { Count = Quantity.Of(3) } : Safe.Full with { Value = Quantity.Of(number) }).Partner().Value;
}
