using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Made.Store.Records;

/// <summary>Refuses to save changed records without an audit row beside them. A breach is a fault of ours, so it throws.</summary>
internal sealed class ChangeGuard : SaveChangesInterceptor
{
    private static readonly string[] Progress = [nameof(JobRow.Rows), nameof(JobRow.Rate), nameof(JobRow.Message), nameof(JobRow.LeaseUntil)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext context)
    {
        var changed = context.ChangeTracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Any(e => e.Entity is ChangeRow && e.State != EntityState.Added))
            throw new InvalidOperationException("An audit row is never changed or removed.");
        if (changed.Any(e => e.Entity is ChangeRow { Hash.Length: not 64 }))
            throw new InvalidOperationException("An audit row without its place in the chain.");
        if (changed.FirstOrDefault(e => e.Entity is not ChangeRow && !IsProgress(e)) is { } entry && !changed.Exists(e => e.Entity is ChangeRow))
            throw new InvalidOperationException($"{entry.Metadata.ShortName()} changed without a Change: nobody could say who did it and why.");
    }

    // How far a job has come is told every few seconds; its start and end are the audited changes.
    private static bool IsProgress(EntityEntry entry) =>
        entry is { Entity: JobRow, State: EntityState.Modified }
        && entry.Properties.Where(p => p.IsModified).All(p => Progress.Contains(p.Metadata.Name));
}

/// <summary>Refuses statements that change rows past the change tracker, where <see cref="ChangeGuard"/> would not see them.</summary>
internal sealed class StatementGuard : DbCommandInterceptor
{
    private static readonly string[] Changing = ["insert", "update", "delete", "replace", "merge", "truncate"];

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Check(command, eventData.CommandSource);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(command, eventData.CommandSource);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbCommand command, CommandSource source)
    {
        var pastTheTracker = source is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
            || (source == CommandSource.ExecuteSqlRaw && Array.Exists(Changing, c => command.CommandText.TrimStart().StartsWith(c, StringComparison.OrdinalIgnoreCase)));
        if (pastTheTracker)
            throw new InvalidOperationException("Records change through the change tracker only, together with their audit row.");
    }
}
