namespace Made.Core.Register;

/// <summary>A dated place. <c>To</c> is the last day it existed; an open end is <see cref="DateOnly.MaxValue"/>.</summary>
public sealed record Area
{
    public required AreaCode Code { get; init; }

    /// <summary>As shown: "Northfield", "Westshire-12", "Northfield CSP".</summary>
    public required string Name { get; init; }

    public required AreaLevel Level { get; init; }

    public DateOnly From { get; init; } = DateOnly.MinValue;

    public DateOnly To { get; init; } = DateOnly.MaxValue;

    /// <summary>Why resident rates mislead here (town centre, visitors); empty where they do not.</summary>
    public string RateCaution { get; init; } = "";

    public required string Source { get; init; }

    public bool ExistsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>A district's dated membership of a grouping (CSP, policing area, county, pan, force).</summary>
public sealed record Membership(AreaCode Grouping, AreaCode District, DateOnly From, DateOnly To, string Source)
{
    public bool HoldsOn(DateOnly day) => From <= day && day <= To;
}
