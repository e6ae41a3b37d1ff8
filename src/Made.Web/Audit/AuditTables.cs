using Made.Store.Audit;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Audit;

/// <summary>Audit rows as a table: for the page in words, for a file in full.</summary>
internal static class AuditTables
{
    public static Table Page(IReadOnlyList<RecordedChange> rows) => new()
    {
        Name = "audit",
        Title = "Changes, newest first",
        Columns = [new("Row", ColumnKind.Whole), new("When"), new("Who"), new("What happened"), new("To what"), new("Why"), new("Kind (DPA 2018 s.62)")],
        Rows = rows.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Number), Cell.Of(LondonTime.Text(r.At)), Cell.Of(r.By), Cell.Of(LoggingKinds.Of(r.What).Words), Cell.Of(r.Subject), Cell.Of(r.Why),
            Cell.Of(LoggingKinds.Of(r.What).Logged.ToString().ToLowerInvariant()),
        ]),
    };

    public static Table File(IReadOnlyList<RecordedChange> rows) => new()
    {
        Name = "audit",
        Title = "Audit",
        Columns = [new("number", ColumnKind.Whole), new("at"), new("by"), new("why"), new("what"), new("subject"), new("section_62"), new("hash")],
        Rows = rows.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Number), Cell.Of(r.At.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture)), Cell.Of(r.By), Cell.Of(r.Why), Cell.Of(r.What), Cell.Of(r.Subject),
            Cell.Of(LoggingKinds.Of(r.What).Logged.ToString().ToLowerInvariant()), Cell.Of(r.Hash),
        ]),
    };
}
