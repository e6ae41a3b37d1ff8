using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Web.Charts;
using Made.Web.Downloads;

namespace Made.TestKit.Gallery;

/// <summary>Fictional charts and tables that between them show every state a reader can meet.</summary>
public static class Samples
{
    public static Origin Origin { get; } = new("Fictional police records, generated.", "July 2022, edition 2", "4 September 2022", "OFFICIAL", Synthetic: true);

    /// <summary>Five years with a gap, a hidden month, a break, a rise and a fall.</summary>
    public static Chart.Trend Trend { get; } = new()
    {
        Id = "trend-asb",
        Title = "Anti-social behaviour incidents recorded each month, Ambleford",
        Sentence = "Incidents were higher than usual from May to July 2022; 232 in July 2022, against an average of 177.",
        Unit = "incidents",
        Points = [.. Enumerable.Range(0, 60).Select(Point)],
        Breaks = [new TrendBreak(new Month(2020, 4), "breaches of public health rules are counted here, so figures before and after do not compare")],
    };

    public static Chart.Trend Short { get; } = Trend with
    {
        Id = "trend-short",
        Title = "Robberies recorded each month, Ambleford",
        Sentence = "Too short a record to trust the limits: they are a trial.",
        Unit = "offences",
        Polarity = Polarity.LowerIsBetter,
        Breaks = [],
        Target = new TrendTarget("target", Shown.Number(11)),
        Points = [.. Enumerable.Range(0, 11).Select(i => new TrendPoint(new Month(2021, 9).Plus(i), Shown.Number(14 + (i * 7 % 5) - (i == 10 ? 9 : 0)), new TrendLimits(Shown.Number(15.2), Shown.Number(7), Shown.Number(23.4), Trial: true), i == 10 ? PointMark.Low : PointMark.Common))],
    };

    public static Chart.RankedBars Bars { get; } = new()
    {
        Id = "bars-wards",
        Title = "All crime per 1,000 residents by ward, 12 months to July 2022",
        Sentence = "Market had the highest rate of 12 wards, 148.2, more than twice that of Ambleford as a whole.",
        Unit = "per 1,000 residents",
        Of = "Ward",
        Decimals = 1,
        Reference = new BarReference("Ambleford", Shown.Number(61.4)),
        Bars = [.. Wards.Select((w, i) => new Bar
        {
            Key = Code(i),
            Name = w,
            Value = i == 7 ? Shown.Absent(Absence.Suppressed) : i == 9 ? Shown.Absent(Absence.NotSupplied) : Shown.Number(Rate(i)),
            Lower95 = Shown.Number(Rate(i) * .93),
            Upper95 = Shown.Number(Rate(i) * 1.07),
            Href = "#" + Code(i),
            Selected = i == 3,
        })],
    };

    public static Chart.AreaMap Map { get; } = new()
    {
        Id = "map-wards",
        Title = "All crime per 1,000 residents by ward, 12 months to July 2022",
        Sentence = "The two central wards have the highest rates; one ward is hidden because its count is small.",
        Unit = "per 1,000 residents",
        Of = "Ward",
        Decimals = 1,
        Bounds = [30, 45, 60, 90],
        Areas = [.. Wards.Select((w, i) => new MapArea(new AreaCode(Code(i)), w, [Hexagon(i)], i == 7 ? Shown.Absent(Absence.Suppressed) : i == 9 ? Shown.Absent(Absence.NotSupplied) : Shown.Number(Rate(i)))
        {
            Href = "#" + Code(i),
            Selected = i == 3,
        })],
    };

    public static Chart.Funnel Funnel { get; } = new()
    {
        Id = "funnel-wards",
        Title = "All crime per 1,000 residents by size of ward, 12 months to July 2022",
        Sentence = "One ward lies above the 99.8% limits.",
        Unit = "per 1,000 residents",
        SizeUnit = "residents",
        Of = "Ward",
        Decimals = 1,
        Level = Shown.Number(50),
        IsWidened = true,
        Curve = [.. Enumerable.Range(1, 40).Select(i => new FunnelStep(i * 500, Around(i * 500, 2), Around(i * 500, 3), Around(i * 500, 1), Around(i * 500, 1.5)))],
        Dots = [.. Wards.Select((w, i) => new FunnelDot
        {
            Key = Code(i),
            Name = w,
            Count = Shown.Number(100 * (i + 1)),
            Size = Shown.Number(2_000 + (i * 1_700)),
            Value = Shown.Number(i == 3 ? 92 : Rate(i)),
            Inner = Ends(2_000 + (i * 1_700), 2),
            Outer = Ends(2_000 + (i * 1_700), 3),
            Reading = i == 3 ? "above the 99.8% limits" : "within its limits",
            Mark = i == 3 ? PointMark.High : PointMark.Common,
            Href = "#" + Code(i),
        })],
    };

    private static Interval Around(double size, double z) => new(50 - (z * 400 / Math.Sqrt(size)), 50 + (z * 400 / Math.Sqrt(size)));

    private static SafeInterval Ends(double size, double z) => new(Shown.Number(Around(size, z).Lower), Shown.Number(Around(size, z).Upper));

    public static Chart.Sparkline Spark(string id, int seed, PointMark mark = PointMark.Common, Polarity polarity = Polarity.Neutral) => new()
    {
        Id = id,
        Title = "24 months to July 2022",
        Sentence = mark == PointMark.Common ? "The last month is in its usual range." : "The last month is outside its usual range.",
        Values = [.. Enumerable.Range(0, 24).Select(i => i is 9 or 10 && seed == 3 ? Shown.Absent(Absence.NotSupplied) : Shown.Number(40 + (i * seed * 13 % 17) + (i == 23 ? mark switch { PointMark.High => 26, PointMark.Low => -22, _ => 0 } : 0)))],
        Usual = new TrendLimits(Shown.Number(48), Shown.Number(34), Shown.Number(62)),
        Mark = mark,
        Polarity = polarity,
    };

    public static Table Wide { get; } = new()
    {
        Name = "scorecard",
        Title = "Change on a year before, 12 months to July 2022",
        Columns = [new Column("Area"), .. Enumerable.Range(0, 12).Select(m => new Column(new Month(2021, 8).Plus(m).ShortName, ColumnKind.Figure, "per 1,000", 1))],
        Rows = [.. Wards.Select((w, i) => (IReadOnlyList<Cell>)[Cell.Of(w, "#" + Code(i)), .. Enumerable.Range(0, 12).Select(m => m == 6 && i == 2 ? Cell.Of(Shown.Absent(Absence.NotSupplied)) : Cell.Of(Shown.Number(Rate(i) / 10 + m)))])],
    };

    private static string[] Wards => ["Abbey", "Bridge and Quay", "Castle", "Market", "Fellside", "Harbour North", "Lower Moss", "Millbrook", "Northgate", "St Oswald's", "Upper Wyrdale with Long Marston", "Westfield"];

    private static string Code(int i) => $"X0500{i:0000}";

    private static double Rate(int i) => new[] { 72.3, 41.8, 96.4, 148.2, 18.9, 55.0, 33.3, 0, 62.7, 0, 24.6, 47.1 }[i];

    private static TrendPoint Point(int i)
    {
        var month = new Month(2017, 8).Plus(i);
        var season = 24 * Math.Sin((month.Number - 4) * Math.PI / 6);
        var after = i >= 32;
        var value = Math.Round((after ? 172 : 141) + season + (i * 37 % 23) - 11 + (i >= 57 ? 34 : 0));
        var mark = i >= 57 ? PointMark.High : i == 41 ? PointMark.Low : PointMark.Common;
        var mean = after ? 177 : 143;
        return i switch
        {
            >= 20 and <= 25 => new TrendPoint(month, Shown.Absent(Absence.NotLoaded)),
            36 => new TrendPoint(month, Shown.Absent(Absence.NotSupplied), Limits(mean, month)),
            47 => new TrendPoint(month, Shown.Absent(Absence.Suppressed), Limits(mean, month)),
            41 => new TrendPoint(month, Shown.Number(96), Limits(mean, month), mark),
            _ => new TrendPoint(month, Shown.Number(value), Limits(mean, month), mark),
        };
    }

    private static TrendLimits Limits(double perMonth, Month month)
    {
        var mean = perMonth / 30.4 * month.Days;
        return new TrendLimits(Shown.Number(mean), Shown.Number(mean * .72), Shown.Number(mean * 1.28));
    }

    private static IReadOnlyList<PlanePoint> Hexagon(int i)
    {
        var (column, row) = (i % 4, i / 4);
        var (x, y) = ((column * 173.2) + (row % 2 * 86.6), row * -150.0);
        return [.. Enumerable.Range(0, 7).Select(k => new PlanePoint(x + (100 * Math.Sin(k * Math.PI / 3)), y + (100 * Math.Cos(k * Math.PI / 3))))];
    }
}
