using Made.Core;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Store.Records;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;

namespace Made.Web.Tabulation;

/// <summary>Answers a selection from one edition.</summary>
public static class TableViews
{
    /// <summary>More cells are slow to read and to scroll: they are a file.</summary>
    public const int MostOnPage = 5_000;

    public const int MostCells = 200_000;

    /// <param name="partnership">The home.</param>
    /// <param name="selection">What is asked for.</param>
    /// <param name="drafts">True where whoever asks may see drafts; a draft is answered only where the selection names it.</param>
    /// <param name="forFile">True reads tables that are too large for a page as well.</param>
    public static async Task<Outcome<TableView>> OfAsync(Partnership partnership, TableSelection selection, bool drafts, bool forFile = false)
    {
        var month = selection.Edition?.Month ?? selection.To ?? await partnership.LatestMonthAsync();
        if (month is not { } at)
            return Api.Problems.NothingBuilt();
        if (await partnership.Editions.Open(at, selection.Edition?.Number, drafts) is not { } reader)
            return Problems.NoEdition(selection.Edition is { } e ? $"{e.Month}/{e.Number}" : $"of {at.Name}");
        return Of(reader, selection, partnership.Indicators, forFile);
    }

    private static Outcome<TableView> Of(EditionReader reader, TableSelection selection, IndicatorCatalogue catalogue, bool forFile)
    {
        var first = OfferedFirst(reader, selection);
        if (!selection.NamesGrain && first is not null)
            selection = selection.At(first, reader.Manifest.Month);
        var last = selection.To ?? reader.Manifest.Month;
        if (last > reader.Manifest.Month)
            return Problems.AfterEdition(last, EditionWords.Name(reader));
        if (selection.Level == AreaLevel.Ward && selection.Kind is PeriodKind.Quarter or PeriodKind.Year)
            return Problems.WardPeriods();
        var periods = Periods(selection, reader.Manifest.Measures.Min(m => m.Month), last);
        if (periods.Count == 0)
            return Problems.NoPeriod(TableWords.One(selection.Kind), selection.From?.Name ?? "the first month held", last.Name);
        var offered = AreasOf(reader, selection, periods[0].First, last);
        var areas = selection.Areas.Count == 0 ? offered : [.. offered.Where(a => selection.Areas.Contains(a.Code))];
        if (areas.Count == 0)
            return Problems.NoArea();
        var indicators = selection.Indicators.Select(id => reader.Register.Pack.Indicators.FirstOrDefault(i => i.Id == id)).OfType<IndicatorDefinition>().ToList();
        foreach (var category in selection.Categories)
        {
            var dataset = reader.Register.Pack.Datasets.First(d => d.Id == category.Dataset);
            var counted = category.Counted(dataset);
            if (DisclosureRule.Of(reader.Register.Pack, counted).IsGuarded)
                return Problems.PartnersCategory(dataset.Title);
            if (!Known(reader, dataset).Contains(category.Category))
                return Problems.UnknownCategory(category.Key);
            indicators.Add(counted);
        }
        if (indicators.Count == 0)
            return Problems.NoneOfEdition(EditionWords.Name(reader));
        if (selection.Shown != Shown.Count && (selection.Level == AreaLevel.Lsoa || selection.Categories.Count > 0))
            return Problems.CountsOnly(selection.Level == AreaLevel.Lsoa ? "A small area" : "A category");
        var partners = selection.Level == AreaLevel.Lsoa ? indicators.RemoveAll(i => DisclosureRule.Of(reader.Register.Pack, i).IsGuarded) : 0;
        if (indicators.Count == 0)
            return Problems.PartnersSmallAreas();
        areas = [.. areas.Where(a => indicators.Exists(i => DisclosureRule.Of(reader.Register.Pack, i).HasRows(a.Code)))];
        if (areas.Count == 0)
            return Problems.NoArea();
        var size = (long)areas.Count * periods.Count * indicators.Count;
        if (size > MostCells)
            return Problems.TooLarge(size);
        var reads = forFile || size <= MostOnPage;
        var grid = Filled(reads ? reader : null, selection, areas, periods, indicators);
        var layout = new TableLayout(grid, selection, forFile);
        return new TableView
        {
            Selection = selection,
            Edition = reader,
            Table = layout.Table(),
            Cells = grid.Size,
            Sentence = TableWords.Sentence(grid, selection, reads),
            Notes = !reads ? [] : [.. Left(selection, reader, catalogue), .. partners > 0 ? new[] { Problems.PartnersSmallAreas().Message } : [], .. TableNotes.Of(grid, selection, reader.Register.Pack)],
            Instead = reads ? Instead(reader, selection, grid, first) : null,
            Sorts = layout.Sorts(),
            Offered = [.. offered.Select(a => new Choice(a.Code.Value, a.Name))],
        };
    }

    /// <summary>The grain at which the figures are offered first; null where some of them are already public, or of every grain too much is hidden.</summary>
    private static Grain? OfferedFirst(EditionReader reader, TableSelection selection)
    {
        var held = selection.Indicators.Where(id => reader.Register.Pack.Indicators.Any(i => i.Id == id)).ToList();
        return held.Count > 0 && selection.Categories.Count == 0 && held.TrueForAll(id => reader.RuleOf(id).IsGuarded) ? Grain.OfferedFirst([.. held.Select(reader.Grains)]) : null;
    }

    /// <summary>What to look at instead where more of the table is hidden than of one that is offered first.</summary>
    private static (string Words, string Href)? Instead(EditionReader reader, TableSelection selection, Grid grid, Grain? first)
    {
        var hidden = grid.Measures.Values.Count(m => m.Count.Absence == Absence.Suppressed);
        if (first is null || (first.Level == selection.Level && first.Newest.Kind == selection.Kind) || hidden <= Grain.MostHidden * grid.Measures.Values.Count(m => m.Count.IsShown || m.Count.Absence == Absence.Suppressed))
            return null;
        return (
            $"More than {Grain.MostHidden:0%} of these figures are hidden. Finest with no more than that: {GrainWords.Of(first)}, {GrainWords.Hidden(first)} hidden over the 12 months to {reader.Manifest.Month.Name}.",
            selection.At(first, reader.Manifest.Month).Href);
    }

    /// <summary>The categories that a record of the dataset can have: those the pack lists, else those that any record held has.</summary>
    private static IEnumerable<string> Known(EditionReader reader, DatasetDefinition dataset) =>
        dataset.CategoriesListed is { Count: > 0 } listed ? listed : reader.CategoriesHeld(dataset.Id);

    private static IEnumerable<string> Left(TableSelection selection, EditionReader reader, IndicatorCatalogue catalogue)
    {
        var gone = selection.Indicators.Except(reader.Register.Pack.Indicators.Select(i => i.Id)).Select(id => catalogue.Find(id)).OfType<IndicatorHistory>().ToList();
        return gone.Select(i => i.IsRetired ? $"{i.Current.Title} is left out: it was retired. {i.Steps[^1].Why}" : $"{i.Current.Title} is left out: this edition was made without it.");
    }

    private static Grid Filled(
        EditionReader? reader, TableSelection selection, List<(AreaCode Code, string Name, string Caution)> areas, List<Period> periods, List<IndicatorDefinition> indicators)
    {
        var measures = reader is null ? [] : Read(reader, selection, [.. areas.Select(a => a.Code)], periods, indicators).ToDictionary(m => (m.Area, m.Period, m.Indicator));
        // "Not determined" is a row of its own only where something was counted there.
        var counted = measures.Values.Where(m => m.Count.ForDrawing > 0).Select(m => m.Area).ToHashSet();
        var kept = areas.Where(a => selection.Level != AreaLevel.Lsoa || !a.Code.IsNotDetermined || counted.Contains(a.Code)).ToList();
        var shown = kept.Select(a => a.Code).ToHashSet();
        return new Grid
        {
            Areas = kept,
            Periods = periods,
            Indicators = indicators,
            Measures = measures.Where(m => shown.Contains(m.Key.Area)).ToDictionary(),
        };
    }

    private static IEnumerable<SafeMeasure> Read(EditionReader reader, TableSelection selection, List<AreaCode> areas, List<Period> periods, List<IndicatorDefinition> indicators)
    {
        var counted = indicators.Where(i => selection.Level == AreaLevel.Lsoa ? i is { SmallestLevel: AreaLevel.Lsoa, IsWeighted: false, Denominator: not DenominatorKind.Reported } : Grid.IsCategory(i)).ToList();
        var measured = selection.Level == AreaLevel.Lsoa ? [] : indicators.Except(counted).Select(i => i.Id).ToList();
        var wanted = periods.ToHashSet();
        return
        [
            .. measured.Count == 0 ? [] : reader.Measures(periods[0].Last, periods[^1].Last, areas, measured, [selection.Level], [selection.Kind]).Where(m => wanted.Contains(m.Period)),
            .. counted.SelectMany(i => reader.Counts(i, areas, selection.Level, periods)),
        ];
    }

    private static List<Period> Periods(TableSelection selection, Month first, Month last)
    {
        var from = selection.From is { } asked && asked > first ? asked : first;
        var all = Month.Range(from, last).SelectMany(m => Period.EndingWith(m).Where(p => p.Kind == selection.Kind)).ToList();
        return selection.From is null ? [.. all.TakeLast(selection.Last)] : all;
    }

    private static List<(AreaCode Code, string Name, string Caution)> AreasOf(EditionReader reader, TableSelection selection, Month first, Month month)
    {
        var areas = reader.Areas;
        var inside = selection.Within is { } within ? areas.DistrictsOf(within, month) : [.. areas.Districts.Where(d => d.ExistsOn(month.LastDay)).Select(d => d.Code)];
        if (selection.Level == AreaLevel.Lsoa)
            return [.. reader.LsoasOf(inside, first, month).Select(l => (l, SmallAreaName(reader, l), ""))];
        if (selection.Level == AreaLevel.Ward)
            return
            [
                .. inside.SelectMany(d => areas.WardsOf(d).Select(w => (w.Code, w.Name, w.RateCaution)).Append((AreaCode.WardNotDetermined(d), "Ward not determined", ""))
                    .Select(w => (w.Item1, inside.Count > 1 && areas.TryFind(d, out var district) ? $"{w.Item2}, {district.Name}" : w.Item2, w.Item3))),
            ];
        return
        [
            .. areas.At(selection.Level, month)
                .Where(a => selection.Within is null || a.Code == selection.Within || (areas.DistrictsOf(a.Code, month) is { Count: > 0 } own && own.All(inside.Contains)))
                .Select(a => (a.Code, a.Name, a.RateCaution)),
        ];
    }

    private static string SmallAreaName(EditionReader reader, AreaCode code)
    {
        var ward = code.IsNotDetermined ? code.WardOfNotDetermined : reader.Register.Reference.WardOfLsoa.TryGetValue(code.Value, out var found) ? found : default;
        var name = code.IsNotDetermined ? "Small area not determined" : reader.Register.Reference.Names.GetValueOrDefault(code.Value, code.Value);
        return reader.Areas.TryFind(ward, out var area) ? $"{name}, {area.Name}" : $"{name}, ward not determined";
    }
}
