using Made.Core.Disclosure;

namespace Made.Web.Downloads;

/// <summary>A file of tables: a cover that says what it is, contents, notes, then one table on each sheet.</summary>
public sealed record Workbook
{
    public required string Title { get; init; }

    /// <summary>What it holds and for whom: one or two sentences on the cover.</summary>
    public required string Description { get; init; }

    public required Origin Origin { get; init; }

    /// <summary>How to read the figures; each a sentence or more.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>To be filled in and sent: the first sheet is the first table with its headings on top, as the intake reads it, and nothing else; no cover.</summary>
    public bool IsForm { get; init; }

    /// <summary>A file of one table, under the table's own title.</summary>
    public static Workbook Of(Table table, Origin origin, string description, IReadOnlyList<string> notes)
    {
        IReadOnlyList<IReadOnlyList<Cell>> rows = [.. table.Rows];
        var given = rows.SelectMany(r => r).OfType<Cell.Figure>().Select(f => f.Value.Why).ToHashSet();
        return new()
        {
            Title = table.Title,
            Description = description,
            Origin = origin,
            Notes = [.. notes, .. Reasons.All.Where(given.Contains).Select(Shorthand.Of)],
            Tables = [table with { Rows = rows }],
        };
    }
}

/// <summary>Where figures come from: stands on every cover and in every chart saved as a file.</summary>
/// <param name="Source">The publishers and their licences.</param>
/// <param name="Edition">"July 2022, edition 2".</param>
/// <param name="Date">When the edition was made: "4 September 2022".</param>
/// <param name="Marking">"OFFICIAL", or empty for public figures.</param>
/// <param name="Synthetic">Fictional data: said wherever the figures go.</param>
/// <param name="IsDraft">Not released: said wherever the figures go.</param>
public sealed record Origin(string Source, string Edition, string Date, string Marking = "", bool Synthetic = false, bool IsDraft = false);

/// <summary>One table: the same for the page, CSV, XLSX and ODS.</summary>
public sealed record Table
{
    /// <summary>Short, for a sheet's tab and a file's name.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Read once, in order; may be long.</summary>
    public required IEnumerable<IReadOnlyList<Cell>> Rows { get; init; }

    /// <summary>Rows of sums below the others; sorting leaves them there.</summary>
    public IReadOnlyList<IReadOnlyList<Cell>> Sums { get; init; } = [];

    public IEnumerable<IReadOnlyList<Cell>> RowsAndSums => Rows.Concat(Sums);
}

public enum ColumnKind
{
    Text,

    /// <summary>Shown numbers, or the marker that stands in their place.</summary>
    Figure,

    /// <summary>Whole numbers that are never absent, such as rows of a receipt.</summary>
    Whole,
}

/// <param name="Header">Unique in its table.</param>
/// <param name="Unit">"per 1,000 residents"; in files part of the heading.</param>
/// <param name="MayBeAbsent">Figures only: files then carry the marker in a column of its own.</param>
public sealed record Column(string Header, ColumnKind Kind = ColumnKind.Text, string Unit = "", int Decimals = 0, bool MayBeAbsent = true)
{
    public string Heading => Unit.Length == 0 ? Header : $"{Header} ({Unit})";

    public string MarkerHeading => Header + ": marker";

    public bool HasMarker => Kind == ColumnKind.Figure && MayBeAbsent;

    public bool IsNumber => Kind != ColumnKind.Text;
}

public abstract record Cell
{
    private Cell()
    {
    }

    public static Cell Of(string words, string href = "") => new Text(words, href);

    public static Cell Of(SafeNumber value) => new Figure(value);

    public static Cell Of(long number) => new Whole(number);

    /// <param name="Href">On a page the words are a link; files leave it out.</param>
    public sealed record Text(string Words, string Href) : Cell;

    public sealed record Figure(SafeNumber Value) : Cell;

    public sealed record Whole(long Number) : Cell;
}
