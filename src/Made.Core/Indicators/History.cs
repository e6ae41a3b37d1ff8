using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Register;

namespace Made.Core.Indicators;

/// <summary>
/// The counts of every indicator by month, district and ward, taken from each cube once and kept. Not for use by several threads at a time.
/// </summary>
internal sealed class History
{
    private readonly MeasureInputs inputs;
    private readonly Dictionary<AreaCode, int> positions = [];
    private readonly List<AreaCode> places = [];
    private readonly Dictionary<(string Dataset, Month Month), MonthTallies?> months = [];
    private readonly ILookup<string, int> indicatorsOf;
    private readonly HashSet<string> reportedDatasets;
    private readonly int[] districts;

    public History(MeasureInputs inputs)
    {
        this.inputs = inputs;
        indicatorsOf = inputs.Indicators.Select((i, at) => (i.Dataset, at)).ToLookup(p => p.Dataset, p => p.at);
        reportedDatasets = [.. inputs.Areas.Pack.Datasets.Where(d => d.Shape == DatasetShape.ReportedValues).Select(d => d.Id)];
        foreach (var district in inputs.Areas.Districts)
            Place(district.Code);
        districts = [.. Enumerable.Range(0, places.Count)];
        foreach (var district in inputs.Areas.Pack.Memberships.Select(m => m.District))
            Place(district);
        foreach (var district in inputs.Areas.Districts)
        {
            Place(AreaCode.WardNotDetermined(district.Code));
            foreach (var ward in inputs.Areas.WardsOf(district.Code))
                Place(ward.Code);
        }
    }

    public bool IsReported(IndicatorDefinition indicator) => reportedDatasets.Contains(indicator.Dataset);

    public int PositionOf(AreaCode area) => positions[area];

    public bool Holds(int indicator, Month month) => Of(indicator, month) is not null;

    public Tally Count(int indicator, Scope scope, Month month) =>
        Of(indicator, month) is { } held ? held.Sum(indicator, scope) : throw new InvalidOperationException($"{month} is not held.");

    public Tally Sum(int indicator, Scope scope, Period period)
    {
        var sum = default(Tally);
        for (var month = period.First; month <= period.Last; month = month.Plus(1))
            sum += Count(indicator, scope, month);
        return sum;
    }

    /// <summary>Share of the force's records of the indicator that could be placed; NaN where a month is not held or there were no records.</summary>
    public double Coverage(int indicator, Period period)
    {
        double all = 0, lost = 0;
        for (var month = period.First; month <= period.Last; month = month.Plus(1))
        {
            if (Of(indicator, month) is not { } held)
                return double.NaN;
            all += held.All[indicator].Count;
            lost += held.WithoutPlace[indicator].Count;
        }
        return all > 0 ? 1 - (lost / all) : double.NaN;
    }

    /// <summary>Why a period has no count; <see cref="Absence.None"/> where every month of it is held. A supplier's silence outranks the rest.</summary>
    public Absence WhyMissing(int indicator, Period period)
    {
        var dataset = inputs.Indicators[indicator].Dataset;
        var why = Absence.None;
        for (var month = period.First; month <= period.Last; month = month.Plus(1))
            if (!Holds(indicator, month))
                why = Worse(why, inputs.WhyMissing(dataset, month));
        return why;
    }

    public static Absence Worse(Absence a, Absence b) => a == Absence.None ? b : b == Absence.None || a < b ? a : b;

    private MonthTallies? Of(int indicator, Month month)
    {
        var dataset = inputs.Indicators[indicator].Dataset;
        if (months.TryGetValue((dataset, month), out var known))
            return known;
        var cube = month < inputs.First ? null : inputs.Cube(dataset, month);
        return months[(dataset, month)] = cube is null ? null : new MonthTallies(cube, inputs.Indicators, [.. indicatorsOf[dataset]], places, districts);
    }

    private void Place(AreaCode area)
    {
        if (positions.TryAdd(area, places.Count))
            places.Add(area);
    }
}

/// <summary>One cube, summed into the indicators of its dataset.</summary>
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
            var unit = cube.Categories.Select(c => One(indicators[i], c)).ToArray();
            byIndicator[i] = [.. places.Select(p => Sum(cube.CountsOf(p), unit))];
            WithoutPlace[i] = Sum(cube.WithoutPlace, indicators[i]);
            Elsewhere[i] = WithoutPlace[i] + Sum(cube.Outside, indicators[i]);
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

    private static Tally One(IndicatorDefinition indicator, string category)
    {
        var taken = indicator.Filter.Takes(category);
        var below = indicator.Denominator == DenominatorKind.Records && indicator.Base.Takes(category);
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

    private static Tally Sum(Dictionary<string, long> counts, IndicatorDefinition indicator)
    {
        var sum = default(Tally);
        foreach (var (category, n) in counts.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var one = One(indicator, category);
            sum += new Tally(one.Count * n, one.Base * n, one.Weighted * n);
        }
        return sum;
    }
}
