using System.Text.Json.Serialization;

namespace Made.Core.Sharing;

/// <summary>The protective marking. There is no third: nothing above OFFICIAL-SENSITIVE may be loaded.</summary>
public enum Marking
{
    Official,
    OfficialSensitive,
}

public static class Markings
{
    public static IReadOnlyList<Marking> All { get; } = Enum.GetValues<Marking>();

    public static string Words(this Marking marking) => marking == Marking.Official ? "OFFICIAL" : "OFFICIAL-SENSITIVE";
}

/// <summary>The law under which personal data of a dataset are processed.</summary>
public enum ProtectionRegime
{
    /// <summary>UK GDPR and Part 2 of the Data Protection Act 2018.</summary>
    UkGdpr,

    /// <summary>Part 3 of the Data Protection Act 2018: law enforcement purposes of competent authorities.</summary>
    LawEnforcement,
}

public static class ProtectionRegimes
{
    public static string Words(this ProtectionRegime regime) => regime == ProtectionRegime.UkGdpr ? "UK GDPR" : "DPA 2018 Part 3 (law enforcement)";
}

/// <summary>Who answers for a dataset and under which law. A dataset that somebody owes is not read without it; an open one needs none.</summary>
public sealed record DatasetProtection
{
    /// <summary>Organisation that decides why and how the data are processed.</summary>
    public required string Controller { get; init; }

    public required ProtectionRegime Regime { get; init; }

    /// <summary>Article 6 UK GDPR, or the section 35 condition under Part 3.</summary>
    public required string Basis { get; init; }

    /// <summary>Article 9, or Schedule 8 under Part 3; empty where no special category is held.</summary>
    public string SpecialCategories { get; init; } = "";

    /// <summary>Article 10; empty where nothing about convictions or offences of a person is held.</summary>
    public string Offences { get; init; } = "";

    /// <summary>Ids of gateways.</summary>
    public required IReadOnlyList<string> Gateways { get; init; }

    /// <summary>How long facts are kept after the end of their period. There is no national period for most: it is decided locally, and never left open.</summary>
    public required int RetentionMonths { get; init; }

    public required string Retention { get; init; }

    /// <summary>For how many days the file is kept sealed as it was received; 0 where it is not kept at all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int OriginalKeptDays { get; init; }

    public required Marking Marking { get; init; }

    /// <summary>Whom the data are about.</summary>
    public required string People { get; init; }

    /// <summary>What is said about them, after the records were de-personalised.</summary>
    public required string Details { get; init; }
}
