using Made.Core.Papers;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Papers;

/// <summary>Papers put together from one released edition: cover, then each area with the parts that were chosen, then what speaks of all areas.</summary>
public sealed record PaperContent
{
    public required PaperChoice Choice { get; init; }

    public required EditionReader Edition { get; init; }

    /// <summary>Below the title, a line each.</summary>
    public required IReadOnlyList<string> Cover { get; init; }

    public required IReadOnlyList<PaperBlock> Blocks { get; init; }

    public IEnumerable<PaperBlock.Heading> Contents => Blocks.OfType<PaperBlock.Heading>().Where(h => h.Anchor.Length > 0);

    public static PaperContent Of(EditionReader reader, PaperChoice choice)
    {
        var areas = reader.Areas.At(AreaLevel.Csp, choice.Month).ToDictionary(a => a.Code.Value, StringComparer.Ordinal);
        var blocks = choice.Areas.Where(areas.ContainsKey).SelectMany((code, at) => OfArea(reader, areas[code], choice.Parts, $"a{at + 1}"))
            .Concat(choice.Parts.Contains(PaperPart.Exceptions) ? Exceptions(reader) : [])
            .Concat(Sources(reader));
        return new()
        {
            Choice = choice,
            Edition = reader,
            Cover =
            [
                $"{choice.Month.Name}. {EditionWords.Line(reader)}, released on {LondonTime.Text(reader.Standing.At)}.",
                .. new[] { EditionWords.Notice(reader.Standing) }.Where(n => n.Length > 0),
                .. reader.Register.Pack.Synthetic ? new[] { "SYNTHETIC: this county is fictional. No figure is about a real place or person." } : [],
                "Marking: OFFICIAL.",
            ],
            Blocks = [.. blocks],
        };
    }

    private static IEnumerable<PaperBlock> OfArea(EditionReader reader, Area area, IReadOnlyList<PaperPart> parts, string anchor)
    {
        var view = MonthViews.Of(reader, area, null);
        yield return new PaperBlock.Heading(1, $"{view.Place}, {view.Month.Name}", anchor);
        if (parts.Contains(PaperPart.Summary))
        {
            foreach (var line in view.Lead)
                yield return new PaperBlock.Words(line);
            foreach (var note in view.Notes.Where(n => n.Indicator.Length == 0))
                yield return new PaperBlock.Words($"{note.Text} ({EditionWords.Signed(note)})");
            yield return new PaperBlock.Heading(2, "Needs attention", anchor + "-attention");
            if (view.Attention.Count == 0)
                yield return new PaperBlock.Words(view.NothingToAttend);
            else
                yield return new PaperBlock.Bullets([.. view.Attention.Select(a => $"{a.Text} {a.Why} Next: {a.Next}")]);
        }
        if (parts.Contains(PaperPart.Indicators))
        {
            yield return new PaperBlock.Heading(2, "Indicators", anchor + "-indicators");
            yield return new PaperBlock.Figures(PaperTables.Indicators(view));
            foreach (var note in view.Notes.Where(n => n.Indicator.Length > 0))
                yield return new PaperBlock.Words($"{EditionWords.Title(reader, note.Indicator)}: {note.Text} ({EditionWords.Signed(note)})");
            foreach (var line in view.Protected)
                yield return new PaperBlock.Words(line);
        }
        if (parts.Contains(PaperPart.Trends))
        {
            yield return new PaperBlock.Heading(2, "Month by month", anchor + "-trends");
            foreach (var row in view.Groups.SelectMany(g => g).Where(r => r.Indicator.PartOf.Length == 0 && r.IsMonthly))
                if (IndicatorViews.Of(reader, area, row.Indicator)?.Trend is { } trend)
                    yield return new PaperBlock.Picture(trend with { Id = $"{anchor}-{row.Indicator.Id}" });
        }
        if (parts.Contains(PaperPart.Quality))
        {
            yield return new PaperBlock.Heading(2, "Data quality", anchor + "-quality");
            yield return new PaperBlock.Bullets(view.Quality);
        }
    }

    private static IEnumerable<PaperBlock> Exceptions(EditionReader reader)
    {
        var view = ExceptionViews.Of(reader, new ExceptionFilter("", "", ""))!;
        yield return new PaperBlock.Heading(1, "What stands out over all partnerships", "exceptions");
        yield return new PaperBlock.Words(view.Sentence);
        yield return new PaperBlock.Words(view.Counted);
        if (view.StandOut.Count > 0)
            yield return new PaperBlock.Bullets([.. view.StandOut.Select(e => $"{e.What} {e.HowSure}")]);
        if (view.HeldBack.Count > 0)
        {
            yield return new PaperBlock.Heading(2, "Held back", "exceptions-held");
            yield return new PaperBlock.Bullets([.. view.HeldBack.Select(e => $"{e.What} {e.Outcome}.")]);
        }
    }

    private static IEnumerable<PaperBlock> Sources(EditionReader reader)
    {
        yield return new PaperBlock.Heading(1, "Where the figures come from", "sources");
        yield return new PaperBlock.Bullets([.. reader.Register.Pack.DatasetsInUse.Select(d => $"{d.Title}: {d.Source} ({d.Licence})")]);
        yield return new PaperBlock.Words($"{EditionWords.Line(reader)}. {reader.Manifest.Why}");
        yield return new PaperBlock.Words(Shorthand.Explained);
    }
}
