using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Indicators;

/// <summary>What somebody wrote into the form of a definition, as it was sent. <see cref="DefinitionDraft"/> makes a definition of it.</summary>
public sealed record IndicatorForm
{
    public const string Keep = "keep";

    public string? Id { get; init; }

    public string? Title { get; init; }

    public string? Plural { get; init; }

    public string? Singular { get; init; }

    public string? Definition { get; init; }

    public string? Dataset { get; init; }

    /// <summary><c>all</c>, <c>only</c> or <c>except</c> the categories ticked.</summary>
    public string? Take { get; init; }

    /// <summary>A list of its own for each form: what was sent is added to it.</summary>
    public List<string> Categories { get; init; } = [];

    public string? Numerator { get; init; }

    /// <summary><c>population-1000</c>, <c>population-10000</c>, <c>population-100000</c>, <c>records</c>, <c>none</c>, or <c>keep</c>.</summary>
    public string? Over { get; init; }

    /// <summary>For a share: the indicator whose records stand below the line, <c>keep</c>, or empty for every record of the dataset.</summary>
    public string? Base { get; init; }

    public string? DenominatorText { get; init; }

    /// <summary>Empty takes the usual words of the denominator.</summary>
    public string? Unit { get; init; }

    public string? Polarity { get; init; }

    public string? PolarityReason { get; init; }

    public string? Seasonal { get; init; }

    /// <summary><c>yyyy-MM</c>, or empty for as far back as the dataset is held.</summary>
    public string? From { get; init; }

    public string? SmallestLevel { get; init; }

    /// <summary>A topic stricter than the dataset's, or empty for the dataset's own.</summary>
    public string? Topic { get; init; }

    public string? Group { get; init; }

    public string? Source { get; init; }

    /// <summary>One on each line.</summary>
    public string? Caveats { get; init; }

    /// <summary>The newest version when the form was opened; 0 for a new indicator.</summary>
    public int Version { get; init; }

    /// <summary>The version that the form was filled from, and whose parts without a field are kept: an earlier one where a change is undone.</summary>
    public int Basis { get; init; }

    public string? By { get; init; }

    public string? Why { get; init; }

    /// <summary>An empty form for a dataset, with what is usual filled in.</summary>
    public static IndicatorForm For(Core.Exchange.DatasetDefinition dataset) => new()
    {
        Dataset = dataset.Id,
        Take = "only",
        Over = "population-1000",
        Polarity = "neutral",
        Seasonal = "no",
        SmallestLevel = AreaLevel.Lsoa.Code(),
        Source = dataset.Source,
        Caveats = string.Join('\n', dataset.Caveats),
    };

    /// <summary>A form filled from a definition, to make a further version of it.</summary>
    public static IndicatorForm Filled(IndicatorDefinition i, int version, string why = "") => new()
    {
        Id = i.Id,
        Version = version,
        Basis = i.Version,
        Title = i.Title,
        Plural = i.Plural,
        Singular = i.Singular,
        Definition = i.Definition,
        Dataset = i.Dataset,
        Take = i.Filter switch { { Only.Count: > 0, Except.Count: > 0 } => Keep, { Only.Count: > 0 } => "only", { Except.Count: > 0 } => "except", _ => "all" },
        Categories = [.. i.Filter.Only.Count > 0 ? i.Filter.Only : i.Filter.Except],
        Numerator = i.NumeratorText,
        Over = DefinitionDraft.OverOf(i),
        Base = i.BaseDataset is not null ? Keep : i.Denominator == DenominatorKind.Records && i.Base != CategoryFilter.Everything && i.Base.Only.Count + i.Base.Except.Count > 0 ? Keep : "",
        DenominatorText = i.DenominatorText,
        Unit = i.Unit,
        Polarity = i.Polarity switch { Core.Indicators.Polarity.LowerIsBetter => "lower-is-better", Core.Indicators.Polarity.HigherIsBetter => "higher-is-better", _ => "neutral" },
        PolarityReason = i.PolarityReason,
        Seasonal = i.Seasonal ? "yes" : "no",
        From = i.From?.ToString() ?? "",
        SmallestLevel = i.SmallestLevel.Code(),
        Topic = i.Topic ?? "",
        Group = i.Group,
        Source = i.Source,
        Caveats = string.Join('\n', i.Caveats),
        Why = why,
    };

    /// <summary>Every answer by the name of its field, to carry the form through the page that checks it.</summary>
    public IEnumerable<(string Name, string Value)> Answers() =>
        new[]
        {
            ("id", Id), ("title", Title), ("plural", Plural), ("singular", Singular), ("definition", Definition), ("dataset", Dataset), ("take", Take), ("numerator", Numerator),
            ("over", Over), ("base", Base), ("denominatorText", DenominatorText), ("unit", Unit), ("polarity", Polarity), ("polarityReason", PolarityReason), ("seasonal", Seasonal),
            ("from", From), ("smallestLevel", SmallestLevel), ("topic", Topic), ("group", Group), ("source", Source), ("caveats", Caveats),
            ("version", Number(Version)), ("basis", Number(Basis)), ("by", By), ("why", Why),
        }.Select(a => (a.Item1, a.Item2 ?? "")).Concat(Categories.Select(c => ("categories", c)));

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
