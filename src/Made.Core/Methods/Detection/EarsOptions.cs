namespace Made.Core.Methods.Detection;

/// <summary>The three methods of the Early Aberration Reporting System.</summary>
public enum EarsMethod
{
    /// <summary>Baseline up to the point before.</summary>
    C1,

    /// <summary>Baseline that ends two points earlier.</summary>
    C2,

    /// <summary>As C2, with what the two points before exceeded theirs by.</summary>
    C3,
}

/// <summary>Options of the EARS methods.</summary>
public sealed record EarsOptions
{
    /// <summary>Which of the three.</summary>
    public EarsMethod Method { get; init; } = EarsMethod.C1;

    /// <summary>Points in the baseline, 3 or more.</summary>
    public int Baseline { get; init; } = 7;

    /// <summary>The least standard deviation, in events: keeps a quiet baseline from making everything an alarm.</summary>
    public double MinSigma { get; init; }

    /// <summary>One-sided level; by the definition 0.001 (z about 3), for C3 0.025 (z about 2).</summary>
    public double Alpha { get; init; } = 0.001;
}
