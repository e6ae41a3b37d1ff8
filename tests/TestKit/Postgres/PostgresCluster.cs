using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Made.TestKit.Postgres;

/// <summary>
/// A private PostgreSQL for this test run: its own folder under the temporary folder, its own free port, its own user where the tests run as
/// root. It stops and removes itself when the test process ends, however that ends: the shell that runs it waits for its input to close.
/// </summary>
public sealed class PostgresCluster
{
    private static readonly string Binaries = FindBinaries();
    private static readonly Lazy<Task<PostgresCluster>> Running = new(Start);
    private static int databases;
    private readonly int port;

    private PostgresCluster(int port) => this.port = port;

    /// <summary>Why PostgreSQL tests cannot run here, in a sentence; empty where they can.</summary>
    public static string WhyNot { get; } = FindWhyNot();

    /// <summary>A new, empty database of the run's cluster, as a connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var cluster = await Running.Value;
        var name = string.Create(CultureInfo.InvariantCulture, $"made_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(cluster.To("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return cluster.To(name);
    }

    // A small pool that empties soon: many test databases share one cluster's connections.
    private string To(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Maximum Pool Size=12;Connection Idle Lifetime=5;Connection Pruning Interval=2");

    private static async Task<PostgresCluster> Start()
    {
        var free = FreePort();
        var folder = Path.Combine(Path.GetTempPath(), $"made-postgres-{Environment.ProcessId}-{free}");
        // The shell owns everything: it makes the folder, serves until its input closes, then stops the server and removes the folder.
        var script = $"""
            set -e
            umask 077
            mkdir '{folder}'
            trap 'kill -QUIT $server 2>/dev/null || true; wait; rm -rf "{folder}"' EXIT
            '{Binaries}/initdb' -D '{folder}/data' -U postgres -A trust -E UTF8 --locale=C -N >'{folder}/log' 2>&1
            '{Binaries}/postgres' -D '{folder}/data' -p {free} -c listen_addresses=127.0.0.1 -c unix_socket_directories='{folder}' \
                -c fsync=off -c full_page_writes=off -c max_connections=200 >>'{folder}/log' 2>&1 &
            server=$!
            cat >/dev/null
            """;
        var start = new ProcessStartInfo { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        string[] words = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "sh", "-c", script]
            : ["sh", "-c", script];
        start.FileName = words[0];
        foreach (var word in words[1..])
            start.ArgumentList.Add(word);
        var shell = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            shell.StandardInput.Close();
            shell.WaitForExit(TimeSpan.FromSeconds(10));
        };
        var cluster = new PostgresCluster(free);
        await cluster.WaitUntilItAnswers(shell);
        return cluster;
    }

    private async Task WaitUntilItAnswers(Process shell)
    {
        for (var attempt = 0; attempt < 600 && !shell.HasExited; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(To("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
        throw new InvalidOperationException("PostgreSQL is installed here but its private test cluster did not start.");
    }

    private static string FindBinaries()
    {
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian).Order(StringComparer.Ordinal).Reverse() : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return versions.Select(v => Path.Combine(v, "bin")).Concat(path).FirstOrDefault(b => File.Exists(Path.Combine(b, "initdb"))) ?? "";
    }

    private static string FindWhyNot()
    {
        if (Binaries.Length == 0)
            return "PostgreSQL is not installed here (apt-get install postgresql): only SQLite is tested.";
        if (Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv"))
            return "PostgreSQL refuses to run as root and setpriv is not installed here: only SQLite is tested.";
        if (Environment.IsPrivilegedProcess && !File.ReadLines("/etc/passwd").Any(l => l.StartsWith("postgres:", StringComparison.Ordinal)))
            return "PostgreSQL refuses to run as root and there is no user postgres here: only SQLite is tested.";
        return "";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
