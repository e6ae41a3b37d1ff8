using Made.Core.Disclosure.Keys;
using Made.Core;
using Made.Core.Disclosure.Rounding;

namespace Made.Web.Methods.Disclosure;

/// <summary><c>round-small-counts</c>: small counts moved to 0 or the base so that every margin still adds up.</summary>
internal sealed class SmallCountForm : IMethodForm
{
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
        var (roundBase, seed) = (input.Options.Whole("base", 2), input.Options.Whole("seed", 0));
        var publish = input.Options.Choice("publish", "auto", "all", "margins");
        if (!KeyedCases.Read(input).Succeeded(out var tables, out var problem))
            return problem;
        string[] first = tables[0].Case.Length > 0 ? [KeyedCases.Case] : [];
        var output = new OutputTable([.. first, "round_base", .. tables[0].Table.Dimensions, "original", "rounded", "difference"]);
        foreach (var (name, keyed) in tables)
        {
            if (!SmallCountRounding.Round(keyed, Margins(publish, keyed), roundBase, seed).Succeeded(out var table, out problem))
                return problem;
            for (var i = 0; i < table.Cells.Count; i++)
            {
                var (original, rounded) = ((double)table.Original[i], (double)table.Rounded[i]);
                output.Add([.. KeyedCases.Label(name), roundBase, .. table.Cells[i].Keys.Select(k => (OutputCell)k), original, rounded, rounded - original]);
            }
        }
        return new MethodOutput(output.ToString());
    }

    private static PublishedMargins Margins(string publish, KeyedTable table) =>
        publish == "all" || (publish == "auto" && table.IsNested) ? PublishedMargins.All : PublishedMargins.Single;
}
