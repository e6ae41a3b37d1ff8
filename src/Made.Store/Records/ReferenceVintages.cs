using Made.Core;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>A reference vintage that was made current, and when.</summary>
public sealed record AdoptedVintage(string Vintage, DateTimeOffset Adopted);

/// <summary>Which vintage of the publishers' reference files is current. The files themselves lie in the home's <c>reference/</c>.</summary>
public sealed class ReferenceVintages
{
    private readonly RecordsSource source;

    internal ReferenceVintages(RecordsSource source) => this.source = source;

    /// <summary>Makes a vintage current. False where it already is, and nothing is written.</summary>
    public Task<bool> Adopt(string vintage, Change change) => source.Write("reference", change, async writing =>
    {
        if ((await Newest(writing.Db).FirstOrDefaultAsync())?.Vintage == vintage)
            return false;
        writing.Db.Vintages.Add(new VintageRow { Vintage = vintage, Adopted = Instants.Micros(change.At) });
        writing.Note(ChangeKinds.VintageAdopted, vintage);
        return true;
    });

    /// <summary>The current vintage, or null before any reference file was loaded.</summary>
    public async Task<AdoptedVintage?> Current() => (await source.Select(
        "SELECT vintage, adopted FROM reference_vintages ORDER BY number DESC LIMIT 1",
        r => new AdoptedVintage(r.GetString(0), Instants.Of(r.GetInt64(1))))).FirstOrDefault();

    /// <summary>Every adoption, newest first.</summary>
    public Task<IReadOnlyList<AdoptedVintage>> All() => source.Read<IReadOnlyList<AdoptedVintage>>(async db =>
        [.. (await Newest(db).ToListAsync()).Select(Adopted)]);

    private static IOrderedQueryable<VintageRow> Newest(RecordsDb db) => db.Vintages.OrderByDescending(r => r.Number);

    private static AdoptedVintage Adopted(VintageRow row) => new(row.Vintage, Instants.Of(row.Adopted));
}
