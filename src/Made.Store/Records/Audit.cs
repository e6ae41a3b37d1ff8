using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>One thing that happened to the records.</summary>
public sealed record RecordedChange(long Number, DateTimeOffset At, string By, string Why, string What, string Subject);

/// <summary>Who changed what, when and why. Written by the other stores with each change; only read here.</summary>
public sealed class Audit
{
    private readonly RecordsSource source;

    internal Audit(RecordsSource source) => this.source = source;

    public Task<IReadOnlyList<RecordedChange>> Newest(int skip, int take) => source.Read(db => List(
        db.Changes.OrderByDescending(c => c.Number).Skip(skip).Take(take)));

    /// <summary>Everything that happened to one supply, edition or job, oldest first.</summary>
    public Task<IReadOnlyList<RecordedChange>> Of(string subject) => source.Read(db => List(
        db.Changes.Where(c => c.Subject == subject).OrderBy(c => c.Number)));

    private static async Task<IReadOnlyList<RecordedChange>> List(IQueryable<ChangeRow> rows) =>
        [.. (await rows.ToListAsync()).Select(r => new RecordedChange(r.Number, Instants.Of(r.At), r.By, r.Why, r.What, r.Subject))];
}
