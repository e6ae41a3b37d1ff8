using System.Text.RegularExpressions;
using Made.Core.Disclosure.Topics;
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
    /// <param name="topics">The pack's topics, for <see cref="IndicatorDefinition.Topic"/>.</param>
    public static IReadOnlyList<RuleBreach> Broken(
        IndicatorDefinition indicator, IReadOnlyDictionary<string, DatasetDefinition> datasets, IReadOnlySet<string> indicators, IReadOnlyList<Topic> topics)
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
        {
            OfTopic(indicator, [dataset, .. indicator.BaseDataset is { } below && datasets.TryGetValue(below, out var other) ? [other] : Array.Empty<DatasetDefinition>()], topics, found);
            OfBase(indicator, datasets, found);
            OfDataset(indicator, dataset, found);
        }
        else
            found.Add(new("dataset", $"'{indicator.Dataset}' is not a dataset of this pack"));
        return found;
    }

    /// <summary>An indicator may be stricter than its dataset, never looser.</summary>
    private static void OfTopic(IndicatorDefinition indicator, IReadOnlyList<DatasetDefinition> datasets, IReadOnlyList<Topic> topics, List<RuleBreach> found)
    {
        if (indicator.Topic is not { } own)
            return;
        if (topics.FirstOrDefault(t => t.Id == own) is not { } topic)
            found.Add(new("topic", $"'{own}' is not a topic of this pack"));
        else
            found.AddRange(datasets.Select(d => (d.Id, Topic: topics.FirstOrDefault(t => t.Id == (d.Topic ?? Topic.Ordinary))))
                .Where(d => d.Topic is { } least && !least.IsKeptBy(topic)).Select(d => new RuleBreach("topic", $"'{own}' would show what the topic of {d.Id} ('{d.Topic!.Id}') hides")));
    }

    /// <summary>Records below the line may come from another dataset of records.</summary>
    private static void OfBase(IndicatorDefinition indicator, IReadOnlyDictionary<string, DatasetDefinition> datasets, List<RuleBreach> found)
    {
        if (indicator.BaseDataset is not { } id)
            return;
        if (indicator.Denominator != DenominatorKind.Records || id == indicator.Dataset)
            found.Add(new("baseDataset", "is named only where records are divided by records of another dataset"));
        else if (!datasets.TryGetValue(id, out var dataset) || dataset.Shape != DatasetShape.Records)
            found.Add(new("baseDataset", $"'{id}' is not a dataset of records of this pack"));
        else if (Categories(dataset) is { } known)
            found.AddRange(indicator.Base.Only.Concat(indicator.Base.Except).Where(c => !known.Contains(c)).Select(c => new RuleBreach("base", $"'{c}' is not a category of {id}")));
    }

    private static HashSet<string>? Categories(DatasetDefinition dataset) =>
        dataset.Columns.FirstOrDefault(c => c.Role == ColumnRole.Category) is { Codes.Count: > 0 } category ? category.Codes.Values.ToHashSet(StringComparer.Ordinal) : null;

    private static void OfDataset(IndicatorDefinition indicator, DatasetDefinition dataset, List<RuleBreach> found)
    {
        var reported = dataset.Shape == DatasetShape.ReportedValues;
        if (reported != (indicator.Denominator == DenominatorKind.Reported))
            found.Add(new("denominator", reported ? $"the figures of {dataset.Id} bring their own" : $"{dataset.Id} holds records, which bring none"));
        if (reported && indicator.From is not null)
            found.Add(new("from", $"the figures of {dataset.Id} begin where their supplier begins"));
        if (Categories(dataset) is not { } known)
            return;
        var misnamed = Named(indicator).Where(n => n.Field != "base" || indicator.BaseDataset is null).SelectMany(n => n.Names.Where(c => !known.Contains(c)).Select(c => new RuleBreach(n.Field, $"'{c}' is not a category of {dataset.Id}"))).ToList();
        found.AddRange(misnamed);
        if (misnamed.Count > 0)
            return;
        if (!known.Any(indicator.Filter.Takes))
            found.Add(new("filter", $"takes no category of {dataset.Id}, so it would count nothing"));
        if (indicator is { Denominator: DenominatorKind.Records, BaseDataset: null } && known.FirstOrDefault(c => indicator.Filter.Takes(c) && !indicator.Base.Takes(c)) is { } outside)
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
