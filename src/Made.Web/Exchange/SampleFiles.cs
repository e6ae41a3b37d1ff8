using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Web.Composition;
using Made.Web.Downloads;
using ColumnKind = Made.Web.Downloads.ColumnKind;

namespace Made.Web.Exchange;

/// <summary>What a supplier starts from: an empty file with the dataset's headings, and one with made-up records that would be read as it is.</summary>
internal static class SampleFiles
{
    public static void MapSampleFiles(this WebApplication app) =>
        app.MapGet("/exchange/datasets/{id}/{part:regex(^(template|example)$)}.{kind:regex(^(csv|xlsx)$)}", File).ExcludeFromDescription();

    /// <summary>A feed of figures has none before an indicator takes its figures from it: no row of it could be read.</summary>
    public static bool HasExample(Partnership partnership, DatasetDefinition dataset) =>
        dataset.Shape == DatasetShape.Records || partnership.Pack.Indicators.Any(i => i.Dataset == dataset.Id);

    private static IResult File(Partnership partnership, string id, string part, string kind)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id) is not { } dataset)
            return Results.NotFound();
        if (part == "example" && !HasExample(partnership, dataset))
            return Results.NotFound();
        var month = Month.Of(partnership.Today).Plus(-1);
        var origin = new Origin("the dataset's definition", "none, this is a form", LondonTime.Day(partnership.Today), "", partnership.Pack.Synthetic);
        var book = new Workbook
        {
            Title = dataset.Title,
            Description = part == "template" ? "To be filled in and sent: the first sheet has the headings, the second says what each column is." : "Made-up records that would be read as they are.",
            Origin = origin,
            IsForm = true,
            Tables = [Records(partnership, dataset, part == "example" ? month : null), DatasetColumns.Of(dataset)],
        };
        return FileAnswers.Sheet(book, kind, part == "template" ? $"{id}-template" : Path.GetFileNameWithoutExtension(FileNames.Suggested(dataset, month)));
    }

    private static Table Records(Partnership partnership, DatasetDefinition dataset, Month? month) => new()
    {
        Name = "records",
        Title = dataset.Title,
        Columns = [.. dataset.Columns.Select(c => new Column(c.Name, ColumnKind.Text))],
        Rows = month is { } of ? Example(partnership, dataset, of).Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => Cell.Of(c))]) : [],
    };

    private static IReadOnlyList<IReadOnlyList<string>> Example(Partnership partnership, DatasetDefinition dataset, Month month)
    {
        var district = partnership.Areas.Districts[0].Code;
        var lsoa = partnership.Register?.Reference.DistrictOfLsoa.Where(l => l.Value == district).Select(l => l.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        return SampleRecords.Of(dataset, month, lsoa ?? "", district.Value, [.. partnership.Pack.Indicators.Where(i => i.Dataset == dataset.Id)]);
    }
}
