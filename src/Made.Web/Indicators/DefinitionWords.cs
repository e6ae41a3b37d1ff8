using Made.Core.Disclosure.Topics;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Web.Downloads;

namespace Made.Web.Indicators;

/// <summary>One field of a definition in words.</summary>
public sealed record DefinitionLine(string What, string Said);

/// <summary>A definition as people read it, field by field: the same for pages, comparisons of versions and files.</summary>
public static class DefinitionWords
{
    private const string Nothing = "None";

    public static IReadOnlyList<DefinitionLine> Of(IndicatorDefinition i, Pack pack) =>
    [
        new("Title", i.Title),
        new("In a sentence", $"{i.Plural}; one of them: {i.Singular}"),
        new("Definition", i.Definition),
        new("What is counted", i.NumeratorText),
        new("Dataset", pack.Datasets.FirstOrDefault(d => d.Id == i.Dataset)?.Title ?? i.Dataset),
        new("Categories", Categories(i.Filter)),
        .. i.IsWeighted ? new DefinitionLine[] { new("Weights", $"{i.Weights.Count} categories, each with its own weight") } : [],
        new("Divided by", i.DenominatorText),
        .. i.BaseDataset is { } below ? new DefinitionLine[] { new("Dataset below the line", pack.Datasets.FirstOrDefault(d => d.Id == below)?.Title ?? below) } : [],
        .. i.Denominator == DenominatorKind.Records ? new DefinitionLine[] { new("Categories below the line", Categories(i.Base)) } : [],
        new("Unit", i.Unit),
        new("Polarity", Polarity(i)),
        new("Seasonal", i.Seasonal ? "Yes: months are compared with the season taken out, or with the same month." : "No"),
        new("From", i.From is { } from ? from.Name : "As far back as the dataset is held"),
        new("Smallest area", i.SmallestLevel.Code().Replace('-', ' ')),
        .. Topic(i, pack),
        new("Group", i.Group),
        new("Part of", i.PartOf.Length > 0 ? pack.Indicators.FirstOrDefault(p => p.Id == i.PartOf)?.Title ?? i.PartOf : Nothing),
        new("Source", i.Source),
        new("Careful", i.Caveats.Count > 0 ? string.Join(" ", i.Caveats) : Nothing),
    ];

    /// <summary>What differs between two versions, field by field.</summary>
    public static Table Compared(IndicatorDefinition before, string beforeIs, IndicatorDefinition after, string afterIs, Pack pack) =>
        Compared(Of(before, pack), beforeIs, Of(after, pack), afterIs);

    /// <summary>The same for anything that is said field by field.</summary>
    public static Table Compared(IReadOnlyList<DefinitionLine> before, string beforeIs, IReadOnlyList<DefinitionLine> after, string afterIs)
    {
        var (old, now) = (before.ToDictionary(l => l.What, l => l.Said, StringComparer.Ordinal), after.ToDictionary(l => l.What, l => l.Said, StringComparer.Ordinal));
        return new Table
        {
            Name = "differences",
            Title = $"What differs between {beforeIs} and {afterIs}",
            Columns = [new("What"), new(Capital(beforeIs)), new(Capital(afterIs))],
            Rows = [.. old.Keys.Union(now.Keys).Where(w => old.GetValueOrDefault(w, Nothing) != now.GetValueOrDefault(w, Nothing))
                .Select(w => (IReadOnlyList<Cell>)[Cell.Of(w), Cell.Of(old.GetValueOrDefault(w, Nothing)), Cell.Of(now.GetValueOrDefault(w, Nothing))])],
        };
    }

    public static string Polarity(IndicatorDefinition i) => i.Polarity switch
    {
        Core.Indicators.Polarity.LowerIsBetter => $"Lower is better. {i.PolarityReason}",
        Core.Indicators.Polarity.HigherIsBetter => $"Higher is better. {i.PolarityReason}",
        _ => "Neutral: higher or lower is not by itself better or worse.",
    };

    public static string Categories(CategoryFilter filter) => filter switch
    {
        { Only.Count: 0, Except.Count: 0 } => "All",
        { Only.Count: 0 } => $"All but {string.Join(", ", filter.Except)}",
        { Except.Count: 0 } => string.Join(", ", filter.Only),
        _ => $"{string.Join(", ", filter.Only)}, without {string.Join(", ", filter.Except)}",
    };

    /// <summary>How a partner's figures are protected; nothing for figures that are already public.</summary>
    private static IEnumerable<DefinitionLine> Topic(IndicatorDefinition i, Pack pack)
    {
        if (pack.Datasets.All(d => d.Id != i.Dataset))
            return [];
        var rule = DisclosureRule.Of(pack, i);
        return rule.IsGuarded ? [new("Topic", $"{rule.Topic.Title}{(i.Topic is null ? ", as the dataset" : "")}. {rule.Topic.Words()}")] : [];
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
