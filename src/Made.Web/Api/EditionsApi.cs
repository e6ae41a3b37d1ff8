using System.Globalization;
using System.Text;
using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Downloads;

namespace Made.Web.Api;

/// <summary>One released edition as the API lists it.</summary>
internal sealed record EditionAnswer(string Month, int Number, DateTimeOffset Released, string Kind, string Why, string Measures, string Changes);

/// <summary>One figure that reads otherwise between two editions.</summary>
internal sealed record ChangeAnswer(
    string Indicator, string AreaCode, string AreaName, string Level, string Period, string CountBefore, string CountNow, string ValueBefore, string ValueNow, string AbsenceBefore, string AbsenceNow);

/// <summary>Released editions for programs: the list, all figures of one in a file, and what changed between two.</summary>
internal static class EditionsApi
{
    private static readonly string[] ListColumns = ["month", "number", "released", "kind", "why", "measures", "changes"];
    private static readonly string[] ChangeColumns =
        ["indicator", "area_code", "area_name", "level", "period", "count_before", "count_now", "value_before", "value_now", "absence_before", "absence_now"];

    public static void MapEditionsApi(this RouteGroupBuilder api)
    {
        api.MapGet("/editions", ListAsync)
            .WithSummary("Every released edition, oldest month first: when, whether it was the month's first, an addition or a correction, and why.")
            .Produces<EditionAnswer[]>();
        api.MapGet("/editions/{month:length(7)}/{number:int}/measures.{kind:regex(^(csv|parquet|ods|xlsx)$)}", MeasuresAsync)
            .WithSummary("All figures of a released edition that end with its month, in one file. The address never changes, nor do the figures; partners' own are in it for those who may see them.");
        api.MapGet("/editions/{month:length(7)}/{number:int}/measures.csv-metadata.json", MetadataAsync)
            .WithSummary("What the columns of measures.csv mean (CSV on the Web).");
        api.MapGet("/editions/{month:length(7)}/{number:int}/changes", ChangesAsync)
            .WithSummary("What reads otherwise than in an earlier released edition of the same month: 'from' names its number, the one before otherwise.")
            .Produces<ChangeAnswer[]>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(Partnership partnership, HttpRequest request, string? format = null)
    {
        var released = (await partnership.Records.Releases.All()).Where(s => s.Step == ReleaseRecords.Released).OrderBy(s => s.Month).ThenBy(s => s.Number).Select(s => new EditionAnswer(
            s.Month.ToString(), s.Number, s.Change.At, s.Kind.Code(), s.Change.Why, $"/api/v1/editions/{s.Month}/{s.Number}/measures.csv", s.Kind == ReleaseKind.First ? "" : $"/api/v1/editions/{s.Month}/{s.Number}/changes")).ToList();
        return Endpoints.Answer(request, format, ListColumns, released, e =>
            [e.Month, e.Number.ToString(CultureInfo.InvariantCulture), e.Released.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), e.Kind, e.Why, e.Measures, e.Changes]);
    }

    private static async Task<IResult> MeasuresAsync(Partnership partnership, string month, int number, string kind, CancellationToken stop)
    {
        if (await FindAsync(partnership, month, number) is not { } edition)
            return Results.NotFound();
        var rows = EditionExport.Rows(partnership.Figures, edition);
        return kind switch
        {
            "csv" => Endpoints.Csv(rows.Select(r => r.Csv()), MeasureRow.Columns),
            "parquet" => Results.File(await EditionExport.ParquetAsync(partnership, rows, stop), "application/vnd.apache.parquet", $"{Figures.Name(edition.Manifest)}.parquet"),
            _ => FileAnswers.Sheet(EditionExport.Book(edition, rows), kind, Figures.Name(edition.Manifest)),
        };
    }

    private static async Task<IResult> MetadataAsync(Partnership partnership, string month, int number) =>
        await FindAsync(partnership, month, number) is { } edition ? Results.Text(EditionExport.Metadata(edition), "application/csvm+json", Encoding.UTF8) : Results.NotFound();

    private static async Task<IResult> ChangesAsync(Partnership partnership, HttpRequest request, string month, int number, int? from = null, string? format = null)
    {
        if (await FindAsync(partnership, month, number) is not { } now)
            return Results.NotFound();
        var earlier = (await partnership.Editions.Of(now.Manifest.Month)).Where(e => e.Number < number && (from is null || e.Number == from)).ToList();
        if (earlier.Count == 0)
            return from is null ? Endpoints.Answer(request, format, ChangeColumns, new List<ChangeAnswer>(), Cells) : Results.NotFound();
        var before = await partnership.Editions.Open(earlier[^1]);
        var changes = EditionChanges.Between(Measures(before), Measures(now)).Select(c => new ChangeAnswer(
            c.Indicator, c.Area.Value, partnership.Figures.NameOf(c.Area), c.Level.Code(), c.Period.Code, c.CountBefore.Digits(), c.CountNow.Digits(), c.ValueBefore.Digits(), c.ValueNow.Digits(),
            Absence(c.CountBefore, c.ValueBefore), Absence(c.CountNow, c.ValueNow))).ToList();
        return Endpoints.Answer(request, format, ChangeColumns, changes, Cells);
    }

    private static string Absence(SafeNumber count, SafeNumber value) => (count.IsShown ? value : count).Absence.Code();

    private static IReadOnlyList<string> Cells(ChangeAnswer c) =>
        [c.Indicator, c.AreaCode, c.AreaName, c.Level, c.Period, c.CountBefore, c.CountNow, c.ValueBefore, c.ValueNow, c.AbsenceBefore, c.AbsenceNow];

    private static IReadOnlyList<SafeMeasure> Measures(EditionReader edition) => edition.Measures(edition.Manifest.Month, edition.Manifest.Month, []);

    private static async Task<EditionReader?> FindAsync(Partnership partnership, string month, int number) =>
        Month.TryParse(month, out var wanted) ? await partnership.Editions.Open(wanted, number) : null;
}
