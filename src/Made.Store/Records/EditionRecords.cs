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
    private const string NoLater = "NOT EXISTS (SELECT 1 FROM editions later WHERE later.month = editions.month AND later.number > editions.number)";
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

    public async Task<EditionManifest?> Find(Month month, int number) =>
        (await Many("month = @month AND number = @number", ("@month", month.ToString()), ("@number", number))) is [var found] ? found : null;

    /// <summary>The month's newest edition, or null where it has none yet.</summary>
    public async Task<EditionManifest?> Latest(Month month) => (await Latest(month, month)) is [var newest] ? newest : null;

    /// <summary>The newest edition of every month, in order of months.</summary>
    public Task<IReadOnlyList<EditionManifest>> Latest() => Many(NoLater);

    /// <summary>The newest editions of the months from the first to the last: a manifest names all it rests on, so no others are read.</summary>
    public Task<IReadOnlyList<EditionManifest>> Latest(Month first, Month last) =>
        Many($"month BETWEEN @first AND @last AND {NoLater}", ("@first", first.ToString()), ("@last", last.ToString()));

    /// <summary>The last month with an edition that anything current is held for or lies before such a month; null before the first.</summary>
    public async Task<Month?> LatestMonth() =>
        (await source.Select(
            $"SELECT max(month) FROM editions WHERE month <= (SELECT max(last) FROM supplies WHERE state = '{SupplyRows.Current}')",
            r => r.IsDBNull(0) ? "" : r.GetString(0))) is [{ Length: > 0 } month] ? Month.Parse(month) : null;

    /// <summary>The months that have an edition, in order.</summary>
    public async Task<IReadOnlyList<Month>> Months() =>
        [.. (await source.Select("SELECT DISTINCT month FROM editions", r => r.GetString(0))).Select(Month.Parse).Order()];

    /// <summary>Every edition, in order of months and numbers.</summary>
    public Task<IReadOnlyList<EditionManifest>> All() => Many("1 = 1");

    public Task<IReadOnlyList<EditionManifest>> All(Month month) => Many("month = @month", ("@month", month.ToString()));

    /// <summary>True where the edition's file is there with the bytes it was kept with.</summary>
    public async Task<bool> Verify(Month month, int number)
    {
        var code = month.ToString();
        var sha256 = await source.Read(db => db.Editions.Where(r => r.Month == code && r.Number == number).Select(r => r.Sha256).SingleOrDefaultAsync());
        var file = home.EditionFile(month, number);
        return sha256 is not null && File.Exists(file) && Durable.Sha256(file) == sha256;
    }

    private async Task<IReadOnlyList<EditionManifest>> Many(string which, params (string Name, object Value)[] parameters) =>
        [.. (await source.Select($"SELECT json FROM editions WHERE {which}", r => r.GetString(0), parameters))
            .Select(Json.Read<EditionManifest>).OrderBy(e => e.Month).ThenBy(e => e.Number)];
}
