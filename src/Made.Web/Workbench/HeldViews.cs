using System.Globalization;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Workbench;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Problems = Made.Core.Workbench.Problems;

namespace Made.Web.Workbench;

/// <summary>Reads a selection of held figures from an address and puts its page together. What is wrong is said, and the nearest sensible choice shown.</summary>
internal static class HeldViews
{
    /// <summary>Small multiples beyond this are no longer looked at.</summary>
    public const int MostAreas = 20;

    private const int MonthsAtFirst = 60;

    /// <summary>None before the first edition, and none where one is named that is not there.</summary>
    /// <param name="partnership">The home.</param>
    /// <param name="given">The values of a field, in order.</param>
    /// <param name="drafts">True where whoever asks may see drafts; a draft is opened only where its number is named.</param>
    public static async Task<HeldView?> OfAsync(Partnership partnership, Func<string, IReadOnlyList<string>> given, bool drafts)
    {
        var months = await partnership.Editions.Months();
        var pinned = IsPinned(given);
        var named = pinned ? await NamedAsync(partnership, given, drafts) : null;
        if (pinned ? named is null : months.Count == 0)
            return null;
        var faults = new List<FieldError>();
        // The month of a draft may be one of which nothing was released yet.
        months = named is { Manifest.Month: var own } && !months.Contains(own) ? [.. months.Append(own).Order()] : months;
        var to = named?.Manifest.Month ?? MonthOf("to", months[^1]);
        var reader = named ?? (await partnership.Editions.Open(to))!;
        var from = MonthOf("from", months.First(m => m.Index > to.Index - MonthsAtFirst));
        // A home that holds one month has nothing earlier to choose.
        if (from > to || (from == to && months[0] < to))
        {
            faults.Add(new("The first month is not before the last one.", "#from"));
            from = months[0] < to ? months[0] : to;
        }
        var indicators = reader.Register.Pack.Indicators.OrderBy(i => i.Order).ToList();
        var indicator = IndicatorOf(indicators, given("indicator"), faults);
        var policy = reader.RuleOf(indicator.Id).Policy;
        var choices = AreaChoices.Of(reader.Areas, to);
        var areas = AreaChoices.Chosen(choices, given("area").Concat(given("with")), MostAreas, faults);
        var methods = MethodChoices.For(indicator, policy);
        var (card, notice) = MethodChoices.Chosen(methods, given("method") is [var method, ..] ? method : "", indicator, faults);
        var asked = new Asked(card, given, Defaults(indicator));
        faults.AddRange(asked.Faults);
        var view = new HeldView
        {
            Edition = reader,
            IsPinned = pinned,
            Indicator = indicator,
            Indicators = indicators,
            Choices = choices,
            Areas = areas,
            Months = months,
            From = from,
            Asked = asked,
            Methods = methods,
            Notice = notice,
            Panels = [],
            Faults = faults,
            Policy = policy,
        };
        return view with { Panels = [.. areas.Select((a, i) => PanelOf(view, reader, a, i, LondonDay(partnership)))] };

        Month MonthOf(string name, Month standard)
        {
            var text = given(name).FirstOrDefault(t => t.Length > 0);
            if (text is null)
                return standard;
            if (Month.TryParse(text, out var month) && months.Contains(month))
                return month;
            faults.Add(new($"'{(text.Length > 40 ? text[..40] : text)}' is not a month held here, {months[0].Name} to {months[^1].Name}.", "#" + name));
            return standard;
        }
    }

    public static bool IsPinned(Func<string, IReadOnlyList<string>> given) => given("edition").Any(e => e.Length > 0);

    private static async Task<EditionReader?> NamedAsync(Partnership partnership, Func<string, IReadOnlyList<string>> given, bool drafts) =>
        int.TryParse(given("edition").First(e => e.Length > 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && given("to").FirstOrDefault(t => t.Length > 0) is { } to && Month.TryParse(to, out var month)
            ? await partnership.Editions.Open(month, number, drafts)
            : null;

    private static string LondonDay(Partnership partnership) => Exchange.LondonTime.Day(partnership.Today);

    private static Panel PanelOf(HeldView view, EditionReader reader, Area area, int index, string today)
    {
        var place = Wording.PlaceName(reader.Areas, area.Code, view.To);
        var panel = Panel.Of(view.Asked, StudyOf(view, reader, area), index == 0 ? "study" : $"study-{index + 1}", place, Figures(view, reader, place), EditionWords.Origin(reader), today, view.Areas.Count == 1);
        var note = view.Address("/workbench/note", area);
        return panel with
        {
            Link = view.Address("/workbench", area),
            Downloads = panel.Chart is null ? [] : [.. Takes.TablesAndPictures.Select(f => new Take(f, view.Address($"/workbench/chart.{f.ToLowerInvariant()}", area))), new Take("Method note", note)],
        };
    }

    private static Outcome<Study> StudyOf(HeldView view, EditionReader reader, Area area)
    {
        if (view.Asked.Card != MethodCards.Standard)
            return reader.Study(view.Indicator.Id, area.Code, view.From, view.Asked.Options());
        return reader.RunChart(view.Indicator.Id, area.Code, view.To.Index - view.From.Index + 1) is { } run
            ? StandardStudy.Of(run, view.Indicator, view.From, reader.Register.Pack.Breaks)
            : Problems.UnknownSeries(view.Indicator.Id, area.Code.Value);
    }

    private static string[] Figures(HeldView view, EditionReader reader, string place)
    {
        var i = view.Indicator;
        return
        [
            $"{i.Title}, {place}. {i.Definition}",
            $"Indicator {i.Id}, version {i.Version}. Numerator: {i.NumeratorText.TrimEnd('.')}. Denominator: {i.DenominatorText.TrimEnd('.')}.",
            $"Source: {reader.Register.Pack.Datasets.First(d => d.Id == i.Dataset).Source}.",
            $"Edition: {EditionWords.Line(view.Edition)}. {(view.IsPartners ? "A partner's own figures: small months are hidden." : "Already public figures.")}",
            .. i.Caveats,
        ];
    }

    private static IndicatorDefinition IndicatorOf(List<IndicatorDefinition> indicators, IReadOnlyList<string> given, List<FieldError> faults)
    {
        if (given.Count == 0 || given[0].Length == 0)
            return indicators[0];
        if (indicators.Find(i => i.Id == given[0]) is { } found)
            return found;
        faults.Add(new("There is no such indicator here.", "#indicator"));
        return indicators[0];
    }

    private static (string, string)[] Defaults(IndicatorDefinition indicator) =>
    [
        (OptionFields.Basis.Name, indicator.Denominator is DenominatorKind.Population or DenominatorKind.None ? "per-day" : "total"),
        (OptionFields.Better.Name, indicator.Polarity switch { Polarity.LowerIsBetter => "lower", Polarity.HigherIsBetter => "higher", _ => "neutral" }),
    ];
}
