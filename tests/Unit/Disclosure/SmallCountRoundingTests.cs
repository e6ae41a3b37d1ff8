using System.Security.Cryptography;
using System.Text;
using Made.Core.Disclosure.Keys;
using Made.Core.Disclosure.Rounding;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public class SmallCountRoundingTests
{
    [Fact]
    public void The_page_on_rounding_shows_what_the_code_does()
    {
        var rows = MethodPages.Rows("small-count-rounding", 8);
        var table = KeyedTable.Of(["district", "ward", "category"], [.. rows.Select(r => r[..3])], [.. rows.Select(r => long.Parse(r[3]))]).Value();
        table.Dimensions.ShouldBe(["ward", "category"]);
        table.IsNested.ShouldBeTrue();
        SmallCountRounding.Round(table, PublishedMargins.All, 3).Value().Inner.ShouldBe(rows.Select(r => long.Parse(r[4])));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 5)]
    [InlineData(5, 2)]
    [InlineData(6, 10)]
    public void No_published_count_is_small_and_margins_add_up(int seed, int roundBase)
    {
        var random = new Random(seed);
        var keys = (from ward in Enumerable.Range(0, 24)
                    from kind in Enumerable.Range(0, 6)
                    from month in Enumerable.Range(0, 3)
                    select (string[])[$"D{ward / 6}", $"W{ward}", $"K{kind}", $"M{month}"]).ToArray();
        long[] counts = [.. keys.Select(_ => random.Next(3) == 0 ? 0L : random.Next(0, 9))];
        var table = KeyedTable.Of(["district", "ward", "kind", "month"], keys, counts).Value();
        foreach (var margins in Enum.GetValues<PublishedMargins>())
        {
            var rounded = SmallCountRounding.Round(table, margins, roundBase, seed).Value();
            rounded.Rounded.ShouldAllBe(n => n == 0 || n >= roundBase);
            for (var c = 0; c < rounded.Cells.Count; c++)
            {
                rounded.Original[c].ShouldBe(rounded.Cells[c].Members.Sum(m => counts[m]));
                rounded.Rounded[c].ShouldBe(rounded.Cells[c].Members.Sum(m => rounded.Inner[m]));
            }
            for (var i = 0; i < counts.Length; i++)
                (rounded.Inner[i] == counts[i] || (counts[i] > 0 && counts[i] < roundBase && (rounded.Inner[i] == 0 || rounded.Inner[i] == roundBase))).ShouldBeTrue();
            if (margins == PublishedMargins.All)
                rounded.Inner.ShouldAllBe(n => n == 0 || n >= roundBase);
            Math.Abs(rounded.Inner.Sum() - counts.Sum()).ShouldBeLessThan(roundBase);
            SmallCountRounding.Round(table, margins, roundBase, seed).Value().Inner.ShouldBe(rounded.Inner);
        }
    }

    [Fact]
    public void More_small_cells_than_one_round_takes_are_rounded_in_several()
    {
        var keys = Enumerable.Range(0, 2_400).Select(i => (string[])[$"a{i / 60}", $"b{i % 60}"]).ToArray();
        long[] counts = [.. Enumerable.Range(0, 2_400).Select(i => 1L + (i % 2))];
        var rounded = SmallCountRounding.Round(KeyedTable.Of(["a", "b"], keys, counts).Value(), PublishedMargins.All, 3).Value();
        rounded.Inner.ShouldAllBe(n => n == 0 || n == 3);
        rounded.Inner.Sum().ShouldBe(3_600);
        rounded.Original.Zip(rounded.Rounded).Max(p => Math.Abs(p.First - p.Second)).ShouldBeLessThan(10);
    }

    /// <summary>A table that is rounded again must come out alike: a digest of all counts of drawn tables, larger than the published vectors have them.</summary>
    [Theory]
    [InlineData(PublishedMargins.All, "574a9b10f11e")]
    [InlineData(PublishedMargins.Single, "459589615397")]
    public void The_same_seed_gives_the_same_table_in_every_version(PublishedMargins margins, string digest)
    {
        var all = new StringBuilder();
        for (var seed = 1; seed <= 12; seed++)
        {
            var random = new Random(seed);
            var keys = Enumerable.Range(0, 40 + (seed * 15)).Select(i => (string[])[$"W{i / 8}", $"K{i % 8}"]).ToArray();
            var table = KeyedTable.Of(["ward", "kind"], keys, [.. keys.Select(_ => (long)random.Next(seed < 6 ? 0 : 1, 8))]).Value();
            all.AppendJoin(' ', SmallCountRounding.Round(table, margins, 3 + (seed % 3 * 2), seed).Value().Inner).AppendLine();
        }
        // More than are looked at at once.
        var large = Enumerable.Range(0, 1_500).Select(i => (string[])[$"a{i / 60}", $"b{i % 60}"]).ToArray();
        all.AppendJoin(' ', SmallCountRounding.Round(KeyedTable.Of(["a", "b"], large, [.. large.Select((_, i) => 1L + (i * i % 7 % 2))]).Value(), margins, 3, 9).Value().Inner);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..12].ShouldBe(digest);
    }

    [Fact]
    public void As_many_are_raised_as_are_asked_for()
    {
        RoundingChoice Choice() => new([2, 1, 0], new long[,] { { 3, 0, 3 }, { 0, 3, 0 }, { 3, 0, 3 } }, [2, 0, 1]);
        Choice().Raise(3).ShouldBe([true, true, true]);
        Choice().Raise(1).ShouldBe([true, false, false]);
        // Once the first has risen, its margin has no more to give: the second is next.
        Choice().Raise(2).ShouldBe([true, true, false]);
    }

    [Fact]
    public void Where_only_totals_are_published_cells_behind_large_totals_stay()
    {
        var table = Table([["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]], [1, 9, 1, 1]);
        table.IsNested.ShouldBeFalse();
        table.Published(PublishedMargins.Single).Count.ShouldBe(5);
        table.Published(PublishedMargins.All).Count.ShouldBe(9);
        // Small are the totals of b (2) and of x (2): three cells of 1 rest on them, and one of three rises.
        var rounded = SmallCountRounding.Round(table, PublishedMargins.Single, 3).Value();
        rounded.Inner[1].ShouldBe(9);
        rounded.Inner.Sum().ShouldBe(12);
        rounded.Rounded.ShouldAllBe(n => n == 0 || n >= 3);
    }

    [Fact]
    public void Cells_that_zeros_or_a_lonely_margin_give_away_are_rounded_too()
    {
        // Only totals are published, none of them small; y has one cell, so its 4 is known, and then x of a is 4 + 1 less 4.
        var lonely = Table([["a", "x"], ["a", "y"], ["b", "x"]], [1, 4, 5]);
        var rounded = SmallCountRounding.Round(lonely, PublishedMargins.Single, 3).Value();
        rounded.Original.ShouldAllBe(n => n >= 3);
        rounded.Inner.ShouldBe([0, 4, 5]);
        // Here nobody can tell 2 and 4 from 3 and 3.
        var hidden = Table([["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]], [2, 4, 4, 2]);
        SmallCountRounding.Round(hidden, PublishedMargins.Single, 3).Value().Inner.ShouldBe([2, 4, 4, 2]);
    }

    [Fact]
    public void Nothing_small_and_nothing_at_all_stay_as_they_are()
    {
        SmallCountRounding.Round(Table([["a", "x"], ["b", "x"]], [3, 0]), PublishedMargins.All, 3).Value().Inner.ShouldBe([3, 0]);
        SmallCountRounding.Round(Table([["a", "x"], ["b", "x"]], [0, 0]), PublishedMargins.All, 3).Value().Rounded.ShouldAllBe(n => n == 0);
        // A single cell: 1 of 3 falls, 2 of 3 rises.
        SmallCountRounding.Round(Table([["a", "x"]], [1]), PublishedMargins.All, 3).Value().Inner.ShouldBe([0]);
        SmallCountRounding.Round(Table([["a", "x"]], [2]), PublishedMargins.All, 3).Value().Inner.ShouldBe([3]);
    }

    [Fact]
    public void Equal_keys_are_added_and_levels_stand_beside_each_other()
    {
        var table = KeyedTable.Of(["region", "ward", "district"], [["R", "W1", "D1"], ["R", "W2", "D1"], ["R", "W3", "D2"], ["R", "W1", "D1"]], [1, 2, 3, 4]).Value();
        table.Dimensions.ShouldBe(["region", "ward"]);
        table.Counts.ShouldBe([5, 2, 3]);
        table.Published(PublishedMargins.Single).Select(c => string.Join(' ', c.Keys)).ShouldBe(
            ["Total Total", "R Total", "Total D1", "Total D2", "Total W1", "Total W2", "Total W3"]);
        table.Published(PublishedMargins.All).Single(c => c.Keys[0] == "R" && c.Keys[1] == "D1").Members.ShouldBe([0, 1]);
    }

    [Fact]
    public void Columns_that_say_the_same_are_levels_the_first_the_coarser()
    {
        var table = KeyedTable.Of(["name", "code"], [["North", "1"], ["South", "2"]], [4, 5]).Value();
        table.Dimensions.ShouldBe(["code"]);
        table.Published(PublishedMargins.All).Count.ShouldBe(5);
        // The same word for the same rows is one row of the output.
        KeyedTable.Of(["name", "code"], [["North", "North"], ["South", "2"]], [4, 5]).Value().Published(PublishedMargins.All).Count.ShouldBe(4);
    }

    [Fact]
    public void What_cannot_be_rounded_is_said()
    {
        KeyedTable.Of([], [[]], [1]).Code().ShouldBe("no-cells");
        KeyedTable.Of(["a"], [], []).Code().ShouldBe("no-cells");
        KeyedTable.Of(["a"], [["x"]], [1, 2]).Code().ShouldBe("no-cells");
        KeyedTable.Of(["a"], [["x"], ["x", "y"]], [1, 2]).Problem!.Message.ShouldBe("Row 2 has 2 keys for 1 columns.");
        KeyedTable.Of(["a"], [["x"], ["y"]], [1, -1]).Problem!.Message.ShouldBe("Row 2 has the count -1.");
        KeyedTable.Of(["a"], [["x"]], [1_000_000_000_001]).Code().ShouldBe("bad-count");
        KeyedTable.Of(["a"], [["x"]], [1_000_000_000_000]).Code().ShouldBe("no problem");
        KeyedTable.Of(["a"], [["Total"]], [1]).Problem!.Message.ShouldBe("The column a holds 'Total', which names the margin.");
        KeyedTable.Of(["d", "w"], [["A", "A"], ["A", "B"], ["C", "D"]], [1, 2, 3]).Problem!.Message.ShouldStartWith("'A' stands for different rows in d ");
        SmallCountRounding.Round(Table([["a", "x"]], [1]), PublishedMargins.All, 1).Code().ShouldBe("bad-base");
        SmallCountRounding.Round(Table([["a", "x"]], [1]), PublishedMargins.All, 1_001).Code().ShouldBe("bad-base");
        SmallCountRounding.Round(Table([["a", "x"]], [1]), PublishedMargins.All, 1_000).Code().ShouldBe("no problem");
        SmallCountRounding.Round(Table([["a", "x"]], [1]), PublishedMargins.All, 2).Code().ShouldBe("no problem");
    }

    [Fact]
    public void Too_many_crossings_are_refused_before_they_are_made()
    {
        // Three columns of 150 different values in no order: 151 to the third.
        var random = new Random(1);
        string[][] keys = [.. Enumerable.Range(0, 150).SelectMany(i => new[] { 0, 1 }.Select(_ => (string[])[$"a{i}", $"b{random.Next(150)}", $"c{random.Next(150)}"]))];
        KeyedTable.Of(["a", "b", "c"], keys, [.. keys.Select(_ => 1L)]).Code().ShouldBe("too-many-cells");
    }

    private static KeyedTable Table(string[][] keys, long[] counts) => KeyedTable.Of(["one", "two"], keys, counts).Value();
}
