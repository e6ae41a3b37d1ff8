using Made.Core.Facts;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>One cube, summed into the indicators that take records of its dataset, above the line or below.</summary>
internal sealed class MonthTallies
{
    private readonly Tally[][] byIndicator;

    public MonthTallies(MonthCube cube, IReadOnlyList<IndicatorDefinition> indicators, int[] counted, List<AreaCode> places, int[] districts)
    {
        byIndicator = new Tally[indicators.Count][];
        All = new Tally[indicators.Count];
        WithoutPlace = new Tally[indicators.Count];
        Elsewhere = new Tally[indicators.Count];
        foreach (var i in counted)
        {
            var unit = cube.Categories.Select(c => One(indicators[i], cube.Dataset, c)).ToArray();
            byIndicator[i] = [.. places.Select(p => Sum(cube.CountsOf(p), unit))];
            WithoutPlace[i] = Sum(cube.WithoutPlace, indicators[i], cube.Dataset);
            Elsewhere[i] = WithoutPlace[i] + Sum(cube.Outside, indicators[i], cube.Dataset);
            All[i] = districts.Aggregate(Elsewhere[i], (sum, at) => sum + byIndicator[i][at]);
        }
    }

    /// <summary>All records of the force, by indicator.</summary>
    public Tally[] All { get; }

    public Tally[] WithoutPlace { get; }

    private Tally[] Elsewhere { get; }

    public Tally Sum(int indicator, Scope scope)
    {
        var counts = byIndicator[indicator];
        var sum = scope.IsForce ? Elsewhere[indicator] : default;
        foreach (var part in scope.Parts)
            sum += counts[part];
        return sum;
    }

    private static Tally One(IndicatorDefinition indicator, string dataset, string category)
    {
        var taken = indicator.Dataset == dataset && indicator.Filter.Takes(category);
        var below = indicator.Denominator == DenominatorKind.Records && indicator.DatasetBelow == dataset && indicator.Base.Takes(category);
        return new(taken ? 1 : 0, below ? 1 : 0, taken ? indicator.Weights.GetValueOrDefault(category) : 0);
    }

    private static Tally Sum(ReadOnlySpan<long> counts, Tally[] unit)
    {
        double count = 0, below = 0, weighted = 0;
        for (var c = 0; c < counts.Length && c < unit.Length; c++)
        {
            count += counts[c] * unit[c].Count;
            below += counts[c] * unit[c].Base;
            weighted += counts[c] * unit[c].Weighted;
        }
        return new(count, below, weighted);
    }

    private static Tally Sum(Dictionary<string, long> counts, IndicatorDefinition indicator, string dataset)
    {
        var sum = default(Tally);
        foreach (var (category, n) in counts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var one = One(indicator, dataset, category);
            sum += new Tally(one.Count * n, one.Base * n, one.Weighted * n);
        }
        return sum;
    }
}
