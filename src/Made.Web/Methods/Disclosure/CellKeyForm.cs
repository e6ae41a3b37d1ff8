using System.Globalization;
using Made.Core;
using Made.Core.Disclosure.CellKeys;
using Made.Core.Disclosure.Keys;

namespace Made.Web.Methods.Disclosure;

/// <summary><c>cell-key</c>: counts of records moved by noise that their record keys fix for ever.</summary>
internal sealed class CellKeyForm : IMethodForm
{
    private const string RecordKey = "rec_key";

    public MethodDescription Description { get; } = new()
    {
        Name = "cell-key",
        Purpose = "Counts of records with all margins, each moved by noise that its records' keys fix for ever.",
        Reads = "CSV of records: key columns and rec_key; a column whose values nest in another is a level of it",
        Writes = "CSV the finest key columns with margins and levels, uwc (count), ckey (cell key), pert (change), puwc (what is shown), keys; empty crossings stay 0; totals do not add up",
        Units = "records",
        Source = "Fraser and Wooton 2005; Destatis, cellKey and ptable",
        Page = "cell-key",
        Options =
        [
            new("ptable", "", "the perturbation table: lines [i, v, p_int_lb, p_int_ub], what a count of i (the largest also for all above) is moved by where its cell key is p_int_lb or more and below p_int_ub; must be given, none comes with the program"),
            new("keys", "\"fraction\"", "fraction (record keys from 0 to below 1, the cell key is the fraction of their sum; intervals to 1) or mod-256 (whole record keys, the sum modulo 256; intervals to 256)"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var named = input.Options.Choice("keys", "fraction", "mod-256");
        var kind = named == "fraction" ? CellKeyKind.Fraction : CellKeyKind.Modulo256;
        var lines = input.Options.Rows("ptable");
        for (var i = 0; i < lines.Length; i++)
            if (!input.Options.HasFaults && !IsLine(lines[i]))
                input.Options.Wrong("ptable", $"line {i + 1} is not a whole count, a whole change and two keys");
        var table = input.Table(RecordKey);
        string[] columns = [.. table.Columns.Where(c => c != RecordKey)];
        var keys = columns.Select(table.Texts).ToArray();
        foreach (var (column, c) in columns.Select((c, i) => (c, i)))
            for (var i = 0; i < table.Count; i++)
                if (keys[c][i] == KeyedTable.Total)
                    table.Wrong(i, column, $"'{KeyedTable.Total}' names a margin; margins are computed");
        var records = table.Numbers(RecordKey, new(v => v >= 0 && v < (double)kind.Range() && kind.Holds((decimal)v), kind == CellKeyKind.Fraction ? "does not lie between 0 and 1" : "is not a whole number from 0 to 255"));
        if (input.Fault is { } fault)
            return fault;
        if (!PerturbationTable.Of([.. lines.Select(l => new PerturbationLine((int)l[0], (int)l[1], (decimal)l[2], (decimal)l[3]))], kind).Succeeded(out var perturbation, out var problem)
            || !CellKey.Table(columns, [.. records.Select((r, i) => ((IReadOnlyList<string>)[.. keys.Select(k => k[i])], (decimal)r))], kind, perturbation).Succeeded(out var noisy, out problem))
            return problem;
        var output = new OutputTable([.. noisy.Dimensions, "uwc", "ckey", "pert", "puwc", "keys"]);
        foreach (var cell in noisy.Cells)
            output.Add([.. cell.Keys.Select(k => (OutputCell)k), (double)cell.Count, Text(cell.Key), cell.Change, (double)cell.Shown, named]);
        return new MethodOutput(output.ToString());
    }

    private static bool IsLine(double[] line) => line.Length == 4 && line.All(v => Math.Abs(v) <= 1e6) && Math.Floor(line[0]) == line[0] && Math.Floor(line[1]) == line[1];

    private static OutputCell Text(decimal key) => key.ToString("0.############################", CultureInfo.InvariantCulture);
}
