using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Methods.Detection;
using Made.Core.Methods.Seasonality;
using Made.Core.Workbench;
using Made.Web.Components;

namespace Made.Web.Workbench;

/// <summary>A method with its options as they were asked for: from an address or from a form, checked.</summary>
internal sealed class Asked
{
    private const int MostBreaks = 6;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> standards = new(StringComparer.Ordinal);
    private readonly List<FieldError> faults = [];

    /// <param name="card">The method.</param>
    /// <param name="given">All values of a field, in order.</param>
    /// <param name="defaults">What holds for this series where nothing is given, where it is not the method's own default.</param>
    public Asked(MethodCard card, Func<string, IReadOnlyList<string>> given, params IReadOnlyList<(string Name, string Value)> defaults)
    {
        Card = card;
        foreach (var field in Fields)
        {
            var standard = defaults.FirstOrDefault(d => d.Name == field.Name).Value ?? field.Standard;
            standards[field.Name] = standard;
            values[field.Name] = Checked(field, given(field.Name) is [var one, ..] ? one.Trim() : "", standard);
        }
        Breaks = card.TakesBreaks ? BreaksOf(given("break"), given("reason")) : [];
    }

    public MethodCard Card { get; }

    /// <summary>The method's own options, and what to do at breaks.</summary>
    public IEnumerable<OptionField> Fields => Card.TakesBreaks ? Card.Options.Append(OptionFields.Across) : Card.Options;

    public IReadOnlyList<FieldError> Faults => faults;

    /// <summary>The analyst's own breaks.</summary>
    public IReadOnlyList<RunBreak> Breaks { get; }

    public string Of(OptionField field) => values.GetValueOrDefault(field.Name, field.Standard);

    public string StandardOf(OptionField field) => standards.GetValueOrDefault(field.Name, field.Standard);

    /// <summary>What differs from the defaults, for an address.</summary>
    public IEnumerable<(string Name, string Value)> Changed() =>
        Fields.Where(f => Of(f) != StandardOf(f)).Select(f => (f.Name, Of(f)))
            .Concat(Breaks.SelectMany(b => new[] { ("break", b.Month.ToString()), ("reason", b.Reason) }));

    public StudyOptions Options()
    {
        var original = Of(OptionFields.Variant) == "original";
        var farrington = original ? FarringtonOptions.Original : new();
        var ears = Of(OptionFields.Ears) switch { "C2" => EarsMethod.C2, "C3" => EarsMethod.C3, _ => EarsMethod.C1 };
        var fix = Number(OptionFields.Fix);
        var level = Number(OptionFields.EarsLevel);
        return new StudyOptions
        {
            Method = Card.Method,
            Basis = Of(OptionFields.Basis) switch { "per-day" => StudyBasis.PerDay, "rate" => StudyBasis.Rate, _ => StudyBasis.Total },
            Polarity = Of(OptionFields.Better) switch { "lower" => Polarity.LowerIsBetter, "higher" => Polarity.HigherIsBetter, _ => Polarity.Neutral },
            Target = Number(OptionFields.Target),
            Rules = Of(OptionFields.Rules) == "nhs-2024" ? XmrRuleSet.Nhs2024 : XmrRuleSet.PlotTheDots,
            Screen = Of(OptionFields.Screen) == OptionFields.Yes,
            FixAfter = double.IsNaN(fix) ? null : (int)fix,
            Rebases = Breaks,
            Breaks = Of(OptionFields.Across) switch { OptionFields.Yes => BreakRule.None, "placement" => BreakRule.Dated, _ => BreakRule.All },
            Farrington = farrington with
            {
                Years = (int)Number(OptionFields.Years),
                HalfWindow = (int)Number(OptionFields.Window),
                Alpha = Number(OptionFields.Alpha),
                Threshold = Of(OptionFields.Threshold) switch { "nbPlugin" => FarringtonThreshold.NegativeBinomialPlugIn, "muan" => FarringtonThreshold.Muan, _ => FarringtonThreshold.Delta },
            },
            Ears = new EarsOptions { Method = ears, Baseline = (int)Number(OptionFields.Baseline), Alpha = !double.IsNaN(level) ? level : ears == EarsMethod.C3 ? 0.025 : 0.001 },
            Cusum = new CusumOptions { Reference = Number(OptionFields.Reference), Decision = Number(OptionFields.Decision), From = (int)Number(OptionFields.Learn) + 1 },
            Stl = new StlOptions { SeasonalSpan = int.TryParse(Of(OptionFields.Span), out var span) ? span : StlOptions.Periodic, Robust = Of(OptionFields.Robust) == OptionFields.Yes },
            Ahead = (int)Number(OptionFields.Ahead),
        };
    }

    private double Number(OptionField field) => Read(Of(field), out var number) ? number : double.NaN;

    private string Checked(OptionField field, string given, string standard)
    {
        if (given.Length == 0)
            return standard;
        if (field.Choices.Count > 0 && field.Choices.Any(c => c.Value == given))
            return given;
        if (field.Choices.Count > 0)
            faults.Add(new($"{field.Label}: '{Short(given)}' is not one of {string.Join(", ", field.Choices.Select(c => c.Value))}.", "#" + field.Name));
        else if (!Read(given, out var number) || Math.Abs(number) > 1e9)
            faults.Add(new($"{field.Label}: '{Short(given)}' is not a number.", "#" + field.Name));
        else if (!field.Rule.Holds(number) || (field == OptionFields.Window && Math.Floor(number) != number) || (field.Standard.Length > 0 && Whole(field.Standard) && field != OptionFields.Alpha && Math.Floor(number) != number))
            faults.Add(new($"{field.Label}: '{Short(given)}' {(field.Rule.Holds(number) ? "is not a whole number" : field.Rule.Words)}.", "#" + field.Name));
        else
            return given;
        return standard;
    }

    private List<RunBreak> BreaksOf(IReadOnlyList<string> months, IReadOnlyList<string> reasons)
    {
        var breaks = new List<RunBreak>();
        for (var i = 0; i < Math.Min(months.Count, MostBreaks); i++)
        {
            var reason = i < reasons.Count ? reasons[i].Trim() : "";
            if (months[i].Trim().Length == 0 && reason.Length == 0)
                continue;
            if (!Month.TryParse(months[i].Trim(), out var month))
                faults.Add(new($"'{Short(months[i])}' is not a month (yyyy-MM) from which to start again.", "#break"));
            else if (reason.Length == 0)
                faults.Add(new($"Say why recording differs from {month.Name} on: the reason stands on the chart and in the note.", "#reason"));
            else
                breaks.Add(new(month, Short(reason, 200)));
        }
        return breaks;
    }

    private static bool Whole(string standard) => int.TryParse(standard, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool Read(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static string Short(string text, int most = 40) => text.Length > most ? text[..most] + "…" : text;
}
