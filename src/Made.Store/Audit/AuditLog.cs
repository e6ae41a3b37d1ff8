using Made.Core;
using Made.Store.Records;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Audit;

/// <summary>One thing that happened to the records: a row of the audit, with its place in the chain.</summary>
/// <param name="Number">1 for the first; later rows have higher numbers.</param>
/// <param name="At">When, UTC, to the microsecond.</param>
/// <param name="By">Who: a person's role or the command that acted.</param>
/// <param name="Why">The reason, in words.</param>
/// <param name="What">One of <see cref="ChangeKinds"/>.</param>
/// <param name="Subject">The supply, edition, job, ... it happened to.</param>
/// <param name="Hash">SHA-256 over this row and the hash before it: see <see cref="HashChain"/>.</param>
public sealed record RecordedChange(long Number, DateTimeOffset At, string By, string Why, string What, string Subject, string Hash);

/// <summary>Which audit rows are asked for; empty text asks for all.</summary>
public sealed record AuditFilter(string What, string Words)
{
    public static AuditFilter Everything { get; } = new("", "");
}

/// <summary>Who changed what, when and why. Rows are written by the other stores with each change.</summary>
public sealed class AuditLog
{
    internal const string Columns = "number, at, \"by\", why, what, subject, hash";
    private readonly RecordsSource source;

    internal AuditLog(RecordsSource source) => this.source = source;

    public Task<IReadOnlyList<RecordedChange>> Newest(int skip, int take) => Newest(AuditFilter.Everything, skip, take);

    public Task<IReadOnlyList<RecordedChange>> Newest(AuditFilter filter, int skip, int take) => source.Read(db => List(
        Asked(db, filter).OrderByDescending(c => c.Number).Skip(skip).Take(take)));

    public Task<int> Count(AuditFilter filter) => source.Read(db => Asked(db, filter).CountAsync());

    /// <summary>Everything that happened to one supply, edition or job, oldest first.</summary>
    public Task<IReadOnlyList<RecordedChange>> Of(string subject) => source.Read(db => List(
        db.Changes.Where(c => c.Subject == subject).OrderBy(c => c.Number)));

    /// <summary>Every row, oldest first, as it is read: there may be millions.</summary>
    public IAsyncEnumerable<RecordedChange> All() => source.Stream(
        $"SELECT {Columns} FROM changes ORDER BY number",
        r => new RecordedChange(r.GetInt64(0), Instants.Of(r.GetInt64(1)), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6)));

    /// <summary>Leaves a row for something that changed no record: an export, a backup.</summary>
    public Task<string> Keep(string what, string subject, Change change) => source.Write("audit-only", change, writing =>
    {
        writing.Note(what, subject);
        return Task.FromResult(what);
    });

    private static IQueryable<ChangeRow> Asked(RecordsDb db, AuditFilter filter)
    {
        var rows = db.Changes.AsQueryable();
        if (filter.What.Length > 0)
            rows = rows.Where(c => c.What == filter.What);
        if (filter.Words.Length > 0)
            rows = rows.Where(c => c.By.Contains(filter.Words) || c.Why.Contains(filter.Words) || c.Subject.Contains(filter.Words));
        return rows;
    }

    private static async Task<IReadOnlyList<RecordedChange>> List(IQueryable<ChangeRow> rows) =>
        [.. (await rows.ToListAsync()).Select(r => new RecordedChange(r.Number, Instants.Of(r.At), r.By, r.Why, r.What, r.Subject, r.Hash))];
}
