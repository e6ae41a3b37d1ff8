using Made.Core;
using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary><c>quantiles</c>: areas sorted into groups of about equal number.</summary>
internal sealed class QuantileForm : IMethodForm
{
    private const string Group = "group";

    public MethodDescription Description { get; } = new()
    {
        Name = "quantiles",
        Purpose = "Areas sorted by value into groups of about equal number, such as deciles.",
        Reads = "CSV area,value[,group]; each group is sorted by itself; an empty value has no quantile",
        Writes = "CSV area,group,value,quantile,quantiles,first",
        Units = "quantiles from 1",
        Source = "PHE/DHSC; PHEindicatormethods phe_quantile",
        Page = "quantiles",
        Options =
        [
            new("quantiles", "10", "how many, 2 or more; a group with fewer values has none"),
            new("first", "\"highest\"", "highest (the highest values are in 1) or lowest"),
        ],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("area", "value");
        var (areas, values) = (table.Texts("area"), table.NumbersOrGaps("value"));
        var groups = table.Has(Group) ? table.Texts(Group) : new string[table.Count];
        var number = input.Options.Whole("quantiles", 2);
        var first = input.Options.Choice("first", "highest", "lowest");
        if (input.Fault is { } fault)
            return fault;
        var found = new double[table.Count];
        foreach (var rows in Enumerable.Range(0, table.Count).GroupBy(i => groups[i] ?? ""))
            foreach (var (row, quantile) in rows.Zip(Quantiles.Of([.. rows.Select(i => values[i])], number, first == "highest")))
                found[row] = quantile;
        var output = new OutputTable("area", Group, "value", "quantile", "quantiles", "first");
        for (var i = 0; i < table.Count; i++)
            output.Add(areas[i], groups[i] ?? "", values[i], found[i], number, first);
        return new MethodOutput(output.ToString());
    }
}
