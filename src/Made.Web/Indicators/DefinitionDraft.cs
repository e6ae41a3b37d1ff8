using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Indicators;

/// <summary>The definition that a form describes, and what is wrong with it by the name of the field.</summary>
public sealed record DefinitionDraft(IndicatorDefinition Definition, IReadOnlyList<(string Field, string Message)> Errors)
{
    /// <summary>What a definition is divided by, as a choice of the form: choice, multiplier, usual unit.</summary>
    private static readonly (string Over, DenominatorKind Kind, double Multiplier, string Unit, string Text)[] Overs =
    [
        ("population-1000", DenominatorKind.Population, 1_000, "per 1,000 residents", "Residents of the area at mid-year"),
        ("population-10000", DenominatorKind.Population, 10_000, "per 10,000 residents", "Residents of the area at mid-year"),
        ("population-100000", DenominatorKind.Population, 100_000, "per 100,000 residents", "Residents of the area at mid-year"),
        ("records", DenominatorKind.Records, 100, "per cent", "Records of the same dataset"),
        ("none", DenominatorKind.None, 1, "count", "Not divided by anything"),
    ];

    private static readonly Dictionary<string, (string Field, string Label)> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = ("id", "Short id"),
        ["title"] = ("title", "Title"),
        ["plural"] = ("plural", "Several of them"),
        ["singular"] = ("singular", "One of them"),
        ["definition"] = ("definition", "Definition"),
        ["numeratorText"] = ("numerator", "What is counted"),
        ["denominatorText"] = ("denominatorText", "What it is divided by, in words"),
        ["unit"] = ("unit", "Unit"),
        ["group"] = ("group", "Group"),
        ["source"] = ("source", "Source"),
        ["partOf"] = ("group", "Part of"),
        ["polarityReason"] = ("polarityReason", "Reason for the polarity"),
        ["multiplier"] = ("over", "Divided by"),
        ["denominator"] = ("over", "Divided by"),
        ["filter"] = ("categories", "Categories"),
        ["weights"] = ("categories", "Weights"),
        ["base"] = ("base", "Share of"),
        ["baseDataset"] = ("base", "Dataset below the line"),
        ["dataset"] = ("dataset", "Dataset"),
        ["from"] = ("from", "From"),
        ["topic"] = ("topic", "Topic"),
    };

    /// <summary>The fields as the form has them, so that the summary of errors follows it.</summary>
    private static readonly string[] Order =
    [
        "dataset", "title", "id", "plural", "singular", "group", "definition", "take", "categories", "numerator", "from", "over", "base", "denominatorText", "unit", "polarity",
        "polarityReason", "seasonal", "smallestLevel", "topic", "source", "caveats", "why", "by",
    ];

    /// <param name="form">As it was sent.</param>
    /// <param name="pack">Datasets and the other indicators.</param>
    /// <param name="earlier">The version that the form was filled from; null for a new indicator.</param>
    public static DefinitionDraft Of(IndicatorForm form, Pack pack, IndicatorDefinition? earlier)
    {
        var errors = new List<(string Field, string Message)>();
        var over = Overs.FirstOrDefault(o => o.Over == form.Over);
        if (over.Over is null && !(form.Over == IndicatorForm.Keep && earlier is not null))
            errors.Add(("over", "Choose what it is divided by."));
        if (form.Take is "only" or "except" && form.Categories.Count == 0)
            errors.Add(("categories", form.Take == "only" ? "Tick at least one category to count." : "Tick at least one category to leave out."));
        else if (form.Take is not ("only" or "except" or "all") && !(form.Take == IndicatorForm.Keep && earlier is not null))
            errors.Add(("take", "Choose which records are counted."));
        if (Text(form.From).Length > 0 && !Month.TryParse(Text(form.From), out _))
            errors.Add(("from", "From is not a month. Write it as 2022-07."));
        if (Text(form.By).Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (Text(form.Why).Length == 0)
            errors.Add(("why", earlier is null ? "Say why it is needed." : "Say why it changes."));
        var definition = Made(form, pack, earlier, over, errors);
        errors.AddRange(IndicatorRules.Broken(definition, pack.Datasets.ToDictionary(d => d.Id, StringComparer.Ordinal), pack.Indicators.Select(i => i.Id).ToHashSet(StringComparer.Ordinal), pack.Topics)
            .Where(b => !errors.Exists(e => e.Field == Fields[b.Field].Field)).Select(b => (Fields[b.Field].Field, Message(b))));
        return new(definition, [.. errors.OrderBy(e => Array.IndexOf(Order, e.Field))]);
    }

    /// <summary>How the form names what a definition is divided by.</summary>
    public static string OverOf(IndicatorDefinition i) =>
        Overs.FirstOrDefault(o => !i.IsWeighted && o.Kind == i.Denominator && o.Multiplier == i.Multiplier).Over ?? IndicatorForm.Keep;

    private static IndicatorDefinition Made(
        IndicatorForm form, Pack pack, IndicatorDefinition? earlier, (string Over, DenominatorKind Kind, double Multiplier, string Unit, string Text) over, List<(string Field, string Message)> errors)
    {
        var kept = over.Over is null;
        var kind = kept ? earlier?.Denominator ?? DenominatorKind.None : over.Kind;
        var id = earlier?.Id ?? Text(form.Id);
        return new IndicatorDefinition
        {
            Id = id,
            Version = earlier?.Version ?? 1,
            Title = Text(form.Title),
            Plural = Text(form.Plural),
            Singular = Text(form.Singular),
            Definition = Text(form.Definition),
            NumeratorText = Text(form.Numerator),
            DenominatorText = Text(form.DenominatorText) is { Length: > 0 } said ? said : over.Text ?? "",
            Dataset = earlier?.Dataset ?? Text(form.Dataset),
            Filter = form.Take switch
            {
                "only" => new CategoryFilter { Only = [.. form.Categories] },
                "except" => new CategoryFilter { Except = [.. form.Categories] },
                "all" => CategoryFilter.Everything,
                _ => earlier?.Filter ?? CategoryFilter.Everything,
            },
            Base = kind == DenominatorKind.Records ? BaseOf(form, pack, earlier, errors) : CategoryFilter.Everything,
            BaseDataset = kind == DenominatorKind.Records ? earlier?.BaseDataset : null,
            Weights = earlier?.Weights ?? new Dictionary<string, double>(),
            Denominator = kind,
            Multiplier = kept ? earlier?.Multiplier ?? 1 : over.Multiplier,
            Unit = Text(form.Unit) is { Length: > 0 } unit ? unit : over.Unit ?? earlier?.Unit ?? "",
            Polarity = form.Polarity switch { "lower-is-better" => Polarity.LowerIsBetter, "higher-is-better" => Polarity.HigherIsBetter, _ => Polarity.Neutral },
            PolarityReason = form.Polarity is "lower-is-better" or "higher-is-better" ? Text(form.PolarityReason) : "",
            Seasonal = form.Seasonal == "yes",
            Group = Text(form.Group),
            Order = earlier?.Order ?? OrderIn(Text(form.Group), pack),
            PartOf = earlier?.PartOf ?? "",
            SmallestLevel = AreaLevels.TryParse(Text(form.SmallestLevel), out var level) ? level : earlier?.SmallestLevel ?? AreaLevel.Lsoa,
            Periods = earlier?.Periods ?? [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Rolling12, PeriodKind.Year],
            From = Month.TryParse(Text(form.From), out var from) ? from : null,
            Topic = Text(form.Topic) is { Length: > 0 } topic ? topic : null,
            Source = Text(form.Source),
            Caveats = [.. (form.Caveats ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        };
    }

    private static CategoryFilter BaseOf(IndicatorForm form, Pack pack, IndicatorDefinition? earlier, List<(string Field, string Message)> errors)
    {
        var wanted = Text(form.Base);
        if (wanted.Length == 0)
            return CategoryFilter.Everything;
        if (wanted == IndicatorForm.Keep && earlier is not null)
            return earlier.Base;
        if (pack.Indicators.FirstOrDefault(i => i.Id == wanted && i.Dataset == (earlier?.Dataset ?? Text(form.Dataset)) && !i.IsWeighted) is { } below)
            return below.Filter;
        errors.Add(("base", "Choose an indicator of the same dataset that counts records."));
        return CategoryFilter.Everything;
    }

    // After the last of its group; a new group stands after all others.
    private static int OrderIn(string group, Pack pack) =>
        pack.Indicators.Where(i => i.Group == group).Select(i => i.Order + 1).DefaultIfEmpty(pack.Indicators.Select(i => i.Order).DefaultIfEmpty(0).Max() + 100).Max();

    private static string Message(RuleBreach breach)
    {
        var label = Fields[breach.Field].Label;
        return breach.Why.StartsWith("is ", StringComparison.Ordinal) ? $"{label} {breach.Why}." : $"{label}: {breach.Why}.";
    }

    private static string Text(string? text) => (text ?? "").Trim();
}
