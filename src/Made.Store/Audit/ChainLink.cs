using Made.Store.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Made.Store.Audit;

/// <summary>
/// Gives each new audit row its place in the chain, in the transaction of its change. The chain is one line: on PostgreSQL writers take
/// turns for its head until they commit; SQLite has one writer anyway. Were the turn ever lost, two rows would claim one number and the
/// second be refused by the database.
/// </summary>
internal sealed class ChainLink(bool isPostgres) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (RecordsDb)eventData.Context!;
        var noted = db.ChangeTracker.Entries<ChangeRow>()
            .Where(e => e.State == EntityState.Added && e.Entity.Hash.Length == 0)
            .OrderByDescending(e => e.Entity.Number)
            .ToList();
        if (noted.Count == 0)
            return result;
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("An audit row takes its place inside the transaction of its change.");
        if (isPostgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({RecordsSource.TurnOf("audit")})", cancellationToken);
        var head = await db.Changes.AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(cancellationToken);
        if (head is { Hash.Length: 0 })
            throw new InvalidOperationException($"Audit row {head.Number} has no place in the chain, so none can follow it.");
        var (number, hash) = (head?.Number ?? 0, head?.Hash ?? HashChain.Start);
        foreach (var entry in noted)
        {
            var row = entry.Entity;
            var placed = new RecordedChange(++number, Instants.Of(row.At), row.By, row.Why, row.What, row.Subject, "");
            hash = HashChain.After(hash, placed);
            entry.State = EntityState.Detached;
            db.Changes.Add(new ChangeRow { Number = number, At = row.At, By = row.By, Why = row.Why, What = row.What, Subject = row.Subject, Hash = hash });
        }
        return result;
    }
}
