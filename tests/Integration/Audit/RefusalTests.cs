using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Records;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Audit;

/// <summary>Where the audit cannot be written the change is refused, and nothing of it is left.</summary>
public sealed class RefusalTests
{
    [Theory, OnEachDatabase]
    public async Task Where_the_audit_takes_no_row_nothing_of_a_change_is_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        using var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
        var before = await AuditRows.All(records);
        await AuditRows.Run(source, source.IsPostgres
            ? "CREATE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'planted: no row'; END $$ LANGUAGE plpgsql; CREATE TRIGGER refusing BEFORE INSERT ON changes FOR EACH ROW EXECUTE FUNCTION refuse()"
            : "CREATE TRIGGER refusing BEFORE INSERT ON changes BEGIN SELECT RAISE(ABORT, 'planted: no row'); END");
        await Refused(() => home.Offer(records, "one"));
        await Refused(() => records.Jobs.Start("intake", "starts", TemporaryHome.By("import")));
        await Refused(() => records.Reference.Adopt("v1", TemporaryHome.By("reference")));
        await Refused(() => records.Audit.Keep(ChangeKinds.AuditExported, "whole audit", TemporaryHome.By("export")));
        await NothingIsKept(records, before.Count);

        await AuditRows.Run(source, source.IsPostgres ? "DROP TRIGGER refusing ON changes" : "DROP TRIGGER refusing");
        var again = await home.Open();
        Directory.EnumerateFiles(home.Home.Supplies, "*", SearchOption.AllDirectories).ShouldBeEmpty("the start sweeps what the refusal left");
        await home.Offer(again, "one");
        (await again.Supplies.Register()).ShouldHaveSingleItem();
        AuditRows.Follow(await AuditRows.All(again)).ShouldBeTrue();
    }

    [Fact]
    public async Task Where_somebody_else_holds_the_database_a_change_is_refused_after_a_while()
    {
        using var home = await TemporaryHome.On(TemporaryHome.Sqlite);
        var records = await home.Open();
        var before = await AuditRows.All(records);
        using (var holder = new SqliteConnection($"Data Source={home.Home.RecordsFile}"))
        {
            holder.Open();
            using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN IMMEDIATE";
            hold.ExecuteNonQuery();
            using var impatient = new RecordsSource(home.Home.RecordsFile, "", patienceSeconds: 1);
            await Refused(() => impatient.Write("jobs", TemporaryHome.By("locked"), writing =>
            {
                writing.Db.Vintages.Add(new VintageRow { Vintage = "planted", Adopted = 1 });
                writing.Note(ChangeKinds.VintageAdopted, "planted");
                return Task.FromResult(0);
            }));
        }
        await NothingIsKept(records, before.Count);
    }

    [Theory, OnEachDatabase]
    public async Task Where_the_database_may_only_be_read_a_change_is_refused(string database)
    {
        if (database == TemporaryHome.Sqlite)
            return; // A file's rights do not bind the user who runs these tests; the audit itself refuses above.
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var before = await AuditRows.All(records);
        var readOnly = new Npgsql.NpgsqlConnectionStringBuilder(home.Home.Settings.Records) { Options = "-c default_transaction_read_only=on" };
        using var source = new RecordsSource("", readOnly.ToString());
        await Refused(() => source.Write("jobs", TemporaryHome.By("read only"), writing =>
        {
            writing.Db.Vintages.Add(new VintageRow { Vintage = "planted", Adopted = 1 });
            writing.Note(ChangeKinds.VintageAdopted, "planted");
            return Task.FromResult(0);
        }));
        await NothingIsKept(records, before.Count);
    }

    private static async Task Refused<T>(Func<Task<T>> change)
    {
        var thrown = await Should.ThrowAsync<Exception>(change);
        OpenRecords.Refusal(thrown).ShouldNotBeNull(thrown.ToString()).Code.ShouldBe("records-refused");
    }

    private static async Task NothingIsKept(OpenRecords records, int rows)
    {
        (await AuditRows.All(records)).Count.ShouldBe(rows);
        (await records.Supplies.Register()).ShouldBeEmpty();
        (await records.Receipts.Count()).ShouldBe(0);
        (await records.Jobs.Newest(10)).ShouldBeEmpty();
        (await records.Reference.Current()).ShouldBeNull();
    }
}
