using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Scorecard;
using Made.Store.Editions;

namespace Made.Web.Dashboards;

/// <summary>Puts the exceptions of a month together from one edition.</summary>
public static class ExceptionViews
{
    /// <summary>Null where the filter names an area, indicator or outcome that is not known.</summary>
    public static ExceptionsView? Of(EditionReader reader, ExceptionFilter filter)
    {
        var month = reader.Manifest.Month;
        var areas = reader.Areas.At(AreaLevel.Csp, month).ToDictionary(a => a.Code);
        var indicators = reader.Register.Pack.Indicators.ToDictionary(i => i.Id, StringComparer.Ordinal);
        if ((filter.Area.Length > 0 && !areas.ContainsKey(new AreaCode(filter.Area)))
            || (filter.Indicator.Length > 0 && !indicators.ContainsKey(filter.Indicator))
            || !ExceptionsView.Outcomes.Any(o => o.Id == filter.Outcome))
            return null;
        var all = reader.Exceptions();
        var rows = RowsOf(reader, areas, indicators);
        var shown = all.Listed.Where(e => Passes(e, filter)).ToList();
        // Allowed for were all figures of the month, also those that a narrower grant does not reach: their number is not told.
        var together = reader.IsNarrowed ? 0 : all.Tested;
        var standOut = all.Listed.Count(e => e.Outcome == ExceptionOutcome.StandsOut);
        return new ExceptionsView
        {
            Edition = reader,
            Sentence = Sentence(all, standOut, areas.Count, month),
            Counted = (reader.IsNarrowed ? "Counted are the figures that you may see. " : "") + Sentences.ExceptionCount(all, month),
            Tested = all.Tested,
            StandOut = Told(reader, shown.Where(e => e.Outcome == ExceptionOutcome.StandsOut), together, rows, areas),
            HeldBack = Told(reader, shown.Where(e => e.Outcome == ExceptionOutcome.HeldBack), together, rows, areas),
            Table = ExceptionTables.ForPage(reader, shown, rows),
            File = ExceptionTables.ForFile(reader, shown, rows, areas),
            Rows = shown.Count,
            Notes = Notes(all, together),
            Areas = [.. areas.Values.Select(a => (a.Code.Value, Wording.PlaceName(reader.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal)],
            Indicators = [.. indicators.Values.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal)],
            Filter = filter,
            Downloads = Takes.Of($"/exceptions/{month}", reader.Manifest.Number, Takes.Tables, filter.Query),
        };
    }

    private static Dictionary<(AreaCode, string), IndicatorRow> RowsOf(EditionReader reader, Dictionary<AreaCode, Area> areas, Dictionary<string, IndicatorDefinition> indicators) =>
        reader.Now([.. areas.Keys]).GroupBy(m => (m.Area, m.Indicator)).ToDictionary(g => g.Key, g => new IndicatorRow
        {
            Indicator = indicators[g.Key.Indicator],
            Month = g.FirstOrDefault(m => m.Period.Kind == PeriodKind.Month),
            Rolling12 = g.FirstOrDefault(m => m.Period.Kind == PeriodKind.Rolling12),
            Breaks = [.. reader.Register.Pack.Breaks.Where(b => b.Concerns(indicators[g.Key.Indicator]))],
        });

    private static bool Passes(SafeException exception, ExceptionFilter filter) =>
        (filter.Area.Length == 0 || exception.Measure.Area.Value == filter.Area)
        && (filter.Indicator.Length == 0 || exception.Measure.Indicator == filter.Indicator)
        && (filter.Outcome.Length == 0 || filter.Outcome == Code(exception.Outcome));

    private static ExplainedException Explained(EditionReader reader, SafeException e, int tested, IndicatorRow row, Area area) => new(
        Sentences.Exception(Wording.PlaceName(reader.Areas, area.Code, reader.Manifest.Month), row, e),
        e.Measure.Period.Kind == PeriodKind.Rolling12 || reader.Areas.ComparatorOf(area.Code) is not { } comparator ? "" : Sentences.Against(row, comparator.Name),
        Sentences.HowSure(e, tested),
        Sentences.OtherExplanations(row, e, area),
        Sentences.Outcome(e),
        ExceptionTables.Href(reader, e));

    private static List<ExplainedException> Told(
        EditionReader reader, IEnumerable<SafeException> all, int tested, Dictionary<(AreaCode, string), IndicatorRow> rows, Dictionary<AreaCode, Area> areas) =>
        [.. all.Select(e => Explained(reader, e, tested, rows[(e.Measure.Area, e.Measure.Indicator)], areas[e.Measure.Area]))];

    private static string Sentence(SafeExceptions all, int standOut, int areas, Month month)
    {
        var held = all.Listed.Count(e => e.Outcome == ExceptionOutcome.HeldBack);
        return (all.Tested, standOut, held) switch
        {
            (0, _, _) => $"Nothing in {month.Name} can be tested yet, so nothing can stand out.",
            (_, 0, 0) => $"Nothing in {month.Name} stands out beyond what chance among so many figures would bring.",
            (_, 0, 1) => $"Nothing stands out in {month.Name}. One figure is unlikely to be chance, but is held back for another reason.",
            (_, 0, _) => $"Nothing stands out in {month.Name}. {held} figures are unlikely to be chance, but are held back for other reasons.",
            (_, 1, _) => $"One figure of {areas} partnerships stands out in {month.Name}.",
            _ => $"{standOut} figures of {areas} partnerships stand out in {month.Name}.",
        };
    }

    private static List<string> Notes(SafeExceptions all, int together)
    {
        var chance = all.Listed.Count(e => e.Outcome == ExceptionOutcome.NotMoreThanChance);
        var held = all.Listed.Count(e => e.Outcome == ExceptionOutcome.HeldBack);
        var notes = new List<string>
        {
            "A month is tested by its distance from the average of its run chart; where there are too few a month, the last 12 months by their change on the 12 before. One family of tests holds all partnerships and indicators; of what stands out, about one in twenty may still be chance.",
        };
        if (chance > 0)
            notes.Add($"{Times(chance)} unusual alone or by a rule of the run chart, but not more than chance would bring among {(together > 0 ? $"{together} tests" : "so many tests")}.");
        if (held > 0)
            notes.Add($"{Times(held)} unlikely to be chance, but held back: not comparable, trial limits, or inside the usual range.");
        if (all.Withheld > 0)
            notes.Add($"{Times(all.Withheld)} not listed, because it would give a hidden small number away.");
        return notes;

        static string Times(int n) => n == 1 ? "1 figure is" : $"{n} figures are";
    }

    private static string Code(ExceptionOutcome outcome) => outcome switch
    {
        ExceptionOutcome.StandsOut => "stands-out",
        ExceptionOutcome.HeldBack => "held-back",
        _ => "chance",
    };
}
