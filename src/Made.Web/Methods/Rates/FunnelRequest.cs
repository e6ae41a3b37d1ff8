using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary>What the areas of a funnel are compared by.</summary>
internal enum FunnelType
{
    Proportion,
    Rate,
    Ratio,
}

/// <summary>The areas and options of one funnel, as read.</summary>
internal sealed record FunnelRequest
{
    private static readonly string[] Counts = ["numerator", "obs", "observed", "count", "events", "ev"];
    private static readonly string[] Bases = ["denominator", "pop", "population", "expected"];

    public required FunnelType Type { get; init; }

    public required double Multiplier { get; init; }

    public required double Years { get; init; }

    public required bool IsStandardised { get; init; }

    public required bool IsCount { get; init; }

    public required FunnelSearch Search { get; init; }

    public required IReadOnlyList<(string Name, FunnelArea Area)> Areas { get; init; }

    public static FunnelRequest Read(MethodInput input)
    {
        var options = input.Options;
        var rows = input.IsJson ? FunnelRows.Of(input.Json()) : FunnelRows.Of(input.Table());
        var type = Parse(options.Has("type") ? options.Choice("type", "proportion", "rate", "ratio") : rows.Type.Length > 0 ? rows.Type : rows.Has("expected") ? "ratio" : "");
        if (type is null)
            options.Wrong("type", rows.Type.Length > 0 ? $"'{rows.Type}' is not one of proportion, rate, ratio" : "is missing; use one of proportion, rate, ratio");
        var standardised = options.Choice("rateType", "crude", "dsr") == "dsr";
        var request = new FunnelRequest
        {
            Type = type ?? FunnelType.Proportion,
            Multiplier = options.Has("multiplier") ? options.Number("multiplier", NumberRule.Positive) : type == FunnelType.Rate ? 1000 : 100,
            Years = options.Number("years", NumberRule.Positive),
            IsStandardised = standardised,
            IsCount = options.Choice("ratioType", "isr", "count") == "count",
            Search = options.Choice("search", "halving", "exact") == "exact" ? FunnelSearch.Exact : FunnelSearch.Halving,
            Areas = [],
        };
        return options.HasFaults ? request : request with { Areas = rows.Areas(request, rows.First(Counts), rows.First(Bases), "rate") };
    }

    private static FunnelType? Parse(string text) => text switch
    {
        "proportion" => FunnelType.Proportion,
        "rate" => FunnelType.Rate,
        "ratio" => FunnelType.Ratio,
        _ => null,
    };
}
