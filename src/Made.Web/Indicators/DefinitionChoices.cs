using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Web.Components;

namespace Made.Web.Indicators;

/// <summary>What may be chosen in the form of a definition.</summary>
public sealed record DefinitionChoices
{
    public static readonly DefinitionChoices None = new() { Takes = [], Categories = [], Overs = [], Bases = [], Groups = [], Levels = [], Topics = [] };

    public required IReadOnlyList<Choice> Takes { get; init; }

    /// <summary>The dataset's categories, those held first; one that no record held here has says so.</summary>
    public required IReadOnlyList<Choice> Categories { get; init; }

    public required IReadOnlyList<Choice> Overs { get; init; }

    public required IReadOnlyList<Choice> Bases { get; init; }

    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<Choice> Levels { get; init; }

    /// <summary>Of a partner's dataset: its own topic and those that are stricter. Figures that are already public have none.</summary>
    public required IReadOnlyList<Choice> Topics { get; init; }

    /// <param name="pack">The other indicators.</param>
    /// <param name="dataset">The dataset counted.</param>
    /// <param name="held">Its categories as records really have them.</param>
    /// <param name="existing">The newest version, where a further one is made.</param>
    public static DefinitionChoices Of(Pack pack, DatasetDefinition dataset, IReadOnlyList<string> held, IndicatorDefinition? existing)
    {
        var listed = dataset.CategoriesListed;
        var keep = existing is not null && DefinitionDraft.OverOf(existing) == IndicatorForm.Keep;
        return new DefinitionChoices
        {
            Takes =
            [
                new("only", "Only the categories ticked below"), new("except", "All records but those of the categories ticked below"), new("all", "All records of the dataset"),
                .. existing is { Filter: { Only.Count: > 0, Except.Count: > 0 } } ? new[] { new Choice(IndicatorForm.Keep, $"As now: {DefinitionWords.Categories(existing.Filter)}") } : [],
            ],
            Categories =
            [
                .. held.Select(c => new Choice(c, c)),
                .. listed.Except(held).Order(StringComparer.Ordinal).Select(c => new Choice(c, c) { Hint = "No record held here has it." }),
            ],
            Overs = keep
                ? [new(IndicatorForm.Keep, $"As now: {existing!.DenominatorText}, {existing.Unit}")]
                :
                [
                    new("population-1000", "Residents: a rate per 1,000"), new("population-10000", "Residents: a rate per 10,000"), new("population-100000", "Residents: a rate per 100,000"),
                    new("records", "Other records of the dataset: a share in per cent"), new("none", "Nothing: a count"),
                ],
            Bases =
            [
                .. existing is { Denominator: DenominatorKind.Records } ? new[] { new Choice(IndicatorForm.Keep, $"As now: {DefinitionWords.Categories(existing.Base)}") } : [],
                .. existing?.BaseDataset is null ? new[] { new Choice("", "All records of the dataset") } : [],
                .. pack.Indicators.Where(i => existing?.BaseDataset is null && i.Dataset == dataset.Id && !i.IsWeighted && i.Id != existing?.Id).Select(i => new Choice(i.Id, i.Title)),
            ],
            Groups = [.. pack.Indicators.OrderBy(i => i.Order).Select(i => i.Group).Distinct()],
            Topics = dataset.Disclosure != DisclosurePolicy.Partner ? [] : TopicsOf(pack, dataset),
            Levels = [new("lsoa", "Small area (LSOA)"), new("ward", "Ward"), new("district", "District"), new("csp", "Community safety partnership")],
        };
    }

    private static IReadOnlyList<Choice> TopicsOf(Pack pack, DatasetDefinition dataset)
    {
        var own = DisclosureRule.TopicOf(pack, dataset.Topic);
        return
        [
            new("", $"The dataset's own: {own.Title}") { Hint = own.Words() },
            .. pack.Topics.Where(t => t.Id != own.Id && own.IsKeptBy(t)).Select(t => new Choice(t.Id, t.Title) { Hint = t.Words() }),
        ];
    }
}
