using Made.Core;
using Made.Core.Disclosure.Rounding;

namespace Made.Web.Methods.Disclosure;

/// <summary><c>round-small-counts</c>: small counts moved to 0 or the base so that every margin still adds up.</summary>
internal sealed class SmallCountForm : IMethodForm
{
    private const string Counts = "freq";
    private const string Case = "case";

    private static readonly NumberRule Count = new(v => v >= 0 && v <= 1e12 && Math.Floor(v) == v, "is not a whole number from 0 to 1,000,000,000,000");

    public MethodDescription Description { get; } = new()
    {
        Name = "round-small-counts",
        Purpose = "Counts below the base become 0 or the base, and every margin still adds up.",
        Reads = "CSV key columns and freq; a column whose values nest in another is a level of it; case, where there is one, names separate tables",
        Writes = "CSV case?,round_base, the finest key columns with margins and levels, original,rounded,difference",
        Units = "counts",
        Source = "Langsrud and Heldal 2018",
        Page = "small-count-rounding",
        Options =
        [
            new("base", "3", "2 to 1,000; no published count lies between 0 and the base"),
            new("publish", "\"auto\"", "all: every crossing; margins: the totals of each column alone, no crossing; auto: all where a column nests in another, margins where none does"),
            new("seed", "123", "the same seed gives the same table"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table(Counts);
        var counts = table.Numbers(Counts, Count);
        string[] columns = [.. table.Columns.Where(c => c is not (Counts or Case))];
        var keys = columns.Select(table.Texts).ToArray();
        foreach (var (column, c) in columns.Select((c, i) => (c, i)))
            for (var i = 0; i < table.Count; i++)
                if (keys[c][i] == KeyedTable.Total)
                    table.Wrong(i, column, $"'{KeyedTable.Total}' names a margin; margins are computed");
        var cases = table.Has(Case) ? table.Texts(Case) : [];
        var (roundBase, seed) = (input.Options.Whole("base", 2), input.Options.Whole("seed", 0));
        var publish = input.Options.Choice("publish", "auto", "all", "margins");
        if (input.Fault is { } fault)
            return fault;
        var output = new List<(string Case, KeyedTable Keys, RoundedTable Table)>();
        foreach (var rows in Enumerable.Range(0, table.Count).GroupBy(i => cases.Length > 0 ? cases[i] : ""))
        {
            if (!KeyedTable.Of(columns, [.. rows.Select(i => keys.Select(k => k[i]).ToArray())], [.. rows.Select(i => (long)counts[i])]).Succeeded(out var keyed, out var problem)
                || !SmallCountRounding.Round(keyed, Margins(publish, keyed), roundBase, seed).Succeeded(out var rounded, out problem))
                return problem;
            output.Add((rows.Key, keyed, rounded));
        }
        return Write(output, roundBase, cases.Length > 0);
    }

    private static PublishedMargins Margins(string publish, KeyedTable table) =>
        publish == "all" || (publish == "auto" && table.IsNested) ? PublishedMargins.All : PublishedMargins.Single;

    private static Outcome<MethodOutput> Write(List<(string Case, KeyedTable Keys, RoundedTable Table)> tables, int roundBase, bool named)
    {
        var dimensions = tables[0].Keys.Dimensions;
        if (tables.FirstOrDefault(t => !t.Keys.Dimensions.SequenceEqual(dimensions)) is { Keys: not null } other)
            return Problems.File($"case '{other.Case}'", $"its columns nest into {string.Join(", ", other.Keys.Dimensions)}, those of '{tables[0].Case}' into {string.Join(", ", dimensions)}");
        string[] first = named ? [Case] : [];
        var output = new OutputTable([.. first, "round_base", .. dimensions, "original", "rounded", "difference"]);
        foreach (var (name, _, table) in tables)
            for (var i = 0; i < table.Cells.Count; i++)
            {
                var (original, rounded) = ((double)table.Original[i], (double)table.Rounded[i]);
                OutputCell[] label = named ? [name] : [];
                output.Add([.. label, roundBase, .. table.Cells[i].Keys.Select(k => (OutputCell)k), original, rounded, rounded - original]);
            }
        return new MethodOutput(output.ToString());
    }
}
