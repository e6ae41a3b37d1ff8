namespace Made.Core.Register;

/// <summary>A GSS code, or the pack's own code for a grouping that has none.</summary>
public readonly record struct AreaCode(string Value) : IComparable<AreaCode>
{
    private const string WardSuffix = "-ward-not-determined";
    private const string LsoaSuffix = "-lsoa-not-determined";

    /// <summary>Records of a district whose ward could not be told: counted, never dropped.</summary>
    public static AreaCode WardNotDetermined(AreaCode district) => new(district.Value + WardSuffix);

    /// <summary>Records of a ward (or of "ward not determined") whose 2021 LSOA could not be told.</summary>
    public static AreaCode LsoaNotDetermined(AreaCode ward) => new(ward.Value + LsoaSuffix);

    /// <summary>The ward whose small areas could not be told, of a code made by <see cref="LsoaNotDetermined"/>.</summary>
    public AreaCode WardOfNotDetermined => new(Value.EndsWith(LsoaSuffix, StringComparison.Ordinal) ? Value[..^LsoaSuffix.Length] : Value);

    /// <summary>The ward or district of which something could not be told, of a code made by <see cref="WardNotDetermined"/> or <see cref="LsoaNotDetermined"/>.</summary>
    public AreaCode DeterminedPart =>
        WardOfNotDetermined is { } ward && ward.Value.EndsWith(WardSuffix, StringComparison.Ordinal) ? new(ward.Value[..^WardSuffix.Length]) : WardOfNotDetermined;

    public bool IsNotDetermined => Value.EndsWith("-not-determined", StringComparison.Ordinal);

    public int CompareTo(AreaCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
