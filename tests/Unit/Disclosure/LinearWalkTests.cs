using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Suppression;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The linear programme against limits that are known otherwise: Fréchet's for tables with shown margins, and every table there is for small ones.</summary>
public sealed class LinearWalkTests
{
    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 7)]
    [InlineData(9, 11)]
    public void Behind_shown_margins_a_cell_lies_between_what_the_others_leave_it_and_the_smaller_margin(int rows, int columns)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var truth = Table(seed, rows * columns, 9);
            int Row(int r) => Enumerable.Range(0, columns).Sum(c => truth[(r * columns) + c]);
            int Column(int c) => Enumerable.Range(0, rows).Sum(r => truth[(r * columns) + c]);
            var walk = new LinearWalk(Margins(rows, columns), [.. truth.Select(n => (double)n)]);
            for (var cell = 0; cell < truth.Length; cell++)
            {
                var (row, column) = (Row(cell / columns), Column(cell % columns));
                Most(walk, cell).ShouldBe(Math.Min(row, column), 1e-6);
                Least(walk, cell).ShouldBe(Math.Max(0, row + column - truth.Sum()), 1e-6);
                walk.Value(cell).ShouldBe(Least(walk, cell), 1e-6);
            }
            // Some columns of a row together are a cell as well.
            int[] some = [.. Enumerable.Range(0, columns - 1)];
            Most(walk, some).ShouldBe(Math.Min(Row(0), truth.Sum() - Column(columns - 1)), 1e-6);
            Least(walk, some).ShouldBe(Math.Max(0, Row(0) - Column(columns - 1)), 1e-6);
            Agrees(walk, truth, rows, columns);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_narrow_cell_is_found_with_its_width_and_no_other(int seed)
    {
        var random = new Random(seed);
        int[] truth = [.. Enumerable.Range(0, 6).Select(_ => random.Next(4))];
        var tables = new LinkedTables([Nested("row", 2), Nested("column", 3)], truth);
        var shown = Enumerable.Range(0, tables.Cells).Select(c => tables.AtomsOf(c) == 6 || random.Next(2) == 0).ToArray();
        var sums = tables.Sums();
        var all = Every(truth.Sum()).Select(t => new LinkedTables(tables.Axes, t).Sums()).Where(s => Enumerable.Range(0, tables.Cells).All(c => !shown[c] || s[c] == sums[c])).ToList();
        int[] hidden = [.. Enumerable.Range(0, tables.Cells).Where(c => !shown[c])];
        for (var width = 1; width <= 6; width++)
        {
            var expected = hidden.Select(c => (Cell: c, Least: all.Min(s => s[c]), Most: all.Max(s => s[c]))).Where(l => l.Most > 0 && l.Most - l.Least < width).ToList();
            var found = IntervalAudit.Narrow(tables, c => shown[c], hidden, width);
            found.Select(f => f.Cell).ShouldBe(expected.Select(e => e.Cell));
            found.Select(f => f.Width).ShouldBe(expected.Select(e => (double)(e.Most - e.Least)), 1e-6);
        }
    }

    [Fact]
    public void A_push_ends_at_its_stop_and_after_its_steps()
    {
        var walk = new LinearWalk([[1, 1, 1]], [4, 3, 2]);
        walk.Push([0], 1, 6.5, 100).ShouldBe(6.5, 1e-9);
        walk.Push([0], 1, 6, 100).ShouldBe(6.5, 1e-9, "it is there already");
        walk.Push([0], -1, 1.25, 100).ShouldBe(1.25, 1e-9);
        walk.Push([0], 1, 9, 0).ShouldBe(1.25, 1e-9, "no step is allowed");
        walk.Push([0], 1, 1e6, 100).ShouldBe(9, 1e-9);
        walk.Sum([0, 1, 2]).ShouldBe(9, 1e-9);
        Enumerable.Range(0, 3).Select(walk.Value).ShouldAllBe(v => v >= -1e-9);
    }

    [Fact]
    public void A_sum_without_limit_reaches_any_stop_and_one_that_is_told_moves_nowhere()
    {
        // x - y = 2: both may grow together.
        var free = new LinearWalk([[1, -1, 0]], [5, 3, 1]);
        free.Push([0], 1, 1e6, 100).ShouldBe(1e6, 1e-3);
        free.Value(1).ShouldBe(1e6 - 2, 1e-3);
        free.Push([0], -1, -1, 100).ShouldBe(2, 1e-6);
        free.Value(1).ShouldBe(0, 1e-6);
        free.Push([2], -1, -1, 100).ShouldBe(0, 1e-6);

        // The same said twice, and once over again by its parts: x + y = 7, x = 4.
        var told = new LinearWalk([[1, 1], [2, 2], [1, 0], [0, 3]], [4, 3]);
        told.Push([0], 1, 100, 100).ShouldBe(4);
        told.Push([1], -1, -1, 100).ShouldBe(3);
        told.Push([], 1, 5, 100).ShouldBe(0);
    }

    [Fact]
    public void A_shown_nought_is_no_secret_and_a_table_without_hidden_cells_has_none()
    {
        var tables = new LinkedTables([Nested("area", 3)], [0, 0, 7]);
        // The first two are 0 together.
        tables.Sums().ShouldBe([7, 0, 0, 7]);
        IntervalAudit.Narrow(tables, c => c is 0 or 3, [1, 2], 5).ShouldBeEmpty();
        IntervalAudit.Narrow(tables, c => c is 0 or 1, [2, 3], 5).ShouldBeEmpty();
        IntervalAudit.Narrow(tables, c => c is 0 or 1 or 2, [3], 5).ShouldBe([(3, 0.0)]);
        IntervalAudit.Narrow(tables, _ => true, [], 5).ShouldBeEmpty();
        // A part of a hidden sum is shown, and the rest of it can only be 0.
        var pair = new LinkedTables([new TableAxis("area", 3, [[0, 1, 2], [0], [2], [0, 1]])], [3, 0, 4]);
        IntervalAudit.Narrow(pair, c => c < 3, [3], 5).ShouldBe([(3, 0.0)]);
    }

    private static double Most(LinearWalk walk, params ReadOnlySpan<int> cells) => walk.Push(cells, 1, 1e6, 10_000);

    private static double Least(LinearWalk walk, params ReadOnlySpan<int> cells) => walk.Push(cells, -1, -1, 10_000);

    private static void Agrees(LinearWalk walk, int[] truth, int rows, int columns)
    {
        Enumerable.Range(0, truth.Length).Select(walk.Value).ShouldAllBe(v => v >= -1e-7);
        foreach (var margin in Margins(rows, columns))
            margin.Select((a, v) => a * walk.Value(v)).Sum().ShouldBe(margin.Select((a, v) => a * truth[v]).Sum(), 1e-6);
    }

    private static IEnumerable<double[]> Margins(int rows, int columns) =>
    [
        .. Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, rows * columns).Select(v => v / columns == r ? 1.0 : 0).ToArray()),
        .. Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows * columns).Select(v => v % columns == c ? 1.0 : 0).ToArray()),
    ];

    /// <summary>Counts with many noughts among them, as tables of small areas have.</summary>
    private static int[] Table(int seed, int cells, int most)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, cells).Select(_ => Math.Max(0, random.Next(-3, most)))];
    }

    private static TableAxis Nested(string name, int parts) => new(name, parts, [[.. Enumerable.Range(0, parts)], .. Enumerable.Range(0, parts).Select(p => new[] { p })]);

    /// <summary>Every table of six counts with this sum.</summary>
    private static IEnumerable<int[]> Every(int sum) =>
        from a in Enumerable.Range(0, sum + 1)
        from b in Enumerable.Range(0, sum - a + 1)
        from c in Enumerable.Range(0, sum - a - b + 1)
        from d in Enumerable.Range(0, sum - a - b - c + 1)
        from e in Enumerable.Range(0, sum - a - b - c - d + 1)
        select new[] { a, b, c, d, e, sum - a - b - c - d - e };
}
