using Made.Core.Register;

namespace Made.Core.Editions;

/// <summary>What an analyst says about an edition: about one indicator or about the page, in one area or in all of them.</summary>
public sealed record EditionNote
{
    /// <summary>Long enough for a paragraph, too short for a report.</summary>
    public const int LongestText = 1_200;

    public const int LongestRole = 80;

    /// <summary>Code of a CSP; empty where the note stands on every area's page.</summary>
    public required string Area { get; init; }

    /// <summary>Empty where the note is about the page.</summary>
    public required string Indicator { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>In which role it was written.</summary>
    public required string Role { get; init; }

    public required DateOnly Day { get; init; }

    public bool IsOn(AreaCode area) => Area.Length == 0 || Area == area.Value;
}
