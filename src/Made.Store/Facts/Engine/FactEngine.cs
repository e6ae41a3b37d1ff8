namespace Made.Store.Facts.Engine;

/// <summary>What the engine may take of the machine.</summary>
public sealed record EngineLimits
{
    public required int Threads { get; init; }

    public required int MemoryMebibytes { get; init; }

    /// <summary>One thread for each question: questions are asked side by side, and over files this small a second thread spends its time waiting for the first.</summary>
    public static EngineLimits Default { get; } = new() { Threads = 1, MemoryMebibytes = 1024 };
}

/// <summary>
/// One DuckDB in this process, without a database file: it works on Parquet files below the directories it was given and cannot reach
/// anything else - no other path, no network, no extension - and no statement can loosen that.
/// </summary>
public sealed class FactEngine : IDisposable
{
    private readonly Lazy<DatabaseHandle> database;

    private FactEngine(Func<DatabaseHandle> open) => database = new(open);

    public static unsafe string Version => Native.Text(Native.LibraryVersion());

    /// <summary>The database is opened, and locked down, by the first question: a command that asks none does not wait for it.</summary>
    /// <param name="home">Spilled intermediate results go to <c>staging/</c> in here.</param>
    /// <param name="limits">Threads and memory.</param>
    /// <param name="alsoReadable">Further directories, for benchmarks over files that lie elsewhere.</param>
    public static FactEngine Open(string home, EngineLimits limits, params ReadOnlySpan<string> alsoReadable)
    {
        var root = Path.GetFullPath(home);
        var allowed = string.Join(", ", alsoReadable.ToArray().Prepend(root).Select(d => Literal(Path.TrimEndingDirectorySeparator(Path.GetFullPath(d)) + "/")));
        return new FactEngine(() =>
        {
            var opened = OpenDatabase(limits, Path.Combine(root, "staging", "spill"));
            using var session = Connect(opened);
            RowsFunction.Register(session.Connection);
            // Files are never changed once they are there: what stands at their end is read once.
            session.Execute("SET GLOBAL parquet_metadata_cache = true");
            session.Execute($"SET allowed_directories = [{allowed}]");
            session.Execute("SET enable_external_access = false");
            session.Execute("SET lock_configuration = true");
            return opened;
        });
    }

    internal Session Connect() => Connect(database.Value);

    private static Session Connect(DatabaseHandle database) => Native.Connect(database, out var connection) == 0
        ? new Session(connection)
        : throw new EngineException("The fact engine gave no connection.");

    public void Dispose()
    {
        if (database.IsValueCreated)
            database.Value.Dispose();
    }

    private static unsafe DatabaseHandle OpenDatabase(EngineLimits limits, string spill)
    {
        _ = Native.CreateConfig(out var config);
        using (config)
        {
            Set(config, "threads", limits.Threads.ToString());
            Set(config, "memory_limit", $"{limits.MemoryMebibytes}MiB");
            Set(config, "temp_directory", spill);
            Set(config, "autoinstall_known_extensions", "false");
            Set(config, "autoload_known_extensions", "false");
            if (Native.Open(":memory:", out var database, config, out var error) == 0)
                return database;
            var message = Native.Text(error);
            Native.Free(error);
            throw new EngineException(message);
        }
    }

    private static void Set(ConfigHandle config, string name, string value)
    {
        if (Native.SetConfig(config, name, value) != 0)
            throw new EngineException($"The fact engine does not take '{value}' for {name}.");
    }

    /// <summary>Text inside a statement, only where no parameter can stand: a directory of our own in a setting, the texts of a declared column.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
