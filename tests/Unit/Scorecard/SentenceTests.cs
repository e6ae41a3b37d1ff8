using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class SentenceTests
{
    [Fact]
    public void A_full_month_reads_as_one_would_say_it_aloud() =>
        Sentences.Lead(Safe.Area(Safe.Row(Safe.Full.Public(), Safe.Year.Public()))).ShouldBe(
            "672 crimes in July 2022, 5.7 for every 1,000 people. 12% higher than July 2021 (600 then); within its usual range. "
            + "Over the 12 months to July 2022, lower than the rest of Lancashire-12 (64.1 against 78.3 for every 1,000 people).");

    [Fact]
    public void A_quiet_month_says_how_many_were_judged() =>
        Sentences.StandsOut(Safe.Area(Safe.Row(Safe.Full.Public())))
            .ShouldBe("Of 1 indicator judged by month, none stands out once the number of areas and indicators tested is allowed for.");

    [Fact]
    public void A_weighted_value_is_told_in_its_own_unit() =>
        Sentences.Count(
            Safe.Crime with { Title = "Crime severity estimate", Weights = new Dictionary<string, double> { ["a"] = 1 }, Multiplier = 1, Unit = "severity points per resident" },
            Safe.Year.Public()).ShouldBe("Crime severity estimate: 64.1 severity points per resident in the 12 months to July 2022.");

    [Fact]
    public void One_record_is_singular() =>
        Sentences.Count(Safe.Crime, (Safe.Full with { Count = Quantity.Of(1), Value = Quantity.Of(0.0085) }).Public()).ShouldBe("1 crime in July 2022, 0.01 for every 1,000 people.");

    [Fact]
    public void None_recorded_is_said_as_none_and_not_as_absent() =>
        Sentences.Count(Safe.Crime, (Safe.Full with { Count = Quantity.Of(0), Value = Quantity.Of(0) }).Public()).ShouldBe("No crimes in July 2022.");

    [Theory]
    [InlineData(Absence.NotLoaded, "Crimes in July 2022: not loaded here.")]
    [InlineData(Absence.NotSupplied, "Crimes in July 2022: not supplied.")]
    [InlineData(Absence.NotYetDue, "Crimes in July 2022: not yet due.")]
    [InlineData(Absence.NotReported, "Crimes in July 2022: not reported.")]
    public void A_month_that_is_not_there_says_why_and_nothing_else(Absence why, string expected) =>
        Sentences.Row(Safe.Row(Safe.Missing(why).Public())).ShouldBe(expected);

    [Fact]
    public void A_month_without_any_data_leads_with_that_and_warns_that_it_is_not_none()
    {
        var area = Safe.Area(Safe.Row(Safe.Missing(Absence.NotLoaded).Public()));
        Sentences.Lead(area).ShouldBe("July 2022: not loaded here. There are no figures for Chorley this month; that is not the same as none recorded.");
        Sentences.StandsOut(area).ShouldBe("");
        Sentences.AgainstAll(area).ShouldBe("");
    }

    [Fact]
    public void A_small_partner_count_is_suppressed_with_its_change()
    {
        var row = Safe.Row((Safe.Full with { Count = Quantity.Of(3), Value = Quantity.Of(0.03) }).Partner());
        Sentences.Row(row).ShouldBe("Crimes in July 2022: suppressed (small, or would give a small count away).");
    }

    [Fact]
    public void A_small_partner_count_a_year_before_suppresses_the_change() =>
        Sentences.Change(Safe.Crime, (Safe.Full with { CountYearBefore = Quantity.Of(4) }).Partner(), []).ShouldBe("the change on July 2021 is suppressed (the year before is hidden)");

    [Fact]
    public void A_small_public_count_is_shown_with_a_caution() =>
        Sentences.SmallNumber((Safe.Full with { Count = Quantity.Of(3) }).Public()).ShouldBe("Numbers this small move a lot by chance.");

    [Fact]
    public void Without_population_there_is_a_count_and_the_reason_for_no_rate() =>
        Sentences.Count(Safe.Crime, (Safe.Full with { Denominator = Quantity.Missing(Absence.NotLoaded), Value = Quantity.Missing(Absence.CannotBeCalculated) }).Public())
            .ShouldBe("672 crimes in July 2022; no rate, because no population is held for this area.");

    [Fact]
    public void Changed_placement_is_not_comparable_and_claims_no_rise() =>
        Sentences.Change(Safe.Crime, (Safe.Full with { Comparable = Comparable.PlacementChanged, ChangeYear = Quantity.Missing(Absence.CannotBeCalculated) }).Public(), [])
            .ShouldBe("not comparable with July 2021: placement changed");

    [Fact]
    public void Changed_recording_names_its_month_and_reason() =>
        Sentences.Change(
            Safe.Crime,
            (Safe.Full with { Comparable = Comparable.RecordingChanged, ChangeYear = Quantity.Missing(Absence.CannotBeCalculated) }).Public(),
            [new RecordingBreak("all-crime", new Month(2022, 2), "New counting rules", "")])
            .ShouldBe("not comparable with July 2021: recording changed from February 2022 (New counting rules)");

    [Theory]
    [InlineData(ChangeVerdict.Higher, 12.4, 600, "12% higher than July 2021 (600 then)")]
    [InlineData(ChangeVerdict.Lower, -0.5, 1600, "0.5% lower than July 2021 (1,600 then)")]
    [InlineData(ChangeVerdict.Similar, 3, 650, "similar to July 2021 (650 then)")]
    [InlineData(ChangeVerdict.NotJudged, 3, 650, "3% higher than July 2021, not tested for chance")]
    public void A_change_is_higher_or_lower_only_where_the_test_says_so(ChangeVerdict verdict, double percent, double before, string expected)
    {
        var measure = Safe.Full with { ChangeVerdict = verdict, ChangeYear = Quantity.Of(percent), CountYearBefore = Quantity.Of(before) };
        Sentences.Change(verdict == ChangeVerdict.NotJudged ? Safe.Crime with { Weights = new Dictionary<string, double> { ["a"] = 1 } } : Safe.Crime, measure.Public(), []).ShouldBe(expected);
    }

    [Theory]
    [InlineData(5, ChangeVerdict.Similar, "none in July 2021; the difference is within chance")]
    [InlineData(672, ChangeVerdict.Higher, "higher than July 2021 (none then)")]
    [InlineData(0, ChangeVerdict.Similar, "none in July 2021 either")]
    public void Against_a_month_with_none_there_is_no_per_cent(double count, ChangeVerdict verdict, string expected)
    {
        var measure = Safe.Full with { Count = Quantity.Of(count), Value = Quantity.Of(count / 100), CountYearBefore = Quantity.Of(0), ChangeYear = Quantity.Missing(Absence.CannotBeCalculated), ChangeVerdict = verdict };
        Sentences.Change(Safe.Crime, measure.Public(), []).ShouldBe(expected);
    }

    [Fact]
    public void A_year_before_that_is_not_there_is_named() =>
        Sentences.Change(Safe.Crime, (Safe.Full with { Comparable = Comparable.NoBase, CountYearBefore = Quantity.Missing(Absence.NotLoaded), ChangeYear = Quantity.Missing(Absence.CannotBeCalculated) }).Public(), [])
            .ShouldBe("no comparison with July 2021: not loaded here");

    [Theory]
    [InlineData(Variation.Common, XmrCause.Common, VariationBasis.PerDay, "within its usual range")]
    [InlineData(Variation.SpecialHigh, XmrCause.Outside, VariationBasis.SeasonallyAdjusted, "above its usual range for the time of year")]
    [InlineData(Variation.SpecialLow, XmrCause.Outside, VariationBasis.YearOnYear, "below its usual range, judged by the difference from the same month a year before")]
    [InlineData(Variation.SpecialHigh, XmrCause.Shift, VariationBasis.PerDay, "its daily average has been above average for the last seven months or more")]
    [InlineData(Variation.SpecialLow, XmrCause.Trend, VariationBasis.PerDay, "its daily average has fallen at every step over the last seven months")]
    [InlineData(Variation.SpecialHigh, XmrCause.TwoInThree, VariationBasis.PerDay, "near the top of its usual range in at least two of the last three months")]
    [InlineData(Variation.TooFew, XmrCause.Common, VariationBasis.None, "too few to judge by month")]
    [InlineData(Variation.TooShort, XmrCause.Common, VariationBasis.None, "not yet judged: not enough months recorded alike")]
    [InlineData(Variation.NotJudged, XmrCause.Common, VariationBasis.None, "")]
    public void Usual_range_is_told_by_the_rule_and_the_basis_that_judged_it(Variation variation, XmrCause cause, VariationBasis basis, string expected) =>
        Sentences.Usual(Safe.Crime, (Safe.Full with { Variation = variation, VariationCause = cause, VariationBasis = basis }).Public()).ShouldBe(expected);

    [Fact]
    public void Too_few_by_month_adds_the_twelve_months() =>
        Sentences.Row(Safe.Row((Safe.Full with { Variation = Variation.TooFew }).Public(), Safe.Year.Public()))
            .ShouldBe("672 crimes in July 2022, 5.7 for every 1,000 people. 12% higher than July 2021 (600 then); too few to judge by month. "
                + "7,557 crimes in the 12 months to July 2022, 64.1 for every 1,000 people. 12% higher than the 12 months to July 2021 (600 then).");

    [Fact]
    public void Incomplete_twelve_months_say_why_nothing_is_compared() =>
        Sentences.Against(Safe.Row(Safe.Full.Public(), (Safe.Missing(Absence.NotSupplied) with { Period = Safe.Year.Period }).Public()), "Lancashire-12")
            .ShouldBe("Not compared with the rest of Lancashire-12 over the 12 months to July 2022: some of those months are not supplied.");

    [Fact]
    public void The_comparator_is_named_once_for_all_indicators() =>
        Sentences.AgainstAll(Safe.Area(Safe.Row(Safe.Full.Public(), Safe.Year.Public()), Safe.Row(Safe.Full.Public(), (Safe.Year with { Comparison = Comparison.Higher }).Public())))
            .ShouldBe("Compared with the rest of Lancashire-12 over the 12 months to July 2022: higher on crimes; lower on crimes.");

    [Fact]
    public void A_headline_is_what_stands_out() =>
        Sentences.StandsOut(Safe.Area(Safe.Row((Safe.Full with { Headline = true, Variation = Variation.SpecialHigh, VariationCause = XmrCause.Outside }).Public())))
            .ShouldBe("Standing out: crimes (above its usual range).");

    [Fact]
    public void Where_nothing_could_be_judged_nothing_is_said_to_be_usual() =>
        Sentences.StandsOut(Safe.Area(Safe.Row((Safe.Full with { Variation = Variation.TooShort }).Public())))
            .ShouldBe("No indicator can be judged by month here yet: too few a month, or not enough months recorded alike.");

    [Theory]
    [InlineData(2020, "Rates use the population of mid-2020, 2 years before the period: read them with care.")]
    [InlineData(2021, "")]
    [InlineData(2023, "Rates use the population of mid-2023, after the period: no earlier one is held.")]
    [InlineData(0, "")]
    public void An_old_population_is_warned_about_from_two_years_on(int year, string expected) =>
        Sentences.PopulationAge((Safe.Full with { PopulationYear = year }).Public()).ShouldBe(expected);

    [Fact]
    public void A_town_centre_ward_says_that_resident_rates_mislead() =>
        Sentences.RateCaution(new Area { Code = new("E05000001"), Name = "Town Centre", Level = AreaLevel.Ward, Source = "", RateCaution = "shops and nightlife draw people from elsewhere." })
            .ShouldBe("Rates per resident mislead in Town Centre: shops and nightlife draw people from elsewhere.");

    [Fact]
    public void The_public_sentence_says_who_the_rate_is_about() =>
        Sentences.Public(Safe.Area(), Safe.Row(Safe.Full.Public()))
            .ShouldBe("672 crimes were recorded in Chorley in July 2022: 5.7 for every 1,000 people who live there. 12% higher than July 2021 (600 then). Within its usual range.");

    [Fact]
    public void Attention_lists_five_at_most_and_keeps_a_place_for_missing_data()
    {
        var signal = Safe.Row((Safe.Full with { Headline = true, Variation = Variation.SpecialLow, VariationCause = XmrCause.Outside }).Public());
        var area = Safe.Area([.. Enumerable.Repeat(signal, 7)]) with { Missing = [new("Street-level crime", "Lancashire Constabulary", Absence.NotSupplied, Safe.July)] };
        var items = Sentences.Attention(area);
        items.Count.ShouldBe(5);
        items[0].Text.ShouldBe("672 crimes in July 2022, 5.7 for every 1,000 people. Below its usual range.");
        items[4].Text.ShouldBe("Street-level crime for July 2022: not supplied by Lancashire Constabulary.");
        items.ShouldAllBe(i => i.Why.Length > 0 && i.Next.Length > 0);
    }

    [Fact]
    public void Changed_placement_is_one_item_however_many_indicators_it_touches()
    {
        var row = Safe.Row((Safe.Full with { Comparable = Comparable.PlacementChanged, ChangeYear = Quantity.Missing(Absence.CannotBeCalculated) }).Public());
        var item = Sentences.Attention(Safe.Area(row, row, row, row)).ShouldHaveSingleItem();
        item.Text.ShouldBe("Not comparable with July 2021: placement changed, for 4 indicators.");
    }
}
