using System.Reflection;
using Made.Core;
using Made.Store.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Made.Store.Records;

/// <summary>What a start does before anybody reads a record: reach the database, migrate if something is pending, check whose records they are.</summary>
internal sealed class RecordsStart(Home home, RecordsSource source, Change change)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Of this program, by the names in its own code.</summary>
    private static IEnumerable<string> Migrations => typeof(RecordsDb).Assembly.GetTypes()
        .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>();

    public async Task<Problem?> Run()
    {
        // Whether PostgreSQL answers at all is the one question that needs the mapper before its tables can be looked at.
        if (!source.IsPostgres && await IsMigrated())
            return await Bind();
        await using var db = source.Context();
        if (source.IsPostgres && !await db.Database.CanConnectAsync())
            return Problems.RecordsUnreachable("(PostgreSQL)");
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } later)
            return Problems.RecordsNewer(later);
        if (applied.Count < known.Count || await EarlierRows.AreUnchained(source))
            await Migrate(db);
        return await Bind();
    }

    /// <summary>True where every migration of this program, and no other, was applied: told without the mapper, because nearly every start finds it so.</summary>
    private async Task<bool> IsMigrated()
    {
        if (!File.Exists(home.RecordsFile) || (await source.Select("SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'", _ => true)).Count == 0)
            return false;
        var applied = await source.Select("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"", r => r.GetString(0));
        return applied.ToHashSet(StringComparer.Ordinal).SetEquals(Migrations) && !await EarlierRows.AreUnchained(source);
    }

    private async Task Migrate(RecordsDb db)
    {
        using var held = await FileLock.Take(home.LockFile, Patience);
        var pending = (await db.Database.GetPendingMigrationsAsync()).ToList();
        if (pending.Count > 0)
        {
            if (!source.IsPostgres)
                await ClearStaleLock(db);
            await db.Database.MigrateAsync();
        }
        // Also after a start that was killed between the two.
        await EarlierRows.Chain(source);
        if (pending.Count == 0)
            return; // Another process migrated while this one waited.
        await source.Write("records", change, writing =>
        {
            pending.ForEach(migration => writing.Note(ChangeKinds.RecordsMigrated, migration));
            return Task.FromResult(pending.Count);
        });
    }

    /// <summary>On SQLite a killed migration leaves its row behind and the next one would wait for ever; we hold the home's own lock, so it is stale.</summary>
    private static async Task ClearStaleLock(RecordsDb db)
    {
        if (await db.GetService<IRelationalDatabaseCreator>().ExistsAsync())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
    }

    private async Task<Problem?> Bind()
    {
        var id = home.Settings.Id.ToString();
        if (await source.Select("SELECT id FROM homes", r => r.GetString(0)) is { Count: > 0 } bound)
            return bound.Contains(id) ? null : Problems.RecordsOfAnotherHome();
        // Empty records beside a home with supplies were never this home's: binding them would sweep its supplies away.
        if (Directory.EnumerateFileSystemEntries(home.Supplies).Any())
            return Problems.RecordsOfAnotherHome();
        return await source.Write("records", change, async writing =>
        {
            if (await writing.Db.Homes.SingleOrDefaultAsync() is { } other)
                return other.Id == id ? null : Problems.RecordsOfAnotherHome();
            writing.Db.Homes.Add(new HomeRow { Id = id });
            writing.Note(ChangeKinds.RecordsBound, id);
            return (Problem?)null;
        });
    }
}
