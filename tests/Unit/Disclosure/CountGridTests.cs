using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Suppression;
using Made.Core.Indicators;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>One table of areas by indicators: two districts A and B, the county of both; records of kind 0 and of kind 1.</summary>
public sealed class CountGridTests
{
    private const int Part = 0;
    private const int Whole = ~Part;
    private const int Alone = 1;

    private static readonly Scope A = Area("A", AreaLevel.District, "A"), B = Area("B", AreaLevel.District, "B"), County = Area("C", AreaLevel.County, "A", "B");

    [Fact]
    public void A_share_is_shown_with_both_its_parts_or_not_at_all()
    {
        // 3 of 43 in A: were the 43 shown, 3 would be the share of it; so the whole of A goes with its part, and B's with B's.
        var grid = Protected(Shares([3, 40, 30, 50]));
        Statuses(grid, Part).ShouldBe([CellStatus.Primary, CellStatus.Secondary, CellStatus.Published]);
        Statuses(grid, Whole)[0].ShouldBe(CellStatus.Primary);
        Statuses(grid, Whole)[1].ShouldNotBe(CellStatus.Published);
        Statuses(grid, Whole)[2].ShouldBe(CellStatus.Published);

        // And the other way about: of 4 records none is of the kind.
        Statuses(Protected(Shares([0, 4, 30, 50])), Part)[0].ShouldBe(CellStatus.Primary);
        Statuses(Protected(Shares([30, 40, 30, 50])), Part).Concat(Statuses(Protected(Shares([30, 40, 30, 50])), Whole)).ShouldAllBe(s => s == CellStatus.Published);
    }

    [Fact]
    public void A_whole_that_another_indicator_shows_stays_as_that_one_is_shown()
    {
        var grid = Protected(new CountGrid(2, 2, [3, 40, 30, 50], Areas, [(Part, [0]), (Whole, [0, 1]), (Alone, [0, 1])]));
        Statuses(grid, Part)[0].ShouldBe(CellStatus.Primary);
        Statuses(grid, Alone).ShouldAllBe(s => s == CellStatus.Published);
        Statuses(grid, Whole).ShouldAllBe(s => s == CellStatus.Published);

        // Be it the first of all.
        var first = Protected(new CountGrid(2, 2, [3, 40, 30, 50], Areas, [(0, [0, 1]), (1, [0]), (~1, [0, 1])]));
        Statuses(first, 1)[0].ShouldBe(CellStatus.Primary);
        Statuses(first, 0).Concat(Statuses(first, ~1)).ShouldAllBe(s => s == CellStatus.Published);
    }

    [Fact]
    public void A_part_that_counts_nothing_is_0_everywhere_and_hides_no_whole()
    {
        var grid = Protected(new CountGrid(2, 1, [40, 50], Areas, [(Part, []), (Whole, [0])]));
        Statuses(grid, Part).Concat(Statuses(grid, Whole)).ShouldAllBe(s => s == CellStatus.Published);
        grid.StatusOf(A, 7).ShouldBe(CellStatus.NotOffered, "an indicator that the table does not hold");
        grid.StatusOf(Area("D", AreaLevel.District, "D"), Part).ShouldBe(CellStatus.NotOffered, "an area that it does not hold");
    }

    [Fact]
    public void What_was_shown_before_of_a_half_can_not_be_hidden_any_more()
    {
        var grid = Shares([3, 40, 30, 50]);
        Offer(grid);
        foreach (var (cell, scope, indicator) in grid.Cells.ToList())
            if (scope == A && indicator == Whole)
                grid.Offer(cell, CellStanding.Known, false);
        grid.Protect(SuppressionRule.Usual);
        Statuses(grid, Part)[0].ShouldBe(CellStatus.Primary);
        Statuses(grid, Whole)[0].ShouldBe(CellStatus.Published);
    }

    [Fact]
    public void Where_protection_fails_what_is_known_stays_and_nothing_else_is_shown()
    {
        var grid = new CountGrid(3, 1, [3, 40, 60], [.. Areas, (Area("E", AreaLevel.County, "A", "B", "X"), [0, 1, 2])], [(Part, [0])]);
        Offer(grid);
        foreach (var (cell, scope, _) in grid.Cells.ToList())
            if (scope != A && scope.Code.Value != "E")
                grid.Offer(cell, CellStanding.Known, false);
        grid.Remainders.Count.ShouldBe(1, "what only the largest holds");
        grid.Protect(SuppressionRule.Usual);
        Statuses(grid, Part).ShouldBe([CellStatus.Secondary, CellStatus.Published, CellStatus.Published]);
        grid.StatusOf(Area("E", AreaLevel.County, "A", "B", "X"), Part).ShouldBe(CellStatus.Secondary);
    }

    [Fact]
    public void A_part_is_laid_out_alone_once_whether_an_area_is_it_or_not()
    {
        // B and the county are given; A follows from them.
        var grid = new CountGrid(2, 2, [3, 4, 5, 6], [(County, [0, 1]), (B, [1])], [(Part, [0]), (Alone, [0, 1])]);
        grid.Tables.Axes.Select(a => a.Groupings.Count).ShouldBe([3, 3]);
        grid.Tables.Axes[0].Groupings.ShouldBe([[0, 1], [1], [0]]);
        grid.Remainders.Select(c => (grid.Tables.GroupingOf(c, 0), grid.Tables.GroupingOf(c, 1))).ShouldBe([(2, 0), (2, 2), (1, 2)]);
        grid.Counts[grid.Tables.CellOf(0, 1)].ShouldBe(18);
        Should.NotThrow(() => new CountGrid(1, 1, [1], [(A, [0]), (A, [0]), (B, [])], [(Part, [0]), (Alone, [0])]).Cells.Select(c => c.Cell).Distinct().Single());
    }

    [Fact]
    public void What_one_of_the_names_of_a_figure_showed_before_was_shown()
    {
        var grid = Shares([30, 40, 30, 50]);
        var cell = grid.Cells.First(c => c.Scope == A && c.Indicator == Part).Cell;
        grid.Compare(cell, 27, shown: false);
        (grid.Tables.Change[cell], grid.Tables.Past[cell]).ShouldBe((3, CellPast.Hidden));
        grid.Compare(cell, 27, shown: true);
        grid.Tables.Past[cell].ShouldBe(CellPast.Shown);
        grid.Compare(cell, 27, shown: false);
        grid.Tables.Past[cell].ShouldBe(CellPast.Shown);
    }

    [Fact]
    public void The_change_of_a_remainder_follows_where_those_of_all_other_parts_are_known()
    {
        // The county rose by 6 and A by 2, so B, which nobody names, rose by 4.
        var grid = new CountGrid(2, 1, [32, 54], [(A, [0]), (County, [0, 1])], [(Part, [0])]);
        Offer(grid);
        Compare(grid, A, 30, shown: true);
        Compare(grid, County, 80, shown: true);
        var rest = grid.Remainders.ShouldHaveSingleItem();
        grid.Protect(SuppressionRule.Usual);
        (grid.Tables.Change[rest], grid.Tables.Past[rest]).ShouldBe((4, CellPast.Hidden));

        // Whoever knows of the county alone knows nothing of its parts.
        var untold = new CountGrid(2, 1, [32, 54], [(A, [0]), (County, [0, 1])], [(Part, [0])]);
        Offer(untold);
        Compare(untold, County, 80, shown: true);
        untold.Protect(SuppressionRule.Usual);
        untold.Tables.Past[untold.Remainders[0]].ShouldBe(CellPast.None);
    }

    private static (Scope, int[])[] Areas => [(A, [0]), (B, [1]), (County, [0, 1])];

    private static CountGrid Shares(int[] counts) => new(2, 2, counts, Areas, [(Part, [0]), (Whole, [0, 1])]);

    private static CountGrid Protected(CountGrid grid)
    {
        Offer(grid);
        grid.Protect(SuppressionRule.Usual);
        return grid;
    }

    private static void Offer(CountGrid grid)
    {
        foreach (var (cell, _, _) in grid.Cells.ToList())
            grid.Offer(cell, CellStanding.Offered, SuppressionRule.Usual.IsPrimary(grid.Counts[cell]));
    }

    private static void Compare(CountGrid grid, Scope area, int before, bool shown) => grid.Compare(grid.Cells.First(c => c.Scope == area).Cell, before, shown);

    private static CellStatus[] Statuses(CountGrid grid, int indicator) => [grid.StatusOf(A, indicator), grid.StatusOf(B, indicator), grid.StatusOf(County, indicator)];

    private static Scope Area(string code, AreaLevel level, params string[] districts) => Scope.Of(new(code), level, [.. districts.Select(d => new AreaCode(d))], _ => 0);
}
