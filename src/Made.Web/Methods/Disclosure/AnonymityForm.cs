using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Disclosure.Anonymity;

namespace Made.Web.Methods.Disclosure;

/// <summary><c>k-anonymity</c>: how well records hide among each other.</summary>
internal sealed class AnonymityForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "k-anonymity",
        Purpose = "The smallest class of records that look alike, and what belonging to a class gives away.",
        Reads = "CSV of records",
        Writes = "JSON k, classes_below, l, alpha, equivalence_classes, records, records_in_classes_below_5 (named by the threshold), threshold",
        Units = "records; alpha a share from 0 to 1",
        Source = "Sweeney 2002; Machanavajjhala and others 2007; Wong and others 2006",
        Page = "k-anonymity",
        Options =
        [
            new("quasi", "", "the columns an outsider may know"),
            new("sensitive", "", "the column that must not be found out; l and alpha are left out without it"),
            new("threshold", "5", "classes smaller than this are counted in classes_below"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var quasi = input.Options.Texts("quasi");
        var sensitive = input.Options.Has("sensitive") ? input.Options.Text("sensitive") : "";
        var threshold = input.Options.Whole("threshold", 1);
        var table = input.Table([.. quasi, .. sensitive.Length > 0 ? [sensitive] : Array.Empty<string>()]);
        if (input.Fault is { } fault)
            return fault;
        var columns = quasi.Select(table.TextsOrGaps).ToArray();
        var records = Enumerable.Range(0, table.Count).Select(i => columns.Select(c => c[i]).ToArray()).ToArray();
        if (!KAnonymity.Of(records).Succeeded(out var result, out var problem))
            return problem;
        var answer = new JsonObject
        {
            ["k"] = result.K,
            ["classes_below"] = result.ClassesBelow(threshold),
            ["equivalence_classes"] = result.ClassSizes.Count,
            ["records"] = result.Records,
            [$"records_in_classes_below_{threshold}"] = result.RecordsBelow(threshold),
            ["threshold"] = threshold,
        };
        if (sensitive.Length > 0)
        {
            if (!KAnonymity.Spread(records, table.TextsOrGaps(sensitive)).Succeeded(out var spread, out problem))
                return problem;
            answer["l"] = spread.L;
            answer["alpha"] = spread.Alpha;
        }
        return new MethodOutput(JsonText.Of(answer));
    }
}
