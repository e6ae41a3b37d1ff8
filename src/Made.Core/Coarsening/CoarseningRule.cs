using System.Text.Json.Serialization;

namespace Made.Core.Coarsening;

/// <summary>How finely a record's place is kept.</summary>
public enum PlaceKept
{
    /// <summary>The small area, never the point.</summary>
    Lsoa,
    Ward,
    District,

    /// <summary>The outward part of the postcode ("general postcode address" of SI 2007/1831), as it came: it tells no ward.</summary>
    Outward,
}

/// <summary>
/// What is kept of a partner's record in place of what came, as its dataset says: of the place an area, of the date the month, of the time of day a
/// part of the day, of an age a band. Whatever else a column holds is checked and left behind. Applied as a record is read, before anything is kept.
/// </summary>
public sealed record CoarseningRule
{
    public required PlaceKept Place { get; init; }

    /// <summary>True: the time of day is kept as one of four parts of the day. False: it is left behind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PartOfDay { get; init; }

    /// <summary>The first age of each band, ascending; empty where ages are left behind.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? AgeBands { get; init; }

    /// <summary>The bands ages are kept in; null where ages are left behind.</summary>
    [JsonIgnore]
    public AgeBands? Ages => AgeBands is { Count: > 0 } from ? new AgeBands(from) : null;
}
