using Made.Core.Methods.Rates;

namespace Made.Web.Methods.Rates;

/// <summary>The areas of a funnel as columns, whether they came as CSV or as JSON.</summary>
internal sealed class FunnelRows
{
    private readonly IReadOnlyList<string> columns;
    private readonly Func<string, NumberRule, double[]> numbers;
    private readonly Func<string, string[]> texts;
    private readonly Action<int, string, string> wrong;
    private readonly int count;

    private FunnelRows(
        string type, int count, IReadOnlyList<string> columns, Func<string, NumberRule, double[]> numbers, Func<string, string[]> texts, Action<int, string, string> wrong)
    {
        Type = type;
        this.count = count;
        this.columns = columns;
        this.numbers = numbers;
        this.texts = texts;
        this.wrong = wrong;
    }

    /// <summary>The type the input itself names; empty where it names none.</summary>
    public string Type { get; }

    public static FunnelRows Of(InputTable table) => new(
        "", table.Count, table.Columns, table.NumbersOrGaps, table.TextsOrGaps, table.Wrong);

    public static FunnelRows Of(InputNode root)
    {
        var entries = root.Entries("areas");
        return new(
            root.Label("type", ""), entries.Count, [.. entries.SelectMany(e => e.Names).Distinct()],
            (name, rule) => [.. entries.Select(e => e.NumberOrGap(name, rule))],
            name => [.. entries.Select(e => e.Label(name, ""))],
            (i, name, why) => entries[i].Wrong(name, why));
    }

    public bool Has(string column) => columns.Contains(column);

    /// <summary>The first of these columns that is there, or the first of them.</summary>
    public string First(params string[] names) => names.FirstOrDefault(Has) ?? names[0];

    public IReadOnlyList<(string Name, FunnelArea Area)> Areas(FunnelRequest request, string events, string bases, string rate)
    {
        var (x, n, r) = (Column(events, NumberRule.NotNegative), Column(bases, NumberRule.Positive), Column(rate, NumberRule.NotNegative));
        var names = Has("area") ? texts("area") : [];
        var areas = new List<(string, FunnelArea)>();
        for (var i = 0; i < count; i++)
        {
            var area = new FunnelArea(x[i], request.Type == FunnelType.Rate ? Derived(request, x[i], n[i], r[i]) : n[i]);
            if (double.IsNaN(x[i]))
                wrong(i, events, "is missing: a baseline needs every area's events");
            else if (double.IsNaN(area.Denominator) && !(request is { Type: FunnelType.Rate, IsStandardised: true } && x[i] == 0))
                wrong(i, bases, "is missing: a baseline needs every area's denominator");
            else if (request.Type == FunnelType.Proportion && x[i] > n[i])
                wrong(i, events, $"{x[i]} is more than the denominator, {n[i]}");
            areas.Add((names.Length > 0 ? names[i] : $"{i + 1}", area));
        }
        if (areas.TrueForAll(a => !(a.Item2.Events > 0)) && request.Type == FunnelType.Rate && count > 0)
            wrong(0, events, "no area has events: a funnel of rates has no baseline then");
        return areas;
    }

    // A rate given says which denominator it was made with; 0 events say nothing about it.
    private static double Derived(FunnelRequest request, double events, double population, double rate) =>
        events == 0 ? request.IsStandardised ? double.NaN : population
        : rate > 0 ? request.Multiplier * events / rate
        : population;

    private double[] Column(string name, NumberRule rule) => Has(name) ? numbers(name, rule) : [.. Enumerable.Repeat(double.NaN, count)];
}
