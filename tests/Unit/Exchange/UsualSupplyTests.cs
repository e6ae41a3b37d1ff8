using FsCheck;
using FsCheck.Fluent;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Exchange;

public class UsualSupplyTests
{
    private static readonly Month Month = new(2026, 9);

    [Fact]
    public void A_month_like_those_before_it_is_not_told() => Codes(Shape(520, 31, 300, 220), 8).ShouldBeEmpty();

    [Theory]
    [InlineData(60, "unusual-volume")]
    [InlineData(4_000, "unusual-volume")]
    public void A_month_with_a_tenth_or_eight_times_the_records_is_told(int records, string code) =>
        Codes(Shape(records, records * 6 / 100, records * 6 / 10, records * 4 / 10), 8).ShouldBe([code]);

    [Fact]
    public void A_month_whose_places_are_gone_is_told() => Codes(Shape(500, 480, 300, 200), 8).ShouldBe(["unusual-places"]);

    [Fact]
    public void A_month_whose_kinds_are_mixed_otherwise_is_told() => Codes(Shape(500, 30, 40, 460), 8).ShouldBe(["unusual-kinds"]);

    [Fact]
    public void A_kind_that_was_never_sent_before_counts_as_moved() =>
        UsualSupply.Unusual(Month, new SupplyShape(500, 30, new Dictionary<string, long> { ["new"] = 500 }), Before(8)).Select(f => f.Code).ShouldBe(["unusual-kinds"]);

    [Fact]
    public void Of_three_months_nothing_is_usual_yet() => Codes(Shape(5, 5, 0, 5), 3).ShouldBeEmpty();

    [Fact]
    public void A_few_records_more_or_less_than_a_few_are_chance() =>
        UsualSupply.Unusual(Month, Shape(5, 2, 1, 4), [.. Enumerable.Repeat(Shape(1, 0, 1, 0), 8)]).ShouldBeEmpty();

    /// <summary>Months drawn from one county over and over: a check that cries wolf would be switched off.</summary>
    [Fact]
    public void Of_a_thousand_ordinary_months_hardly_one_is_told()
    {
        var dice = new Random(9);
        var told = 0;
        for (var turn = 0; turn < 1000; turn++)
        {
            var mean = 20 + dice.Next(800);
            told += UsualSupply.Unusual(Month, Draw(mean, dice), [.. Enumerable.Range(0, 8).Select(_ => Draw(mean, dice))]).Count > 0 ? 1 : 0;
        }
        told.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void Nothing_that_a_file_holds_makes_the_check_fail()
    {
        var shapes = Gen.Choose(0, 100_000).Three().Select(n => Shape(n.Item1, Math.Min(n.Item1, n.Item2), Math.Min(n.Item1, n.Item3), n.Item1 - Math.Min(n.Item1, n.Item3)));
        Prop.ForAll(shapes.ToArbitrary(), shapes.ListOf().ToArbitrary(), (now, before) =>
            now.Records == 0 || UsualSupply.Unusual(Month, now, [.. before]).All(f => !f.Message.Contains("NaN", StringComparison.Ordinal) && f.Remedy.Length > 0)).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<string> Codes(SupplyShape now, int months) => UsualSupply.Unusual(Month, now, Before(months)).Select(f => f.Code);

    private static List<SupplyShape> Before(int months) => [.. Enumerable.Range(0, months).Select(i => Shape(500 + i, 30, 300, 200 + i))];

    private static SupplyShape Shape(int records, int without, int first, int second) =>
        new(records, without, new Dictionary<string, long> { ["first"] = first, ["second"] = second });

    private static SupplyShape Draw(int mean, Random dice)
    {
        var records = Enumerable.Range(0, mean * 2).Count(_ => dice.Next(2) == 0);
        var first = Enumerable.Range(0, records).Count(_ => dice.Next(10) < 6);
        return Shape(records, Enumerable.Range(0, records).Count(_ => dice.Next(100) < 6), first, records - first);
    }
}
