using Made.Core.Disclosure.CellKeys;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public sealed class CellKeyTests
{
    private static readonly PerturbationLine[] Lines =
    [
        new(0, 0, 0, 1), new(1, -1, 0, 0.5m), new(1, 1, 0.5m, 1), new(2, -1, 0, 0.25m), new(2, 0, 0.25m, 0.75m), new(2, 1, 0.75m, 1),
        new(3, -1, 0, 0.3m), new(3, 0, 0.3m, 0.7m), new(3, 1, 0.7m, 1),
    ];

    private static readonly PerturbationTable Table = PerturbationTable.Of(Lines, CellKeyKind.Fraction).Value();

    [Fact]
    public void The_page_on_cell_keys_shows_what_the_code_adds()
    {
        var rows = MethodPages.Rows("cell-key", 9);
        var records = rows.SelectMany(r => r[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(k => ((IReadOnlyList<string>)[r[0], r[1]], decimal.Parse(k)))).ToList();
        var noisy = CellKey.Table(["area", "kind"], records, CellKeyKind.Fraction, Table).Value();
        noisy.Dimensions.ShouldBe(["area", "kind"]);
        noisy.Cells.Count.ShouldBe(9);
        foreach (var row in rows)
        {
            var cell = noisy.Cells.Single(c => c.Keys.SequenceEqual(row[..2]));
            (cell.Count, cell.Key, cell.Change, cell.Shown).ShouldBe((long.Parse(row[3]), decimal.Parse(row[4]), int.Parse(row[5]), long.Parse(row[6])), string.Join(' ', row));
        }
    }

    [Fact]
    public void The_same_records_give_the_same_figure_in_another_table()
    {
        (IReadOnlyList<string>, decimal)[] records = [(["D1", "W1"], 0.4m), (["D1", "W2"], 0.7m), (["D2", "W3"], 0.2m)];
        var nested = CellKey.Table(["district", "ward"], records, CellKeyKind.Fraction, Table).Value();
        var plain = CellKey.Table(["district"], [.. records.Select(r => ((IReadOnlyList<string>)[r.Item1[0]], r.Item2))], CellKeyKind.Fraction, Table).Value();
        nested.Dimensions.ShouldBe(["ward"]);
        foreach (var cell in plain.Cells)
            nested.Cells.Single(c => c.Keys.SequenceEqual(cell.Keys)).ShouldBe(cell with { Keys = nested.Cells.Single(c => c.Keys.SequenceEqual(cell.Keys)).Keys });
    }

    [Fact]
    public void A_crossing_without_records_is_listed_and_stays_0()
    {
        var noisy = CellKey.Table(["area", "kind"], [(["N", "a"], 0.1m), (["S", "a"], 0.3m), (["S", "b"], 0.2m)], CellKeyKind.Fraction, Table).Value();
        noisy.Cells.Count.ShouldBe(9);
        noisy.Cells[0].Keys.ShouldBe(["Total", "Total"]);
        var empty = noisy.Cells.Single(c => c.Keys.SequenceEqual(["N", "b"]));
        (empty.Count, empty.Key, empty.Change, empty.Shown).ShouldBe((0, 0, 0, 0));
    }

    [Fact]
    public void A_key_on_the_edge_belongs_to_the_upper_interval_and_large_counts_to_the_last_row()
    {
        (Table.Change(1, 0.4999m), Table.Change(1, 0.5m), Table.Change(2, 0.25m), Table.Change(1_000_000, 0.7m), Table.Change(0, 0.9m)).ShouldBe((-1, 1, 0, 1, 0));
        CellKey.Of(CellKeyKind.Fraction, [0.4m, 0.6m]).ShouldBe(0);
        CellKey.Of(CellKeyKind.Modulo256, [200, 100]).ShouldBe(44);
        CellKey.Of(CellKeyKind.Modulo256, [255, 1]).ShouldBe(0);
    }

    [Fact]
    public void Whole_keys_are_looked_up_in_intervals_to_256()
    {
        var table = PerturbationTable.Of([new(0, 0, 0, 256), new(1, -1, 0, 128), new(1, 2, 128, 256)], CellKeyKind.Modulo256).Value();
        CellKey.Table(["area"], [(["N"], 127), (["S"], 128)], CellKeyKind.Modulo256, table).Value().Cells.Select(c => c.Shown).ShouldBe([4, 0, 3], ignoreOrder: true);
        CellKey.Table(["area"], [(["N"], 0.5m)], CellKeyKind.Modulo256, table).Code().ShouldBe("bad-record-key");
        CellKey.Table(["area"], [(["N"], 1)], CellKeyKind.Fraction, Table).Problem!.Message.ShouldBe("Record 1 has the key 1.");
        CellKey.Table(["area"], [(["N"], -0.1m)], CellKeyKind.Fraction, Table).Code().ShouldBe("bad-record-key");
        CellKey.Table(["area"], [(["Total"], 0.1m)], CellKeyKind.Fraction, Table).Code().ShouldBe("reserved-key");
    }

    [Fact]
    public void A_table_with_a_gap_an_overlap_or_a_negative_result_is_refused()
    {
        PerturbationTable.Of([], CellKeyKind.Fraction).Code().ShouldBe("no-perturbation");
        Code([new(1, 0, 0, 1)]).ShouldBe("perturbation-row");
        Code([new(0, 0, 0, 1), new(2, 0, 0, 1)]).ShouldBe("perturbation-row");
        Code([new(-1, 0, 0, 1)]).ShouldBe("perturbation-row");
        Code([new(0, 1, 0, 1)]).ShouldBe("perturbation-change");
        Code([new(0, 0, 0, 1), new(1, -2, 0, 1)]).ShouldBe("perturbation-change");
        Code([new(0, 0, 0.1m, 1)]).ShouldBe("perturbation-interval");
        Code([new(0, 0, 0, 0.9m)]).ShouldBe("perturbation-interval");
        Code([new(0, 0, 0, 0.5m), new(0, 0, 0.4m, 1)]).ShouldBe("perturbation-interval");
        Code([new(0, 0, 0, 0), new(0, 0, 0, 1)]).ShouldBe("perturbation-interval");

        static string Code(PerturbationLine[] lines) => PerturbationTable.Of(lines, CellKeyKind.Fraction).Code();
    }
}
