using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Tabulation;

/// <summary>One place along an axis: its key in links, and its words.</summary>
internal sealed record Stop(string Key, string Words);

/// <summary>Everything a table is made of, before it is laid out: the areas, periods and indicators, and the safe measure of each combination.</summary>
internal sealed record Grid
{
    public required IReadOnlyList<(AreaCode Code, string Name, string Caution)> Areas { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyDictionary<(AreaCode Area, Period Period, string Indicator), SafeMeasure> Measures { get; init; }

    /// <summary>True where every column of this kind is a category of one dataset, so that no record is in two of them.</summary>
    public bool AreCategories => Indicators.All(IsCategory) && Indicators.Select(i => i.Dataset).Distinct().Count() == 1;

    public static bool IsCategory(IndicatorDefinition indicator) => indicator.Id.Contains('/', StringComparison.Ordinal);

    public int Size => Areas.Count * Periods.Count * Indicators.Count;

    public IReadOnlyList<Stop> Along(Axis axis) => axis switch
    {
        Axis.Area => [.. Areas.Select(a => new Stop(a.Code.Value, a.Name))],
        Axis.Period => [.. Periods.Select(p => new Stop(p.Code, p.Name))],
        _ => [.. Indicators.Select(i => new Stop(i.Id, i.Title))],
    };

    /// <summary>The measure where places along three axes meet; null where none was made, as for an indicator not shown at the level.</summary>
    public SafeMeasure? At(params (Axis Axis, int At)[] places)
    {
        int On(Axis axis) => places.First(p => p.Axis == axis).At;
        return Measures.GetValueOrDefault((Areas[On(Axis.Area)].Code, Periods[On(Axis.Period)], Indicators[On(Axis.Indicator)].Id));
    }
}
