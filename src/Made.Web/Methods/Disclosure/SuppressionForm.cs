using Made.Core;
using Made.Core.Disclosure.Suppression;

namespace Made.Web.Methods.Disclosure;

/// <summary><c>suppress</c>: small counts hidden, and as many others as it takes that none can be worked out.</summary>
internal sealed class SuppressionForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "suppress",
        Purpose = "Small counts are hidden, and as many others as it takes that none can be worked out from what is shown.",
        Reads = "CSV key columns and freq; a column whose values nest in another is a level of it; case, where there is one, names separate tables",
        Writes = "CSV case?, the finest key columns with margins and levels, freq (empty where hidden), status (published, primary or secondary)",
        Units = "counts",
        Source = "SDC handbook, chapter 4",
        Page = "complementary-suppression",
        Options =
        [
            new("threshold", "5", "2 or more; counts above 0 and under it are hidden"),
            new("protectZeros", "false", "true: zeros are hidden like small counts"),
            new("minWidth", "5", "1 or more; the greatest less the smallest value that a hidden count may still have, at least"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var rule = new SuppressionRule
        {
            Threshold = input.Options.Whole("threshold", 2),
            ProtectZeros = input.Options.Flag("protectZeros"),
            MinWidth = input.Options.Whole("minWidth", 1),
        };
        if (!KeyedCases.Read(input).Succeeded(out var tables, out var problem))
            return problem;
        string[] first = tables[0].Case.Length > 0 ? [KeyedCases.Case] : [];
        var output = new OutputTable([.. first, .. tables[0].Table.Dimensions, "freq", "status"]);
        foreach (var (name, table) in tables)
        {
            if (!KeyedSuppression.Protect(table, rule).Succeeded(out var cells, out problem))
                return problem;
            foreach (var cell in cells)
                output.Add([.. KeyedCases.Label(name), .. cell.Keys.Select(k => (OutputCell)k), cell.Status == CellStatus.Published ? (OutputCell)(double)cell.Count : "", Word(cell.Status)]);
        }
        return new MethodOutput(output.ToString());
    }

    private static string Word(CellStatus status) => status switch
    {
        CellStatus.Primary => "primary",
        CellStatus.Secondary => "secondary",
        _ => "published",
    };
}
