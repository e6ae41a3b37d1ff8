using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Made.Core.Indicators;
using Made.Core.Methods.Shares;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Shares;

public sealed class SharesTests
{
    [Fact]
    public void What_is_left_goes_to_the_largest_remainders()
    {
        Units(10, 5, 3, 2, 1).ShouldBe([4, 3, 2, 1]);
        Units(100, 1, 1, 1).ShouldBe([34, 33, 33]);
        Units(101, 1, 1, 1).ShouldBe([34, 34, 33]);
        Units(2, 1, 1, 1).ShouldBe([1, 1, 0]);
    }

    [Fact]
    public void Weight_nothing_takes_nothing()
    {
        Units(7, 0, 1, 0).ShouldBe([0, 7, 0]);
        Units(0, 3, 1).ShouldBe([0, 0]);
        Units(5, 9).ShouldBe([5]);
    }

    [Fact]
    public void Totals_and_weights_that_cannot_be_are_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Units(-1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Units(1, -1, 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Units(1, 0, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Units(1));
    }

    [Fact]
    public void Every_total_is_given_out_whole_and_nobody_is_a_unit_off()
    {
        var given = Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<NonEmptyArray<NonNegativeInt>>(), (total, weights) =>
        {
            BigInteger[] held = [.. weights.Get.Select(w => (BigInteger)w.Get), 1];
            var shares = LargestRemainder.Of(total.Get, held);
            return shares.Aggregate(BigInteger.Zero, (a, s) => a + s.Units) == total.Get
                && shares.All(s => BigInteger.Abs((s.Units * s.Denominator) - s.Numerator) < s.Denominator);
        });
        given.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_hundred_digits_are_divided_as_exactly_as_two()
    {
        var total = BigInteger.Pow(10, 100);
        var shares = LargestRemainder.Of(total, [1, 2]);
        shares[0].Units.ShouldBe((total - 1) / 3);
        shares[1].Units.ShouldBe(((2 * (total - 1)) / 3) + 1);
    }

    [Theory]
    [InlineData(2, 3, "0.666667")]
    [InlineData(1, 3, "0.333333")]
    [InlineData(5, 2, "2.5")]
    [InlineData(300, 1, "300.0")]
    [InlineData(0, 7, "0.0")]
    [InlineData(1, 2000000, "0.000001")]
    [InlineData(1, 2000001, "0.0")]
    [InlineData(59999999, 60000000, "1.0")]
    public void A_share_is_written_to_six_decimals(int numerator, int denominator, string text) => new Share(0, numerator, denominator).Text().ShouldBe(text);

    [Fact]
    public void A_share_is_written_to_as_many_decimals_as_asked() => new Share(0, 2, 3).Text(2).ShouldBe("0.67");

    [Fact]
    public void The_page_on_apportionment_shows_what_the_code_gives()
    {
        var rows = MethodPages.Rows("apportionment", 6);
        var shares = LargestRemainder.Of(100_000, [.. rows.Select(r => (BigInteger)(10 * MethodPages.Number(r[0])))]);
        shares.Select(s => (s.Text(), $"{s.Units}")).ShouldBe(rows.Select(r => (r[1], r[2])));
    }

    [Fact]
    public void The_page_on_stages_shows_what_the_code_computes()
    {
        foreach (var row in MethodPages.Rows("funnel-table", 3))
        {
            string[] names = ["referrals", "successful_call", "engaged", "immediate_only", "ongoing"];
            var counts = names.Zip(row).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => StageCount.Of(MethodPages.Number(c.Second)));
            StageTable.Of(StageTable.Support, counts).Succeeded(out var percents, out _).ShouldBeTrue();
            percents!.Select(p => p.Absence == Absence.None ? MethodPages.Printed(p.Percent) : p.Absence.Code()).ShouldBe(row[5..]);
        }
    }

    [Fact]
    public void A_missing_count_hands_on_its_reason_and_never_counts_as_nothing()
    {
        Stage[] one = [new("part", "whole")];
        Percent(one, StageCount.Missing(Absence.NotYetDue), StageCount.Missing(Absence.NotApplicable)).Absence.ShouldBe(Absence.NotYetDue);
        Percent(one, StageCount.Of(3), StageCount.Missing(Absence.NotApplicable)).Absence.ShouldBe(Absence.NotApplicable);
        Percent(one, StageCount.Of(3), StageCount.Missing(Absence.NotApplicable)).Percent.ShouldBe(double.NaN);
        Percent(one, StageCount.Of(3), StageCount.Of(0)).Absence.ShouldBe(Absence.CannotBeCalculated);
        var half = Percent(one, StageCount.Of(1), StageCount.Of(8));
        (half.Percent, half.Rounded, half.Part, half.Whole, half.Absence).ShouldBe((12.5, 13, 1, 8, Absence.None));
        Percent(one, StageCount.Of(3), StageCount.Of(3)).Percent.ShouldBe(100);
        StageTable.Of(one, new Dictionary<string, StageCount>()).Succeeded(out var none, out _).ShouldBeTrue();
        none![0].Absence.ShouldBe(Absence.NotReported);
    }

    [Fact]
    public void A_part_above_its_whole_or_below_nothing_is_refused()
    {
        Stage[] one = [new("part", "whole")];
        Refused(one, 4, 3).ShouldBe("'part' is 4, more than 'whole', 3.");
        Refused(one, -1, 3).ShouldBe("'part' is -1, below 0.");
    }

    private static string Refused(Stage[] stages, double part, double whole) =>
        StageTable.Of(stages, new Dictionary<string, StageCount> { ["part"] = StageCount.Of(part), ["whole"] = StageCount.Of(whole) }).Problem!.Message;

    private static StagePercent Percent(Stage[] stages, StageCount part, StageCount whole) =>
        StageTable.Of(stages, new Dictionary<string, StageCount> { ["part"] = part, ["whole"] = whole }).Succeeded(out var percents, out _) ? percents[0] : default;

    private static IEnumerable<int> Units(int total, params int[] weights) => LargestRemainder.Of(total, [.. weights.Select(w => (BigInteger)w)]).Select(s => (int)s.Units);
}
