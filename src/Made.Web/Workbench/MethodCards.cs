using Made.Core.Workbench;

namespace Made.Web.Workbench;

/// <summary>The methods of the workbench, in the order of its list.</summary>
internal static class MethodCards
{
    private const string Montgomery = "Montgomery, Introduction to Statistical Quality Control; Anhoej and Olesen 2014 for runs";

    public static readonly MethodCard Standard = new()
    {
        Code = "standard",
        Method = StudyMethod.Standard,
        Title = "Run chart as on the dashboards",
        Answers = "Is this month outside its usual range?",
        Formula = "XmR on the daily average of each month, with the season taken out where every calendar month is held three times (else the difference to the same month a year before); "
            + "mean m and limits m ± 2.66 × average moving range of the first 24 months recorded alike, scaled back to the days and season of each month.",
        Source = "NHS England, Making Data Count; ONS, Guide to Seasonal Adjustment",
        Page = "seasonal",
        TakesBreaks = false,
    };

    public static readonly MethodCard Xmr = new()
    {
        Code = "xmr",
        Method = StudyMethod.Xmr,
        Title = "XmR chart",
        Answers = "Which months are more than common variation?",
        Formula = "Mean m of the stretch; moving range = |value − value before|; limits m ± 2.66 × average moving range. Special cause: outside the limits; seven on one side of the mean; seven rising or falling; two of three beyond two thirds of a limit.",
        Source = "NHS England, Making Data Count; NHSRplotthedots",
        Page = "xmr",
        Command = "xmr",
        Options = [OptionFields.Basis, OptionFields.Rules, OptionFields.Better, OptionFields.Target, OptionFields.Screen, OptionFields.Fix],
    };

    private static readonly IReadOnlyList<MethodCard> Attribute =
    [
        Counts("up", StudyMethod.UPrime, "u' chart (rates, large denominators)", "Centre u = sum of events / sum of denominators; limits u ± 3 σ √(u/n), σ = average moving range of the standard scores / 1.128.", "Laney 2002; " + Montgomery),
        Counts("u", StudyMethod.U, "u chart (rates)", "Centre u = sum of events / sum of denominators; limits u ± 3 √(u/n).", Montgomery),
        Counts("c", StudyMethod.C, "c chart (counts)", "Centre c = mean count; limits c ± 3 √c.", Montgomery),
        Counts("pp", StudyMethod.PPrime, "p' chart (proportions, large denominators)", "Centre p = sum of parts / sum of wholes; limits p ± 3 σ √(p(1 − p)/n), σ = average moving range of the standard scores / 1.128.", "Laney 2002; " + Montgomery),
        Counts("p", StudyMethod.P, "p chart (proportions)", "Centre p = sum of parts / sum of wholes; limits p ± 3 √(p(1 − p)/n).", Montgomery),
    ];

    public static readonly IReadOnlyList<MethodCard> All =
    [
        Standard, Xmr, .. Attribute,
        new()
        {
            Code = "farrington",
            Method = StudyMethod.Farrington,
            Title = "Early detection: Farrington",
            Answers = "Is this month high against the same time of year in earlier years?",
            Formula = "Quasi-Poisson regression log(mean) = a + b t on the same months of the last years, earlier outbreaks weighted down; alarm above mean × (1 + (2/3) z √((φ + V/mean)/mean))^(3/2), or a negative binomial quantile.",
            Source = "Farrington and others 1996; Noufaily and others 2013",
            Page = "farrington",
            Command = "farrington",
            Options = [OptionFields.Variant, OptionFields.Years, OptionFields.Window, OptionFields.Alpha, OptionFields.Threshold],
        },
        new()
        {
            Code = "ears",
            Method = StudyMethod.Ears,
            Title = "Early detection: EARS",
            Answers = "Is this month high against the last few?",
            Formula = "Mean m and standard deviation s of the baseline; alarm above m + z s (C3: what three months exceed theirs by, added up).",
            Source = "Hutwagner, Thompson, Seeman and Treadwell 2003",
            Page = "ears",
            Command = "ears",
            Options = [OptionFields.Ears, OptionFields.Baseline, OptionFields.EarsLevel],
        },
        new()
        {
            Code = "cusum",
            Method = StudyMethod.Cusum,
            Title = "Early detection: CUSUM",
            Answers = "Is there a small rise that lasts?",
            Formula = "z = (count − m)/√m with m the mean of the months learned from; S = max(0, S before + z − k); alarm where S is h or more.",
            Source = "Page 1954; Rossi, Lampugnani and Marchi 1999",
            Page = "cusum",
            Command = "cusum",
            Options = [OptionFields.Reference, OptionFields.Decision, OptionFields.Learn],
        },
        new()
        {
            Code = "stl",
            Method = StudyMethod.Season,
            Title = "Seasonal adjustment (STL)",
            Answers = "What is left when the season is taken out?",
            Formula = "value = season + trend + remainder, by local regression; seasonally adjusted = value − season.",
            Source = "Cleveland, Cleveland, McRae and Terpenning 1990",
            Page = "stl",
            Command = "stl",
            Options = [OptionFields.Basis, OptionFields.Span, OptionFields.Robust],
        },
        new()
        {
            Code = "forecast",
            Method = StudyMethod.Forecast,
            Title = "Forecast",
            Answers = "What is to be expected in the next months, if nothing changes?",
            Formula = "Exponential smoothing (ETS; the model with the smallest AICc) only where its mean absolute scaled error on a rolling-origin back-test (12 starting months, 6 months ahead) is below that of the seasonal naive; else the seasonal naive. Fewer than 10 a month: quantiles of a count.",
            Source = "Hyndman, Koehler, Ord and Snyder 2008; Hyndman and Athanasopoulos, Forecasting: Principles and Practice; Tashman 2000",
            Page = "back-test",
            Command = "ets",
            Options = [OptionFields.Ahead],
        },
    ];

    public static MethodCard? Find(string code) => All.FirstOrDefault(c => c.Code == code);

    private static MethodCard Counts(string code, StudyMethod method, string title, string formula, string source) => new()
    {
        Code = code,
        Method = method,
        Title = title,
        Answers = "Which months differ by more than chance from one centre line?",
        Formula = formula,
        Source = source,
        Page = "attribute-chart",
        Command = "attribute-chart",
        Options = [OptionFields.Better],
    };
}
