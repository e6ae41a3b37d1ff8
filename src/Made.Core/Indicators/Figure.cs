using Made.Core.Methods;

namespace Made.Core.Indicators;

/// <summary>One side of a comparison: what was counted, over what, and the value that makes.</summary>
internal sealed record Figure
{
    public required Tally Tally { get; init; }

    public required Quantity Count { get; init; }

    public required Quantity Denominator { get; init; }

    public int PopulationYear { get; init; }

    public required Quantity Value { get; init; }

    public Interval Limits { get; init; } = Interval.None;

    public double Coverage { get; init; } = double.NaN;

    public required string Method { get; init; }

    public static Figure Absent(Absence why, string method) => new()
    {
        Tally = default,
        Count = Quantity.Missing(why),
        Denominator = Quantity.Missing(why),
        Value = Quantity.Missing(why),
        Method = method,
    };
}
