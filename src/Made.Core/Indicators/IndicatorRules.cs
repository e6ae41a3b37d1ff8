using System.Text.RegularExpressions;
using Made.Core.Exchange;
using Made.Core.Facts;

namespace Made.Core.Indicators;

/// <summary>One thing that is wrong with a definition.</summary>
/// <param name="Field">The property's name as packs write it: <c>polarityReason</c>.</param>
/// <param name="Why">What is wrong, in words that follow the field's name: "is empty".</param>
public sealed record RuleBreach(string Field, string Why);

/// <summary>What must hold of an indicator's definition, whoever wrote it: one set of rules for packs and for definitions made on a page.</summary>
public static partial class IndicatorRules
{
    /// <summary>The longest id, because it is part of addresses and file names.</summary>
    public const int LongestId = 60;

    /// <summary>Everything that is wrong with a definition, in the order of its fields; nothing where it may be used.</summary>
    /// <param name="indicator">The definition.</param>
    /// <param name="datasets">The datasets by id. Categories are checked only where the dataset lists its own.</param>
    /// <param name="indicators">The ids of all indicators, for <see cref="IndicatorDefinition.PartOf"/>.</param>
    public static IReadOnlyList<RuleBreach> Broken(
        IndicatorDefinition indicator, IReadOnlyDictionary<string, DatasetDefinition> datasets, IReadOnlySet<string> indicators)
    {
        var found = new List<RuleBreach>();
        if (indicator.Id.Length > LongestId || !IdPattern().IsMatch(indicator.Id))
            found.Add(new("id", $"'{indicator.Id}' is not lower-case letters, digits and single hyphens, {LongestId} at most"));
        found.AddRange(Texts(indicator).Where(t => string.IsNullOrWhiteSpace(t.Text)).Select(t => new RuleBreach(t.Field, "is empty")));
        if (indicator.PartOf.Length > 0 && !indicators.Contains(indicator.PartOf))
            found.Add(new("partOf", $"'{indicator.PartOf}' is not an indicator of this pack"));
        if (indicator.PartOf.Length > 0 && indicator.PartOf == indicator.Id)
            found.Add(new("partOf", "names the indicator itself"));
        if (indicator.Polarity != Polarity.Neutral && string.IsNullOrWhiteSpace(indicator.PolarityReason))
            found.Add(new("polarityReason", "a polarity that is not neutral needs its reason"));
        if (!(indicator.Multiplier > 0))
            found.Add(new("multiplier", "is not above 0"));
        if (datasets.TryGetValue(indicator.Dataset, out var dataset))
            OfDataset(indicator, dataset, found);
        else
            found.Add(new("dataset", $"'{indicator.Dataset}' is not a dataset of this pack"));
        return found;
    }

    private static void OfDataset(IndicatorDefinition indicator, DatasetDefinition dataset, List<RuleBreach> found)
    {
        var reported = dataset.Shape == DatasetShape.ReportedValues;
        if (reported != (indicator.Denominator == DenominatorKind.Reported))
            found.Add(new("denominator", reported ? $"the figures of {dataset.Id} bring their own" : $"{dataset.Id} holds records, which bring none"));
        if (reported && indicator.From is not null)
            found.Add(new("from", $"the figures of {dataset.Id} begin where their supplier begins"));
        if (dataset.Columns.FirstOrDefault(c => c.Role == ColumnRole.Category) is not { Codes.Count: > 0 } category)
            return;
        var known = category.Codes.Values.ToHashSet(StringComparer.Ordinal);
        var misnamed = Named(indicator).SelectMany(n => n.Names.Where(c => !known.Contains(c)).Select(c => new RuleBreach(n.Field, $"'{c}' is not a category of {dataset.Id}"))).ToList();
        found.AddRange(misnamed);
        if (misnamed.Count > 0)
            return;
        if (!known.Any(indicator.Filter.Takes))
            found.Add(new("filter", $"takes no category of {dataset.Id}, so it would count nothing"));
        if (indicator.Denominator == DenominatorKind.Records && known.FirstOrDefault(c => indicator.Filter.Takes(c) && !indicator.Base.Takes(c)) is { } outside)
            found.Add(new("base", $"leaves out '{outside}', which is counted above the line: the share could pass 100 per cent"));
    }

    private static IEnumerable<(string Field, string Text)> Texts(IndicatorDefinition i) =>
    [
        ("title", i.Title), ("plural", i.Plural), ("singular", i.Singular), ("definition", i.Definition), ("numeratorText", i.NumeratorText),
        ("denominatorText", i.DenominatorText), ("unit", i.Unit), ("group", i.Group), ("source", i.Source),
    ];

    private static IEnumerable<(string Field, IEnumerable<string> Names)> Named(IndicatorDefinition indicator)
    {
        static IEnumerable<string> All(CategoryFilter filter) => filter.Only.Concat(filter.Except);
        yield return ("filter", All(indicator.Filter));
        yield return ("base", All(indicator.Base));
        yield return ("weights", indicator.Weights.Keys);
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();
}
