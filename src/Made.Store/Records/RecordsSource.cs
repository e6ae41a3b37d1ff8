using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Store.Audit;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Made.Store.Records;

/// <summary>Opens the database, for reading or for one change. Writers of one subject take turns, on both databases and across processes.</summary>
internal sealed class RecordsSource : IDisposable
{
    private readonly Lazy<DbContextOptions<RecordsDb>> options;
    private readonly string sqlite;
    private readonly string postgres;
    private readonly SqliteSettings settings;

    /// <param name="file">The SQLite file, used where <paramref name="postgres"/> is empty.</param>
    /// <param name="postgres">A PostgreSQL connection string, or empty.</param>
    /// <param name="patienceSeconds">How long a writer on SQLite waits for another.</param>
    public RecordsSource(string file, string postgres, int patienceSeconds = 60)
    {
        this.postgres = postgres;
        IsPostgres = postgres.Length > 0;
        sqlite = IsPostgres ? "" : new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = patienceSeconds }.ToString();
        settings = new SqliteSettings(patienceSeconds);
        options = new(Options);
    }

    public bool IsPostgres { get; }

    /// <summary>True after the first change of this process.</summary>
    public bool Wrote { get; private set; }

    public RecordsDb Context() => new(options.Value);

    /// <summary>
    /// Reads rows by SQL that both databases understand. Every command reads so at its start: building the mapper's model takes longer than
    /// most commands do.
    /// </summary>
    public async Task<List<T>> Select<T>(string sql, Func<DbDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        var rows = new List<T>();
        await foreach (var read in Stream(sql, row, parameters))
            rows.Add(read);
        return rows;
    }

    /// <summary>The same, row by row, for what may be long.</summary>
    public async IAsyncEnumerable<T> Stream<T>(string sql, Func<DbDataReader, T> row, params (string Name, object Value)[] parameters)
    {
        await using var connection = await Connect();
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            yield return row(reader);
    }

    /// <summary>A connection without the mapper and its guards.</summary>
    public async Task<DbConnection> Connect()
    {
        DbConnection connection = IsPostgres ? OfPostgres() : new SqliteConnection(sqlite);
        await connection.OpenAsync();
        if (!IsPostgres)
            settings.Set(connection);
        return connection;
    }

    public static DbCommand Command(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>The lock on PostgreSQL by which writers of one subject take turns.</summary>
    public static long TurnOf(string subject) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes("made/" + subject)));

    public async Task<T> Read<T>(Func<RecordsDb, Task<T>> read)
    {
        await using var db = Context();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    /// <summary>One transaction: what the body changes and notes is committed together, or not at all. Nothing noted, nothing kept.</summary>
    public async Task<T> Write<T>(string subject, Change change, Func<Writing, Task<T>> body)
    {
        var result = await Write(subject, db => body(new Writing(db, change)));
        Wrote = true;
        return result;
    }

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
            .AddInterceptors(new ChainLink(IsPostgres), new ChangeGuard(), new StatementGuard());
        return (IsPostgres ? builder.UseNpgsql(postgres) : builder.UseSqlite(sqlite).AddInterceptors(settings)).Options;
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

    private sealed class SqliteSettings(int patienceSeconds) : DbConnectionInterceptor
    {
        private readonly string settings = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = {patienceSeconds * 1000};";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        public void Set(DbConnection connection)
        {
            if (((SqliteConnection)connection).ConnectionString.Contains("Mode=ReadOnly", StringComparison.OrdinalIgnoreCase))
                return;
            using var command = connection.CreateCommand();
            command.CommandText = settings;
            command.ExecuteNonQuery();
        }
    }
}

/// <summary>A change under way: the database, who changes it and why, and the audit rows it leaves.</summary>
internal sealed class Writing(RecordsDb db, Change change)
{
    private long noted;

    public RecordsDb Db => db;

    public Change Change => change;

    /// <param name="what">One of <see cref="ChangeKinds"/>.</param>
    /// <param name="subject">To what it happened.</param>
    /// <param name="why">Where one change leaves rows of different reasons; the change's own otherwise.</param>
    public void Note(string what, string subject, string why = "") => db.Changes.Add(new ChangeRow
    {
        Number = -++noted,
        At = Instants.Micros(change.At),
        By = change.By,
        Why = why.Length > 0 ? why : change.Why,
        What = what,
        Subject = subject,
        Hash = "",
    });
}
