using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Made.Store.Records;

/// <summary>Opens the database, for reading or for one change. Writers of one subject take turns, on both databases and across processes.</summary>
internal sealed class RecordsSource : IDisposable
{
    private const int PatienceSeconds = 60;
    private readonly Lazy<DbContextOptions<RecordsDb>> options;
    private readonly string sqlite;
    private readonly string postgres;

    /// <param name="file">The SQLite file, used where <paramref name="postgres"/> is empty.</param>
    /// <param name="postgres">A PostgreSQL connection string, or empty.</param>
    public RecordsSource(string file, string postgres)
    {
        this.postgres = postgres;
        IsPostgres = postgres.Length > 0;
        sqlite = IsPostgres ? "" : new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = PatienceSeconds }.ToString();
        options = new(Options);
    }

    public bool IsPostgres { get; }

    public RecordsDb Context() => new(options.Value);

    /// <summary>
    /// Reads rows by SQL that both databases understand. Every command reads so at its start: building the mapper's model takes longer than
    /// most commands do.
    /// </summary>
    public async Task<List<T>> Select<T>(string sql, Func<DbDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        await using DbConnection connection = IsPostgres ? OfPostgres() : new SqliteConnection(sqlite);
        await connection.OpenAsync();
        if (!IsPostgres)
            SqliteSettings.Set(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    public async Task<T> Read<T>(Func<RecordsDb, Task<T>> read)
    {
        await using var db = Context();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>One transaction: what the body changes and notes is committed together, or not at all. Nothing noted, nothing kept.</summary>
    public Task<T> Write<T>(string subject, Change change, Func<Writing, Task<T>> body) => Write(subject, db => body(new Writing(db, change)));

    /// <summary>Only for the progress of jobs, which <see cref="ChangeGuard"/> lets pass.</summary>
    public Task<T> Tell<T>(string subject, Func<RecordsDb, Task<T>> body) => Write(subject, body);

    public void Dispose()
    {
        if (IsPostgres)
            return;
        using var connection = new SqliteConnection(sqlite);
        SqliteConnection.ClearPool(connection);
    }

    private DbContextOptions<RecordsDb> Options()
    {
        var builder = new DbContextOptionsBuilder<RecordsDb>()
            // There is no snapshot to compare with: a test compares the migrated schema with the model on both databases.
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(new ChangeGuard(), new StatementGuard());
        return (IsPostgres ? builder.UseNpgsql(postgres) : builder.UseSqlite(sqlite).AddInterceptors(new SqliteSettings())).Options;
    }

    /// <summary>By itself, so that a home on SQLite never loads the driver.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private NpgsqlConnection OfPostgres() => new(postgres);

    private async Task<T> Write<T>(string subject, Func<RecordsDb, Task<T>> body)
    {
        await using var db = Context();
        db.Database.AutoSavepointsEnabled = false;
        // SQLite begins "immediate" here: one writer at a time. PostgreSQL takes the turn by a lock of the subject's name.
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (IsPostgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TurnOf(subject)})");
        var result = await body(db);
        await db.SaveChangesAsync();
        CrashPoints.Reached(CrashPoints.BeforeCommit);
        await transaction.CommitAsync();
        CrashPoints.Reached(CrashPoints.AfterCommit);
        return result;
    }

    private static long TurnOf(string subject) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("made/" + subject)));

    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 60000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        public static void Set(DbConnection connection)
        {
            if (((SqliteConnection)connection).ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>A change under way: the database, who changes it and why, and the audit rows it leaves.</summary>
internal sealed class Writing(RecordsDb db, Change change)
{
    public RecordsDb Db => db;

    public Change Change => change;

    public void Note(string what, string subject) => db.Changes.Add(new ChangeRow
    {
        At = Instants.Micros(change.At),
        By = change.By,
        Why = change.Why,
        What = what,
        Subject = subject,
    });
}
