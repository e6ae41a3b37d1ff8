using Made.Core;
using Made.Store.Records;
using Made.TestKit.Postgres;

namespace Made.TestKit;

/// <summary>A home in a temporary folder on one of the two databases, removed at the end.</summary>
public sealed class TemporaryHome : IDisposable
{
    public const string Sqlite = "SQLite";
    public const string Postgres = "PostgreSQL";
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private readonly string root;
    private readonly List<OpenRecords> opened = [];

    private TemporaryHome(string root, Home home) => (this.root, Home) = (root, home);

    public Home Home { get; }

    public static async Task<TemporaryHome> On(string database)
    {
        var folder = Directory.CreateTempSubdirectory("made-home-").FullName;
        var postgres = database == Postgres ? await PostgresCluster.NewDatabase() : "";
        var outcome = await Home.Create(Path.Combine(folder, "home"), Path.Combine(folder, "keys"), postgres);
        return outcome.Succeeded(out var home, out var problem)
            ? new TemporaryHome(folder, home)
            : throw new InvalidOperationException(problem.ToString());
    }

    public static Change By(string why, double minutes = 0) => new("test", why, Noon.AddMinutes(minutes));

    /// <summary>Opens the records as another start of the program would.</summary>
    public async Task<OpenRecords> Open()
    {
        var outcome = await OpenRecords.Open(Home, By("start"));
        if (!outcome.Succeeded(out var records, out var problem))
            throw new InvalidOperationException(problem.ToString());
        opened.Add(records);
        return records;
    }

    public void Dispose()
    {
        opened.ForEach(r => r.Dispose());
        Directory.Delete(root, recursive: true);
    }
}
