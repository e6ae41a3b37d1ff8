using System.Runtime.CompilerServices;

namespace Made.Core.Facts;

/// <summary>
/// Up to 2,048 facts in columns, handed from Intake to Store. No direct identifier is a member: that is a compile-time promise.
/// Text columns hold positions in the supply's <see cref="FactText"/>, so that a row costs no allocation.
/// </summary>
public sealed class FactBatch
{
    public const int Capacity = 2048;

    public int Count { get; set; }

    /// <summary><see cref="Calendar.Month.Index"/>.</summary>
    public int[] Month { get; } = new int[Capacity];

    /// <summary>Day of the month, 1 to 31; 0 where the coarsening rule keeps the month alone.</summary>
    public byte[] Day { get; } = new byte[Capacity];

    public int[] Category { get; } = new int[Capacity];

    /// <summary>LSOA code in the vintage the record uses; position 0 is the empty text.</summary>
    public int[] Lsoa { get; } = new int[Capacity];

    /// <summary>The last outcome, or another second category the dataset names; position 0 is the empty text.</summary>
    public int[] Detail { get; } = new int[Capacity];

    /// <summary>Sanitised map point as published; NaN where there is none or the coarsening rule drops it.</summary>
    public double[] Longitude { get; } = new double[Capacity];

    public double[] Latitude { get; } = new double[Capacity];

    /// <summary>A 64-bit digest of the publisher's record key, 0 where the record has none or is de-personalised. Compares revisions; identifies nobody.</summary>
    public ulong[] Key { get; } = new ulong[Capacity];

    /// <summary>
    /// A 64-bit digest that tells a changed record from an unchanged one between revisions: of all declared columns, or, under a coarsening rule, of what
    /// is kept alone, because whoever holds a digest of exact values can try them all.
    /// </summary>
    public ulong[] Content { get; } = new ulong[Capacity];

    /// <summary>Part of the day, age band, sex and pseudonym; null in a dataset without a coarsening rule.</summary>
    public FactBands? Bands { get; set; }

    public bool IsFull => Count == Capacity;

    /// <summary>Makes the other batch hold the same facts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void CopyTo(FactBatch other)
    {
        Month.AsSpan(0, Count).CopyTo(other.Month);
        Day.AsSpan(0, Count).CopyTo(other.Day);
        Category.AsSpan(0, Count).CopyTo(other.Category);
        Lsoa.AsSpan(0, Count).CopyTo(other.Lsoa);
        Detail.AsSpan(0, Count).CopyTo(other.Detail);
        Longitude.AsSpan(0, Count).CopyTo(other.Longitude);
        Latitude.AsSpan(0, Count).CopyTo(other.Latitude);
        Key.AsSpan(0, Count).CopyTo(other.Key);
        Content.AsSpan(0, Count).CopyTo(other.Content);
        other.Bands = Bands?.CopyTo(other.Bands ?? new FactBands(), Count);
        other.Count = Count;
    }
}

/// <summary>What a coarsening rule keeps of a record besides its place and month: positions in the supply's texts, of which 0 is the empty text, and a pseudonym.</summary>
public sealed class FactBands
{
    public int[] PartOfDay { get; } = new int[FactBatch.Capacity];

    public int[] Age { get; } = new int[FactBatch.Capacity];

    public int[] Sex { get; } = new int[FactBatch.Capacity];

    /// <summary>The pseudonym itself, not a position; 0 where there is none.</summary>
    public ulong[] Pseudonym { get; } = new ulong[FactBatch.Capacity];

    internal FactBands CopyTo(FactBands other, int count)
    {
        PartOfDay.AsSpan(0, count).CopyTo(other.PartOfDay);
        Age.AsSpan(0, count).CopyTo(other.Age);
        Sex.AsSpan(0, count).CopyTo(other.Sex);
        Pseudonym.AsSpan(0, count).CopyTo(other.Pseudonym);
        return other;
    }
}

/// <summary>The distinct texts of one supply, in order of first use; position 0 is the empty text.</summary>
public sealed class FactText
{
    private readonly List<string> values = [""];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal) { [""] = 0 };

    public IReadOnlyList<string> Values => values;

    public int Count => values.Count;

    public int PositionOf(string text)
    {
        if (positions.TryGetValue(text, out var at))
            return at;
        at = values.Count;
        values.Add(text);
        positions.Add(text, at);
        return at;
    }
}

/// <summary>One reported figure of an aggregate feed (dataset <c>indicator-values</c>).</summary>
public sealed record ReportedValue
{
    public required string Indicator { get; init; }

    public required string Area { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    public required Indicators.Quantity Numerator { get; init; }

    public required Indicators.Quantity Denominator { get; init; }

    public required Indicators.Quantity Value { get; init; }

    /// <summary><c>final</c> or <c>provisional</c>.</summary>
    public required string Status { get; init; }
}
