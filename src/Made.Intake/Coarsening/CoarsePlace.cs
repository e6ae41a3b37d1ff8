using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Checking;

namespace Made.Intake.Coarsening;

/// <summary>
/// The place that is kept of the record at hand, from whatever the dataset's columns tell of it. The codes that came have a table of their own, which is
/// forgotten with the file: the supply's texts go to the disk whole, so none finer than the rule may be among them.
/// </summary>
internal sealed class CoarsePlace(PlaceKept kept, PlaceIndex places)
{
    private readonly FactText given = new();
    private readonly Dictionary<int, string> known = [];
    private KeptTextColumn? code;
    private OutwardColumn? outward;
    private (NumberColumn X, NumberColumn Y, bool IsGrid)? point;

    /// <summary>Different codes met so far.</summary>
    public int Distinct => given.Count;

    /// <summary>The column whose points lay in no known area, to be named in the finding.</summary>
    public ColumnDefinition? PointColumn => point?.X.Definition;

    /// <summary>The check of a column that gives the code of an area.</summary>
    public KeptTextColumn CodeColumn(ColumnDefinition definition, int at, DateOnly today) => code = new KeptTextColumn(definition, at, given, today, Locate);

    /// <summary>Finds the columns that tell the place among those of the file.</summary>
    public void Read(Func<ColumnRole, ColumnCheck?> columnOf)
    {
        outward = columnOf(ColumnRole.Outward) as OutwardColumn;
        if (columnOf(ColumnRole.Easting) is NumberColumn east && columnOf(ColumnRole.Northing) is NumberColumn north)
            point = (east, north, IsGrid: true);
        else if (columnOf(ColumnRole.Longitude) is NumberColumn longitude && columnOf(ColumnRole.Latitude) is NumberColumn latitude)
            point = (longitude, latitude, IsGrid: false);
    }

    /// <summary>Empty where no known area is told; then also whether a point was given.</summary>
    public (string Area, bool HadPoint) Now()
    {
        if (kept == PlaceKept.Outward)
            return (outward?.Code ?? "", HadPoint: false);
        var text = code is null ? "" : given.Values[code.Position];
        if (text.Length > 0 && !places.NeedsPoint(text) && Known(code!.Position, text) is { Length: > 0 } told)
            return (told, HadPoint: false);
        var (longitude, latitude) = Point();
        return (PlaceCoarsening.Keep(kept, places, text, longitude, latitude), HadPoint: !double.IsNaN(longitude));
    }

    /// <summary>The district of an area that is kept; the area itself where that is not known.</summary>
    public string DistrictOf(string area) => places.Resolve(area, double.NaN, double.NaN).District.Value ?? area;

    private string Known(int position, string text)
    {
        if (!known.TryGetValue(position, out var area))
            known.Add(position, area = PlaceCoarsening.Keep(kept, places, text, double.NaN, double.NaN));
        return area;
    }

    private (double Longitude, double Latitude) Point()
    {
        if (point is not { } at || double.IsNaN(at.X.Number) || double.IsNaN(at.Y.Number))
            return (double.NaN, double.NaN);
        return at.IsGrid ? NationalGrid.ToLongitudeLatitude(at.X.Number, at.Y.Number) : (at.X.Number, at.Y.Number);
    }

    private (string Kept, Fault Remark) Locate(string text)
    {
        if (places.Knows(text))
            return (text, Fault.None);
        var upper = text.ToUpperInvariant();
        return places.Knows(upper) ? (upper, Fault.None) : (text, Fault.UnknownPlace);
    }
}
