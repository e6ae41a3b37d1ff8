using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// An area as the sum of what is counted: its districts on the period's last day, for the whole of the period and for the year before it,
/// so that a grouping which gained a district is compared with itself and not with its smaller past.
/// </summary>
internal sealed record Scope
{
    public required AreaCode Code { get; init; }

    public required AreaLevel Level { get; init; }

    /// <summary>The districts whose residents are the denominator; for a ward the ward itself.</summary>
    public required IReadOnlyList<AreaCode> Residents { get; init; }

    /// <summary>The same as one text, to look residents up by.</summary>
    public required string ResidentsKey { get; init; }

    /// <summary>Positions of the summed areas in <see cref="History"/>.</summary>
    public required int[] Parts { get; init; }

    /// <summary>True for the force: records without place or outside count as well.</summary>
    public bool IsForce => Level == AreaLevel.Force;

    public static IEnumerable<Scope> At(Areas areas, Month month, Func<AreaCode, int> positionOf) =>
        Groupings(areas, month, positionOf).Concat(areas.Districts.Where(d => d.ExistsOn(month.LastDay)).SelectMany(d => Wards(areas, d.Code, positionOf)));

    public static Scope Of(AreaCode code, AreaLevel level, IReadOnlyList<AreaCode> districts, Func<AreaCode, int> positionOf) => new()
    {
        Code = code,
        Level = level,
        Residents = districts,
        ResidentsKey = string.Join('+', districts),
        Parts = [.. districts.Select(positionOf)],
    };

    private static IEnumerable<Scope> Groupings(Areas areas, Month month, Func<AreaCode, int> positionOf)
    {
        for (var level = AreaLevel.Force; level >= AreaLevel.District; level--)
            foreach (var area in areas.At(level, month))
            {
                var scope = Of(area.Code, level, areas.DistrictsOf(area.Code, month), positionOf);
                yield return scope.IsForce ? scope with { Parts = [.. areas.Districts.Select(d => positionOf(d.Code))] } : scope;
            }
    }

    private static IEnumerable<Scope> Wards(Areas areas, AreaCode district, Func<AreaCode, int> positionOf) =>
        areas.WardsOf(district).Select(w => w.Code).Append(AreaCode.WardNotDetermined(district)).Select(w => Of(w, AreaLevel.Ward, [w], positionOf));
}
