using Made.Core.Facts;

namespace Made.Core.Coarsening;

/// <summary>
/// The place that is kept of a record: never finer than the rule, and coarser where no more is known. A code wins over a point, which only tells the
/// small area of one that was split. Keeping what was kept already changes nothing.
/// </summary>
public static class PlaceCoarsening
{
    /// <param name="kept">What the rule keeps.</param>
    /// <param name="places">The areas that are known.</param>
    /// <param name="code">Code of a small area, ward or district; empty or unknown where the point alone tells.</param>
    /// <param name="longitude">WGS84; NaN where there is no point.</param>
    /// <param name="latitude">WGS84; NaN where there is no point.</param>
    /// <returns>The code of the area that is kept; empty where none is known.</returns>
    public static string Keep(PlaceKept kept, PlaceIndex places, string code, double longitude, double latitude)
    {
        var area = places.Knows(code) ? code : places.Find(longitude, latitude) ?? "";
        var place = places.Resolve(area, longitude, latitude);
        if (area.Length == 0 || place.District.Value is null)
            return "";
        return kept switch
        {
            PlaceKept.Lsoa when place.Placement == Placement.Outside || place.Lsoa.IsNotDetermined => area,
            PlaceKept.Lsoa => place.Lsoa.Value,
            PlaceKept.Ward when place.Placement == Placement.Inside && !place.Ward.IsNotDetermined => place.Ward.Value,
            _ => place.District.Value,
        };
    }
}
