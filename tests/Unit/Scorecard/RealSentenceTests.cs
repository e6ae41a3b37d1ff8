using System.Globalization;
using System.Text.RegularExpressions;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

/// <summary>Every sentence of 14 areas in 39 real months, read back by a reader that knows only the cubes and the words.</summary>
public partial class RealSentenceTests
{
    private static readonly Lazy<Dictionary<Month, List<AreaMonth>>> Pages = new(Build);

    [Fact]
    public void Every_sentence_of_14_areas_in_39_months_is_true()
    {
        if (!RealMonths.TryGet(out var inputs))
            return;
        var read = 0;
        foreach (var (month, pages) in Pages.Value)
            foreach (var page in pages)
                foreach (var row in page.Rows)
                {
                    Check(inputs, page, row, month);
                    read++;
                }
        read.ShouldBe(39 * 14 * 15);
    }

    [Fact]
    public void July_2022_claims_no_rise_or_fall_on_July_2021_anywhere()
    {
        if (!RealMonths.TryGet(out _))
            return;
        foreach (var page in Pages.Value[new Month(2022, 7)])
        {
            var crime = Sentences.Row(page.Rows[0]);
            crime.ShouldContain("ot comparable with July 2021: placement changed");
            new[] { "higher", "lower", "rise", "risen", "fall", "above", "below" }.ShouldAllBe(word => !crime.Contains(word));
            Sentences.Lead(page).ShouldContain("ot comparable with July 2021: placement changed");
            Sentences.Attention(page).ShouldContain(i => i.Kind == AttentionKind.PlacementChanged);
            Sentences.Public(page, page.Rows[0]).ShouldContain("ot comparable with July 2021: placement changed");
        }
    }

    [Fact]
    public void Headlines_are_few_and_each_stands_on_a_comparable_signal()
    {
        if (!RealMonths.TryGet(out _))
            return;
        foreach (var (month, pages) in Pages.Value)
        {
            var rows = pages.SelectMany(p => p.Rows).ToList();
            rows.Count(r => r.Month!.Headline).ShouldBeLessThan(10, month.Name);
            rows.Where(r => r.Month!.Headline).ShouldAllBe(r =>
                (r.Month!.Variation == Variation.SpecialHigh || r.Month.Variation == Variation.SpecialLow)
                && (r.Month.Comparable == Comparable.Yes || r.Month.Comparable == Comparable.NoBase));
        }
    }

    private static Dictionary<Month, List<AreaMonth>> Build()
    {
        RealMonths.TryGet(out var inputs);
        var builder = new MeasureBuilder(inputs);
        return RealMonths.Held.ToDictionary(m => m, m => Of(inputs, builder.Build(m), m));
    }

    private static List<AreaMonth> Of(MeasureInputs inputs, IReadOnlyList<Measure> measures, Month month)
    {
        var safe = measures.Where(m => m.Level == AreaLevel.Csp).ToDictionary(m => (m.Area, m.Indicator, m.Period.Kind), m => Protection.Protect(m, DisclosureRule.AlreadyPublic));
        return [.. inputs.Areas.At(AreaLevel.Csp, month).Select(csp => new AreaMonth
        {
            AreaName = csp.Name,
            Month = month,
            ComparatorName = inputs.Areas.ComparatorOf(csp.Code)!.Name,
            Missing = [],
            Rows = [.. inputs.Indicators.Select(i => new IndicatorRow
            {
                Indicator = i,
                Month = safe[(csp.Code, i.Id, PeriodKind.Month)],
                Rolling12 = safe[(csp.Code, i.Id, PeriodKind.Rolling12)],
                Breaks = [.. inputs.Breaks.Where(b => b.Concerns(i))],
            })],
        })];
    }

    private static void Check(MeasureInputs inputs, AreaMonth page, IndicatorRow row, Month month)
    {
        var sentence = Sentences.Row(row with { Rolling12 = null });
        var first = sentence.Split(". ");
        var districts = inputs.Areas.DistrictsOf(row.Month!.Area, month);
        var count = Sum(inputs, row.Indicator, districts, month)!.Value;
        var residents = districts.Sum(d => inputs.Population.For(d, new Period(PeriodKind.Month, month))!.Value.Residents);

        Counted(first[0]).ShouldBe(count, sentence);
        if (Rate().Match(first[0]) is { Success: true } rate)
            Number(rate.Groups[1].Value).ShouldBe(count * 1000 / residents, 0.051, sentence);
        else
            (count == 0 || first[0].Contains("less than 0.01")).ShouldBeTrue(sentence);

        var before = Sum(inputs, row.Indicator, districts, month.Plus(-12));
        if (Then().Match(sentence) is { Success: true } then)
            (then.Groups[1].Value == "none" ? 0 : Number(then.Groups[1].Value)).ShouldBe(before!.Value, sentence);
        sentence.Contains("o comparison with").ShouldBe(before is null, sentence);
        if (before is not null)
        {
            var moved = Math.Abs(Share(inputs, row.Indicator, month) - Share(inputs, row.Indicator, month.Plus(-12))) > 0.03;
            sentence.Contains("placement changed").ShouldBe(moved, sentence);
            if (Size().Match(sentence) is { Success: true } size)
            {
                var expected = ((count / Then(inputs, districts, month, before.Value, residents)) - 1) * 100;
                Number(size.Groups[1].Value).ShouldBe(Math.Abs(expected), 0.51, sentence);
                (size.Groups[2].Value == "higher").ShouldBe(expected > 0, sentence);
            }
        }
        CheckUsual(row, sentence);
        CheckAgainst(inputs, page, row, districts, month);
        Sentences.Lead(page).ShouldNotContain("significant");
    }

    private static double Then(MeasureInputs inputs, IReadOnlyList<AreaCode> districts, Month month, double before, double residents) =>
        before * residents / districts.Sum(d => inputs.Population.For(d, new Period(PeriodKind.Month, month.Plus(-12)))!.Value.Residents);

    private static void CheckUsual(IndicatorRow row, string sentence)
    {
        var chart = new[] { Variation.Common, Variation.SpecialHigh, Variation.SpecialLow }.Contains(row.Month!.Variation);
        (sentence.Contains("usual range") || sentence.Contains("last seven months") || sentence.Contains("within its usual")).ShouldBe(chart, sentence);
        if (sentence.Contains("above its usual range") || sentence.Contains("below its usual range") || sentence.Contains("ithin its usual range"))
        {
            var point = Charts.Value.Chart(row.Indicator.Id, row.Month.Area, row.Month.Period.Last, 1)!.Points[^1];
            var outside = point.Value.Number > point.Usual.Upper + 1e-9 ? "above" : point.Value.Number < point.Usual.Lower - 1e-9 ? "below" : "ithin";
            sentence.ShouldContain(outside + " its usual range");
        }
    }

    private static void CheckAgainst(MeasureInputs inputs, AreaMonth page, IndicatorRow row, IReadOnlyList<AreaCode> own, Month month)
    {
        var sentence = Sentences.Against(row, page.ComparatorName);
        var months = Month.Range(month.Plus(-11), month).ToList();
        var complete = months.TrueForAll(m => inputs.Cube("police-street", m) is not null);
        sentence.StartsWith("Not compared", StringComparison.Ordinal).ShouldBe(!complete, sentence);
        if (!complete)
            return;
        var rest = inputs.Areas.DistrictsOf(inputs.Areas.ComparatorOf(own[0])!.Code, month).Except(own).ToList();
        Counted(Sentences.Count(row.Indicator, row.Rolling12!)).ShouldBe(months.Sum(m => Sum(inputs, row.Indicator, own, m)!.Value), sentence);
        var (here, there) = (PerThousand(inputs, row.Indicator, own, months), PerThousand(inputs, row.Indicator, rest, months));
        var numbers = Against().Match(sentence);
        Number(numbers.Groups[1].Value).ShouldBe(here, 0.051, sentence);
        Number(numbers.Groups[2].Value).ShouldBe(there, 0.051, sentence);
        if (sentence.Contains("lower than"))
            here.ShouldBeLessThan(there, sentence);
        if (sentence.Contains("higher than"))
            here.ShouldBeGreaterThan(there, sentence);
    }

    private static readonly Lazy<MeasureBuilder> Charts = new(() =>
    {
        RealMonths.TryGet(out var inputs);
        return new MeasureBuilder(inputs);
    });

    private static double PerThousand(MeasureInputs inputs, IndicatorDefinition indicator, IReadOnlyList<AreaCode> districts, List<Month> months) =>
        months.Sum(m => Sum(inputs, indicator, districts, m)!.Value) * 1000
        / districts.Sum(d => inputs.Population.For(d, new Period(PeriodKind.Rolling12, months[^1]))!.Value.Residents);

    private static double? Sum(MeasureInputs inputs, IndicatorDefinition indicator, IReadOnlyList<AreaCode> districts, Month month) =>
        inputs.Cube("police-street", month) is { } cube ? districts.Sum(d => cube.Sum(d, indicator.Filter)) : null;

    private static double Share(MeasureInputs inputs, IndicatorDefinition indicator, Month month)
    {
        var cube = inputs.Cube("police-street", month)!;
        double lost = cube.SumWithoutPlace(indicator.Filter);
        return 1 - (lost / (lost + cube.SumOutside(indicator.Filter) + inputs.Areas.Districts.Sum(d => cube.Sum(d.Code, indicator.Filter))));
    }

    private static double Counted(string sentence) => sentence.StartsWith("No ", StringComparison.Ordinal) ? 0 : Number(sentence.Split(' ')[0]);

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<n>[\d.]+) for every 1,000 people", RegexOptions.None, 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"\((?<n>[\d,]+|none) then\)", RegexOptions.None, 1000)]
    private static partial Regex Then();

    [GeneratedRegex(@"(?<n>[\d,.]+)% (?<w>higher|lower) than \w+ \d{4}", RegexOptions.None, 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"\((?<a>[\d,.]+) against (?<b>[\d,.]+) for every", RegexOptions.None, 1000)]
    private static partial Regex Against();
}
