using System.Collections.Concurrent;
using System.Data.Common;
using System.Security.Cryptography;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// The editions of each month: numbered 1, 2, 3, kept as a row and as an immutable file. Each is a draft until it is released; what is not said to
/// include drafts leaves them out.
/// </summary>
public sealed class EditionRecords
{
    internal const string Turn = "editions";
    private const string NoneLater = "NOT EXISTS (SELECT 1 FROM editions later WHERE later.month = editions.month AND later.number > editions.number)";
    private const string Released = "EXISTS (SELECT 1 FROM edition_steps s WHERE s.month = editions.month AND s.edition = editions.number AND s.step = 'released')";
    private const string NewestReleased = Released + " AND NOT EXISTS (SELECT 1 FROM edition_steps later WHERE later.month = editions.month AND later.edition > editions.number AND later.step = 'released')";
    private const int MostKnown = 128;
    private readonly ConcurrentDictionary<string, EditionManifest> known = new(StringComparer.Ordinal);
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

    /// <summary>An edition by its number, drafts included.</summary>
    public async Task<EditionManifest?> Find(Month month, int number) =>
        (await Many("month = @month AND number = @number", ("@month", month.ToString()), ("@number", number))) is [var found] ? found : null;

    /// <summary>The month's newest released edition, or null where it has none yet.</summary>
    public async Task<EditionManifest?> Latest(Month month) => (await Latest(month, month)) is [var newest] ? newest : null;

    /// <summary>The newest released edition of every month, in order of months.</summary>
    public Task<IReadOnlyList<EditionManifest>> Latest() => Many(NewestReleased);

    /// <summary>The newest edition of every month, drafts included.</summary>
    public Task<IReadOnlyList<EditionManifest>> LatestWithDrafts() => Many(NoneLater);

    /// <summary>The newest edition of each month whose newest is a draft. Drafts that another took the place of are passed over for good.</summary>
    public Task<IReadOnlyList<EditionManifest>> Drafts() => Many($"{NoneLater} AND NOT {Released}");

    /// <summary>The newest released editions of the months from the first to the last: a manifest names all it rests on, so no others are read.</summary>
    public Task<IReadOnlyList<EditionManifest>> Latest(Month first, Month last) =>
        Many($"month BETWEEN @first AND @last AND {NewestReleased}", ("@first", first.ToString()), ("@last", last.ToString()));

    /// <summary>The last month with a released edition that anything current is held for or lies before such a month; null before the first.</summary>
    public async Task<Month?> LatestMonth() =>
        (await source.Select(
            $"SELECT max(month) FROM edition_steps WHERE step = 'released' AND month <= (SELECT max(last) FROM supplies WHERE state = '{SupplyRows.Current}')",
            r => r.IsDBNull(0) ? "" : r.GetString(0))) is [{ Length: > 0 } month] ? Month.Parse(month) : null;

    /// <summary>The months that have a released edition, in order.</summary>
    public async Task<IReadOnlyList<Month>> Months() =>
        [.. (await source.Select("SELECT DISTINCT month FROM edition_steps WHERE step = 'released'", r => r.GetString(0))).Select(Month.Parse).Order()];

    /// <summary>Every edition, drafts included, in order of months and numbers.</summary>
    public Task<IReadOnlyList<EditionManifest>> AllWithDrafts() => Many("1 = 1");

    /// <summary>Every released edition of a month, oldest first.</summary>
    public Task<IReadOnlyList<EditionManifest>> All(Month month) => Many($"month = @month AND {Released}", ("@month", month.ToString()));

    /// <summary>True where the edition's file is there with the bytes it was kept with.</summary>
    public async Task<bool> Verify(Month month, int number)
    {
        var code = month.ToString();
        var sha256 = await source.Read(db => db.Editions.Where(r => r.Month == code && r.Number == number).Select(r => r.Sha256).SingleOrDefaultAsync());
        var file = home.EditionFile(month, number);
        return sha256 is not null && File.Exists(file) && Durable.Sha256(file) == sha256;
    }

    private async Task<IReadOnlyList<EditionManifest>> Many(string which, params (string Name, object Value)[] parameters) =>
        [.. (await source.Select($"SELECT sha256, json FROM editions WHERE {which}", Manifest, parameters)).OrderBy(e => e.Month).ThenBy(e => e.Number)];

    /// <summary>A manifest never changes and names all it rests on, so it is long: read once, and found again by its digest.</summary>
    private EditionManifest Manifest(DbDataReader row)
    {
        var digest = row.GetString(0);
        if (known.TryGetValue(digest, out var manifest))
            return manifest;
        if (known.Count >= MostKnown)
            known.Clear();
        return known[digest] = Json.Read<EditionManifest>(row.GetString(1));
    }
}
