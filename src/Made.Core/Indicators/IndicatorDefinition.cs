using System.Text.Json.Serialization;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>Whether more or less of it is better, which only a pack may say and only with its reason.</summary>
public enum Polarity
{
    /// <summary>Higher / similar / lower, in neutral colours. The default: fewer recorded crimes is not always improvement.</summary>
    Neutral,
    LowerIsBetter,
    HigherIsBetter,
}

/// <summary>What an indicator's count is divided by.</summary>
public enum DenominatorKind
{
    /// <summary>Residents at mid-year: a rate.</summary>
    Population,

    /// <summary>Records of the same dataset under <see cref="IndicatorDefinition.Base"/>: a proportion.</summary>
    Records,

    /// <summary>None: a count only.</summary>
    None,

    /// <summary>The feed brings its own denominator.</summary>
    Reported,
}

/// <summary>A defined measure. A changed definition is a new version, never a silent recalculation.</summary>
public sealed record IndicatorDefinition
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    /// <summary>"Anti-social behaviour".</summary>
    public required string Title { get; init; }

    /// <summary>As used inside a sentence, plural: "anti-social behaviour incidents", "burglaries".</summary>
    public required string Plural { get; init; }

    /// <summary>As used inside a sentence, one of them: "burglary".</summary>
    public required string Singular { get; init; }

    public required string Definition { get; init; }

    public required string NumeratorText { get; init; }

    public required string DenominatorText { get; init; }

    public required string Dataset { get; init; }

    public required CategoryFilter Filter { get; init; }

    /// <summary>For <see cref="DenominatorKind.Records"/>: the records counted below the line.</summary>
    public CategoryFilter Base { get; init; } = CategoryFilter.Everything;

    /// <summary>
    /// For <see cref="DenominatorKind.Records"/>: the dataset of the records below the line, where it is another one. A partner's records over those of an open feed, or the other way about.
    /// Left out of the JSON where it is the same.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BaseDataset { get; init; }

    /// <summary>Weight per category; empty for a plain count of records.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>();

    public required DenominatorKind Denominator { get; init; }

    /// <summary>1,000 for rates per 1,000 residents, 100 for per cent.</summary>
    public required double Multiplier { get; init; }

    /// <summary>"per 1,000 residents", "per cent", "count".</summary>
    public required string Unit { get; init; }

    public required Polarity Polarity { get; init; }

    /// <summary>Why the polarity is not neutral; empty where it is.</summary>
    public string PolarityReason { get; init; } = "";

    public required bool Seasonal { get; init; }

    /// <summary>The heading it is listed under.</summary>
    public required string Group { get; init; }

    /// <summary>Order within the table.</summary>
    public required int Order { get; init; }

    /// <summary>Part of the breakdown "what kind" of this other indicator; empty where it is none.</summary>
    public string PartOf { get; init; } = "";

    /// <summary>The smallest level at which it may be shown.</summary>
    public AreaLevel SmallestLevel { get; init; } = AreaLevel.Lsoa;

    /// <summary>The periods for which it is calculated.</summary>
    public IReadOnlyList<PeriodKind> Periods { get; init; } = [PeriodKind.Month, PeriodKind.Quarter, PeriodKind.Rolling12, PeriodKind.Year];

    /// <summary>The first month it is calculated for; earlier months are "not applicable". None where the dataset alone decides. Left out of the JSON then, as in packs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Month? From { get; init; }

    /// <summary>A topic stricter than its dataset's, by its id. None: the dataset's. Left out of the JSON then, as in packs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    public required string Source { get; init; }

    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>The dataset of the records below the line; of the records above where there are none below.</summary>
    internal string DatasetBelow => BaseDataset ?? Dataset;

    /// <summary>Every category the indicator counts, weighted or not.</summary>
    public bool IsWeighted => Weights.Count > 0;
}

/// <summary>A dated break in recording: it rebases charts from this month and makes changes across it not comparable.</summary>
/// <param name="Indicator">The indicator, or <c>dataset:ID</c> for all of a dataset.</param>
public sealed record RecordingBreak(string Indicator, Month Month, string Reason, string Source)
{
    /// <summary>True where the break was declared for this indicator or for the whole dataset it is counted from.</summary>
    public bool Concerns(IndicatorDefinition indicator) =>
        Indicator == indicator.Id || Indicator == $"dataset:{indicator.Dataset}";
}
