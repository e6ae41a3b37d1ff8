using System.Diagnostics;
using Made.Store.Audit;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Records;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Audit;

/// <summary>
/// Every kind of tampering at random places is found, and named where it can be. The script in the
/// other language is asked about each kind, and about every twentieth beyond.
/// </summary>
public sealed class TamperingTests(ITestOutputHelper output)
{
    private static readonly int Tries = Tier.Is(1_000, full: 10_000);

    [Theory, OnEachDatabase]
    public async Task Every_single_tampering_is_found_here_and_by_the_script(string database)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        for (var i = 0; i < 40; i++)
        {
            await records.Audit.Keep(ChangeKinds.TableSaved, $"table-{i}", TemporaryHome.By($"reason {i} of this test", i));
            if (i % 10 == 9)
                (await records.Checkpoints.Keep(TemporaryHome.Noon.AddMinutes(i))).Problem.ShouldBeNull();
        }
        var rows = await AuditRows.All(records);
        var signed = await File.ReadAllBytesAsync(records.Checkpoints.File);
        (await Problems(records)).ShouldBeEmpty();
        (await Script.Holds(records)).ShouldBeTrue("nothing was done yet");
        using var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
        var (found, named, asked) = (0, 0, 0);
        // PostgreSQL is asked about each kind three times: what is found does not depend on where rows lie.
        var tries = database == TemporaryHome.Sqlite ? Tries : 3 * Tampering.Kinds.Count;
        for (var i = 0; i < tries; i++)
        {
            var kind = Tampering.Kinds[i % Tampering.Kinds.Count];
            var done = Tampering.Of(kind, rows, signed, random);
            var what = $"seed {seed}, {i}: {kind}";
            await Put(source, records, done);
            var problems = await Problems(records);
            problems.ShouldNotBeEmpty(what);
            found++;
            if (done.Names > 0)
            {
                problems.ShouldContain(p => p.Message.Contains($"row {done.Names} ", StringComparison.Ordinal), what);
                named++;
            }
            if (i >= Tampering.Kinds.Count && i % 20 != 0)
                continue;
            (await Script.Holds(records)).ShouldBeFalse(what);
            asked++;
        }
        await Put(source, records, new Tampering("", rows, signed, signed, 0));
        (await Problems(records)).ShouldBeEmpty("everything was put back");
        output.WriteLine($"{database}: {found} of {tries} tamperings found, {named} with their row, {asked} of {asked} by the script too");
    }

    private static async Task Put(RecordsSource source, OpenRecords records, Tampering done)
    {
        await AuditRows.Put(source, done.Rows);
        await File.WriteAllBytesAsync(records.Checkpoints.File, done.Signed);
        await File.WriteAllBytesAsync(records.Home.CheckpointsCopy, done.Copy);
    }

    private static async Task<IReadOnlyList<Core.Problem>> Problems(OpenRecords records) => (await AuditCheck.Run(records, CancellationToken.None)).Problems;
}

/// <summary>docs/verify-audit.mjs, run as a stranger runs it.</summary>
internal static class Script
{
    public static async Task<bool> Holds(OpenRecords records)
    {
        var folder = Directory.CreateTempSubdirectory("made-audit-").FullName;
        try
        {
            await AuditExport.Write(records, folder, CancellationToken.None);
            var (code, said) = await Run(folder);
            code.ShouldBeOneOf([0, 1], said);
            return code == 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Repository.Path("docs", "verify-audit.mjs"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await wrong);
    }
}
