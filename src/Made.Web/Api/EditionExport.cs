using System.Text.Json;
using Made.Core.Disclosure;
using Made.Store.Editions;
using Made.Store.Facts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;

namespace Made.Web.Api;

/// <summary>All figures of one released edition that end with its month, in one file: the same rows and columns as <c>/api/v1/measures</c>.</summary>
internal static class EditionExport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<MeasureRow> Rows(Figures figures, EditionReader edition) => figures.RowsOf(edition);

    public static async Task<byte[]> ParquetAsync(Partnership partnership, IReadOnlyList<MeasureRow> rows, CancellationToken stop)
    {
        var path = Path.Combine(partnership.Home.Folder, "staging", $"export-{Guid.NewGuid():N}.parquet");
        try
        {
            ExportFile.Write(partnership.Engine, [.. MeasureColumn.All.Select(c => new ExportColumn(c.Name, c.Type))], rows.Select(r => r.Cells), path, stop);
            return await File.ReadAllBytesAsync(path, stop);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static Workbook Book(EditionReader edition, IReadOnlyList<MeasureRow> rows) => new()
    {
        Title = $"Figures of {EditionWords.Name(edition)}",
        Description = "Every figure that ends with this month: one row for each indicator, area and period, under the names that the API uses.",
        Origin = EditionWords.Origin(edition) with { Marking = "" },
        Notes =
        [
            .. new[] { EditionWords.Notice(edition.Standing) }.Where(n => n.Length > 0),
            .. MeasureColumn.All.Select(c => $"{c.Name}: {c.Says}"),
            .. edition.Register.Pack.Datasets.SelectMany(d => d.Caveats).Distinct(StringComparer.Ordinal),
            .. ProtectionNotes.Of(edition.Register.Pack, edition.Register.Pack.Indicators),
        ],
        Tables =
        [
            new()
            {
                Name = "measures",
                Title = $"Figures of {EditionWords.Name(edition)}",
                Columns = [.. MeasureColumn.All.Select(c => new Column(c.Name, c.Type == ExportType.Number ? ColumnKind.Figure : ColumnKind.Text, "", c.Name is "value" or "lower95" or "upper95" or "coverage" ? 2 : 0, MayBeAbsent: false))],
                Rows = rows.Select(r => (IReadOnlyList<Cell>)[.. MeasureColumn.All.Zip(r.Cells, (c, text) => c.Type == ExportType.Number ? Cell.Of(Number(r.Measure, c.Name)) : Cell.Of(text))]),
            },
        ],
    };

    /// <summary>What the columns of <c>measures.csv</c> mean, for programs (CSV on the Web, W3C 2015).</summary>
    public static string Metadata(EditionReader edition)
    {
        var pack = edition.Register.Pack;
        return JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["@context"] = new object[] { "http://www.w3.org/ns/csvw", new Dictionary<string, string> { ["@language"] = "en-GB" } },
                ["url"] = "measures.csv",
                ["dc:title"] = $"Figures of {EditionWords.Name(edition)}{(pack.Synthetic ? " (SYNTHETIC: every figure is fictional)" : "")}",
                ["dc:publisher"] = pack.Title,
                ["dc:source"] = string.Join("; ", pack.Datasets.Select(d => $"{d.Title}: {d.Source} ({d.Licence})")),
                ["dc:issued"] = edition.Standing.At.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["dialect"] = new Dictionary<string, object> { ["header"] = true, ["encoding"] = "utf-8", ["lineTerminators"] = new[] { "\r\n" } },
                ["tableSchema"] = new Dictionary<string, object>
                {
                    ["columns"] = MeasureColumn.All.Select(c => new Dictionary<string, object> { ["name"] = c.Name, ["titles"] = c.Name, ["datatype"] = Datatype(c.Type), ["dc:description"] = c.Says }).ToList(),
                    ["primaryKey"] = new[] { "indicator", "area_code", "period" },
                },
            },
            Indented);
    }

    private static string Datatype(ExportType type) => type switch
    {
        ExportType.Number => "number",
        ExportType.Whole => "integer",
        ExportType.Date => "date",
        _ => "string",
    };

    private static SafeNumber Number(SafeMeasure m, string column) => column switch
    {
        "count" => m.Count,
        "denominator" => m.Denominator,
        "value" => m.Value,
        "lower95" => m.Lower95,
        "upper95" => m.Upper95,
        "change_year" => m.ChangeYear,
        _ => m.Coverage,
    };
}
