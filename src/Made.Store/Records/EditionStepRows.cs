namespace Made.Store.Records;

internal sealed class EditionStepRow
{
    public long Number { get; init; }

    public required string Month { get; init; }

    public required int Edition { get; init; }

    /// <summary>"released", "scheduled", "unscheduled" or "held".</summary>
    public required string Step { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }

    /// <summary>Of a released one: first, addition or correction; empty otherwise.</summary>
    public required string Kind { get; init; }

    /// <summary>Of a scheduled one, when it is to be released; 0 otherwise.</summary>
    public required long Due { get; init; }

    /// <summary>Of a released one, its notes as they were frozen; empty otherwise.</summary>
    public required string Notes { get; init; }
}

internal sealed class EditionNoteRow
{
    public required string Month { get; init; }

    public required string Area { get; init; }

    public required string Indicator { get; init; }

    public required string Text { get; set; }

    public required string Role { get; set; }

    public required DateOnly Day { get; set; }

    public required long At { get; set; }
}

internal sealed class ReleaseSettingRow
{
    public long Number { get; init; }

    public required string Csp { get; init; }

    /// <summary>"automatic" or "checked".</summary>
    public required string Setting { get; init; }

    public required DateOnly From { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}
