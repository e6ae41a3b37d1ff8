using Made.Core.Calendar;
using Made.Core.Exchange;
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
    private readonly Dictionary<string, List<MonthTallies?>> months = new(StringComparer.Ordinal);
    private readonly List<MonthTallies?>[] monthsOf;
    private readonly List<MonthTallies?>[] monthsBelow;
    private readonly Dictionary<(int Indicator, Period Period), Absence> absences = [];
    private readonly Dictionary<(int Indicator, Period Period), double> coverages = [];
    private readonly ILookup<string, int> indicatorsOf;
    private readonly HashSet<string> reportedDatasets;
    private readonly int[] districts;

    public History(MeasureInputs inputs)
    {
        this.inputs = inputs;
        indicatorsOf = inputs.Indicators.SelectMany((i, at) => new[] { i.Dataset, i.DatasetBelow }.Distinct().Select(d => (d, at))).ToLookup(p => p.d, p => p.at);
        monthsOf = [.. inputs.Indicators.Select(i => MonthsOf(i.Dataset))];
        monthsBelow = [.. inputs.Indicators.Select(i => MonthsOf(i.DatasetBelow))];
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

    /// <summary>True where the records of the month are held, those below the line as well.</summary>
    public bool Holds(int indicator, Month month) => Of(indicator, month) is not null && (!IsMixed(indicator) || Below(indicator, month) is not null);

    public Tally Count(int indicator, Scope scope, Month month) =>
        Of(indicator, month) is not { } held ? throw new InvalidOperationException($"{month} is not held.")
        : IsMixed(indicator) && Below(indicator, month) is { } below ? held.Sum(indicator, scope) + below.Sum(indicator, scope)
        : held.Sum(indicator, scope);

    public Tally Sum(int indicator, Scope scope, Period period)
    {
        var sum = default(Tally);
        for (var month = period.First; month <= period.Last; month = month.Plus(1))
            sum += Count(indicator, scope, month);
        return sum;
    }

    /// <summary>Share of the force's records of the indicator that could be placed; NaN where a month is not held or there were no records.</summary>
    public double Coverage(int indicator, Period period) =>
        coverages.TryGetValue((indicator, period), out var known) ? known : coverages[(indicator, period)] = Share(indicator, period);

    private double Share(int indicator, Period period)
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

    /// <summary>The force's records of the month and how many of them could not be placed.</summary>
    public (double All, double WithoutPlace) Placed(int indicator, Month month) =>
        Of(indicator, month) is { } held ? (held.All[indicator].Count, held.WithoutPlace[indicator].Count) : (0, 0);

    /// <summary>Why a period has no count; <see cref="Absence.None"/> where every month of it is held. A supplier's silence outranks the rest.</summary>
    public Absence WhyMissing(int indicator, Period period) =>
        absences.TryGetValue((indicator, period), out var known) ? known : absences[(indicator, period)] = Reason(indicator, period);

    private Absence Reason(int indicator, Period period)
    {
        var definition = inputs.Indicators[indicator];
        var why = Absence.None;
        for (var month = period.First; month <= period.Last; month = month.Plus(1))
            if (!Holds(indicator, month))
                why = Worse(why, !Begun(indicator, month) ? Absence.NotApplicable
                    : Of(indicator, month) is null ? inputs.WhyMissing(definition.Dataset, month) : inputs.WhyMissing(definition.DatasetBelow, month));
        return why;
    }

    public static Absence Worse(Absence a, Absence b) => a == Absence.None ? b : b == Absence.None || a < b ? a : b;

    private bool Begun(int indicator, Month month) => inputs.Indicators[indicator].From is not { } from || month >= from;

    /// <summary>True where the records below the line are of another dataset.</summary>
    private bool IsMixed(int indicator) => monthsBelow[indicator] != monthsOf[indicator];

    private MonthTallies? Of(int indicator, Month month) => Of(indicator, month, monthsOf[indicator], inputs.Indicators[indicator].Dataset);

    private MonthTallies? Below(int indicator, Month month) => Of(indicator, month, monthsBelow[indicator], inputs.Indicators[indicator].DatasetBelow);

    private List<MonthTallies?> MonthsOf(string dataset) => months.TryGetValue(dataset, out var list) ? list : months[dataset] = [];

    private MonthTallies? Of(int indicator, Month month, List<MonthTallies?> held, string dataset)
    {
        if (!Begun(indicator, month))
            return null;
        var at = month.Index - inputs.First.Index;
        if (at < 0)
            return null;
        while (held.Count <= at)
            held.Add(Read(dataset, inputs.First.Plus(held.Count)));
        return held[at];
    }

    private MonthTallies? Read(string dataset, Month month) => inputs.Cube(dataset, month) is { } cube
        ? new MonthTallies(cube, inputs.Indicators, [.. indicatorsOf[dataset]], places, districts)
        : null;

    private void Place(AreaCode area)
    {
        if (positions.TryAdd(area, places.Count))
            places.Add(area);
    }
}
