using System.Security.Cryptography;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>The editions of each month: numbered 1, 2, 3, kept as a row and as an immutable file.</summary>
public sealed class EditionRecords
{
    internal const string Turn = "editions";
    private readonly RecordsSource source;
    private readonly Home home;

    internal EditionRecords(RecordsSource source, Home home) => (this.source, this.home) = (source, home);

    /// <summary>Keeps an edition under the month's next number and tells it with that number. The reason is in the manifest, the person in the change.</summary>
    public async Task<EditionManifest> Add(EditionManifest draft, Change change)
    {
        using var staging = await StagingFolder.Begin(home);
        return await source.Write(Turn, change, async writing =>
        {
            var month = draft.Month.ToString();
            var last = await writing.Db.Editions.Where(r => r.Month == month).MaxAsync(r => (int?)r.Number) ?? 0;
            var kept = draft with { Number = last + 1 };
            var bytes = Json.Document(kept);
            // A file already under this number has no row, so a kill left it before its commit; it is written over.
            Durable.Write(staging, home.EditionFile(kept.Month, kept.Number), bytes);
            writing.Db.Editions.Add(new EditionRow
            {
                Month = month,
                Number = kept.Number,
                AsAt = kept.AsAt,
                Built = Instants.Micros(kept.Built),
                Why = kept.Why,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Json = Json.Text(kept),
            });
            writing.Note(ChangeKinds.EditionKept, kept.Name);
            return kept;
        });
    }

    public Task<EditionManifest?> Find(Month month, int number)
    {
        var code = month.ToString();
        return One(rows => rows.Where(r => r.Month == code && r.Number == number));
    }

    /// <summary>The month's newest edition, or null where it has none yet.</summary>
    public Task<EditionManifest?> Latest(Month month)
    {
        var code = month.ToString();
        return One(rows => rows.Where(r => r.Month == code).OrderByDescending(r => r.Number));
    }

    /// <summary>The newest edition of every month, in order of months.</summary>
    public Task<IReadOnlyList<EditionManifest>> Latest() => Many(rows =>
        rows.Where(r => !rows.Any(later => later.Month == r.Month && later.Number > r.Number)));

    /// <summary>Every edition, in order of months and numbers.</summary>
    public Task<IReadOnlyList<EditionManifest>> All() => Many(rows => rows);

    public Task<IReadOnlyList<EditionManifest>> All(Month month)
    {
        var code = month.ToString();
        return Many(rows => rows.Where(r => r.Month == code));
    }

    /// <summary>True where the edition's file is there with the bytes it was kept with.</summary>
    public async Task<bool> Verify(Month month, int number)
    {
        var code = month.ToString();
        var sha256 = await source.Read(db => db.Editions.Where(r => r.Month == code && r.Number == number).Select(r => r.Sha256).SingleOrDefaultAsync());
        var file = home.EditionFile(month, number);
        return sha256 is not null && File.Exists(file) && Durable.Sha256(file) == sha256;
    }

    private Task<EditionManifest?> One(Func<IQueryable<EditionRow>, IQueryable<EditionRow>> chosen) => source.Read(async db =>
        await chosen(db.Editions).Select(r => r.Json).FirstOrDefaultAsync() is { } json ? Json.Read<EditionManifest>(json) : null);

    private Task<IReadOnlyList<EditionManifest>> Many(Func<IQueryable<EditionRow>, IQueryable<EditionRow>> chosen) =>
        source.Read<IReadOnlyList<EditionManifest>>(async db =>
            [.. (await chosen(db.Editions).Select(r => r.Json).ToListAsync()).Select(Json.Read<EditionManifest>).OrderBy(e => e.Month).ThenBy(e => e.Number)]);
}
