using Made.Core.Register;
using Made.Store.Records;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Indicators;

/// <summary>The tables about indicators: lists of them, and of what was done to one.</summary>
public static class IndicatorTables
{
    public static Table List(string group, IEnumerable<IndicatorHistory> indicators, Pack pack) => new()
    {
        Name = "indicators",
        Title = group,
        Columns = [new("Indicator"), new("What is counted"), new("Unit"), new("Polarity"), new("Dataset"), new("Version"), new("Defined by")],
        Rows = [.. indicators.Select(i => (IReadOnlyList<Cell>)
        [
            Cell.Of(i.Current.Title, $"/indicators/{i.Id}"), Cell.Of(i.Current.NumeratorText), Cell.Of(i.Current.Unit), Cell.Of(Polarity(i)),
            Cell.Of(DatasetOf(i, pack)), Cell.Of(i.Current.Version), Cell.Of(Origin(i)),
        ])],
    };

    /// <summary>Every indicator, retired ones too, with every field of its definition: the file.</summary>
    public static Table File(IndicatorCatalogue catalogue, Pack pack)
    {
        var lines = catalogue.All.Select(i => (Indicator: i, Said: DefinitionWords.Of(i.Current, pack).ToDictionary(l => l.What, l => l.Said, StringComparer.Ordinal))).ToList();
        var fields = lines.SelectMany(l => l.Said.Keys).Distinct().ToList();
        return new Table
        {
            Name = "indicators",
            Title = "Indicators with their definitions",
            Columns = [new("Id"), new("Version"), new("Defined by"), new("State"), .. fields.Select(f => new Column(f))],
            Rows = [.. lines.Select(l => (IReadOnlyList<Cell>)
            [
                Cell.Of(l.Indicator.Id), Cell.Of($"{l.Indicator.Current.Version}"), Cell.Of(Origin(l.Indicator)),
                Cell.Of(l.Indicator.IsRetired ? $"retired: {l.Indicator.Steps[^1].Why}" : "in use"), .. fields.Select(f => Cell.Of(l.Said.GetValueOrDefault(f, ""))),
            ])],
        };
    }

    public static Table Versions(IndicatorHistory indicator) => new()
    {
        Name = "versions",
        Title = "Versions",
        Columns = [new("Version"), new("From"), new("Made"), new("By"), new("Reason")],
        Rows = [.. indicator.Versions.Reverse().Select(v => (Held: v, By: indicator.MadeBy(v.Definition.Version))).Select(v => (IReadOnlyList<Cell>)
        [
            Cell.Of($"Version {v.Held.Definition.Version}", $"/indicators/{indicator.Id}?version={v.Held.Definition.Version}"),
            Cell.Of(v.Held.IsMadeHere ? "Made here" : $"Pack {v.Held.PackVersion}"), Cell.Of(v.By is { } step ? LondonTime.Text(step.At) : "With the pack"),
            Cell.Of(v.By?.By ?? ""), Cell.Of(v.By?.Why ?? ""),
        ])],
    };

    public static string Origin(IndicatorHistory indicator) =>
        indicator.IsMadeHere ? "This partnership" : indicator.IsChangedHere ? "Pack, changed here" : "Pack";

    private static string Polarity(IndicatorHistory indicator) => indicator.Current.Polarity switch
    {
        Core.Indicators.Polarity.LowerIsBetter => "Lower is better",
        Core.Indicators.Polarity.HigherIsBetter => "Higher is better",
        _ => "Neutral",
    };

    private static string DatasetOf(IndicatorHistory indicator, Pack pack) =>
        pack.Datasets.FirstOrDefault(d => d.Id == indicator.Current.Dataset)?.Title ?? indicator.Current.Dataset;
}
