using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;

namespace Made.Web.Api;

internal sealed record AreaAnswer(string Code, string Name, string Level, string From, string To);

internal sealed record HealthAnswer(string Status, int Supplies);

/// <summary>The shape of a finding and of a receipt in JSON, as <see cref="Exchange.ReceiptJson"/> writes them.</summary>
internal sealed record FindingAnswer(string Code, long Row, string Column, string Message, string Remedy, long Count);

/// <inheritdoc cref="FindingAnswer"/>
internal sealed record ReceiptAnswer(
    string File, string Dataset, string Period, string Supply, string Verdict, long RecordsIn, long Stored, long Rejected, long Duplicates, long WithoutPlace,
    long OutsideArea, IReadOnlyList<FindingAnswer> Findings, string Sha256, string Changes, bool Nil, bool Provisional);

/// <summary>The shape of a measure in JSON; fields that have nothing to say are left out.</summary>
internal sealed record MeasureAnswer
{
    public required string indicator { get; init; }

    public required string area_code { get; init; }

    public required string area_name { get; init; }

    public required string level { get; init; }

    public required string period { get; init; }

    public required DateOnly period_start { get; init; }

    public required DateOnly period_end { get; init; }

    public double count { get; init; }

    public double denominator { get; init; }

    public int population_year { get; init; }

    public double value { get; init; }

    public required string unit { get; init; }

    public double lower95 { get; init; }

    public double upper95 { get; init; }

    public double change_year { get; init; }

    public bool comparable { get; init; }

    public string comparable_note { get; init; } = "";

    public string suppressed_because { get; init; } = "";

    public int rounded_to { get; init; }

    public string comparison { get; init; } = "";

    public string variation { get; init; } = "";

    public required string absence { get; init; }

    public double coverage { get; init; }

    public required string method { get; init; }

    public required string edition { get; init; }
}

internal sealed record IndicatorAnswer(
    string Id, int Version, string Title, string Definition, string Numerator, string Denominator, string Unit, string Polarity, string PolarityReason,
    bool Seasonal, string Group, string Dataset, string Source, IReadOnlyList<string> Caveats, string Topic, string Protection)
{
    public static readonly string[] Columns =
    [
        "id", "version", "title", "definition", "numerator", "denominator", "unit", "polarity", "polarity_reason", "seasonal", "group", "dataset", "source", "caveats", "topic", "protection",
    ];

    public static IndicatorAnswer Of(IndicatorDefinition i, DisclosureRule rule) => new(
        i.Id, i.Version, i.Title, i.Definition, i.NumeratorText, i.DenominatorText, i.Unit,
        PolarityCode(i.Polarity),
        i.PolarityReason, i.Seasonal, i.Group, i.Dataset, i.Source, i.Caveats,
        rule.IsGuarded ? rule.Topic.Id : "", rule.IsGuarded ? rule.Topic.Words() : "");

    private static string PolarityCode(Core.Indicators.Polarity polarity) => polarity switch
    {
        Core.Indicators.Polarity.LowerIsBetter => "lower-is-better",
        Core.Indicators.Polarity.HigherIsBetter => "higher-is-better",
        _ => "neutral",
    };

    public IReadOnlyList<string> Cells() =>
    [
        Id, $"{Version}", Title, Definition, Numerator, Denominator, Unit, Polarity, PolarityReason, Seasonal ? "true" : "false", Group, Dataset, Source,
        string.Join(' ', Caveats), Topic, Protection,
    ];
}
