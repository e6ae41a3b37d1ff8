using Made.Core.Exchange;
using Made.Store;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class SuppliesTests
{
    [Theory, OnEachDatabase]
    public async Task A_first_supply_is_kept_with_its_facts_receipt_and_audit_rows(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var accepted = (await home.Offer(records, "one", released: "2020-02-01")).ShouldBeOfType<Acceptance.Accepted>();
        accepted.Supply.Id.ShouldBe("police-street-2019-12-r1");
        accepted.Replaced.ShouldBeEmpty();
        var facts = Path.Combine(home.Home.Supplies, "police-street", "2019-12", "police-street-2019-12-r1", "facts.parquet");
        home.Home.FactsFile(accepted.Supply).ShouldBe(facts);
        (await File.ReadAllTextAsync(facts)).ShouldBe("one");
        accepted.Supply.FactsSha256.ShouldBe(Durable.Sha256(facts));
        var held = (await records.Supplies.Register()).ShouldHaveSingleItem();
        held.ShouldBe(accepted.Supply);
        held.Received.ShouldBe(TemporaryHome.Noon);
        held.Released.ShouldBe(new DateOnly(2020, 2, 1));
        (held.Stored, held.WithoutPlace, held.OutsideArea, held.State).ShouldBe((7, 3, 1, SupplyState.Current));
        var receipt = (await records.Receipts.OfSupply(held.Id)).ShouldHaveSingleItem();
        receipt.Receipt.Supply.ShouldBe(held.Id);
        receipt.Receipt.Findings.ShouldBe(Offers.Receipt("one").Findings);
        var audit = (await records.Audit.Of(held.Id)).ShouldHaveSingleItem();
        (audit.What, audit.By, audit.Why, audit.At).ShouldBe((ChangeKinds.SupplyAccepted, "test", "offer one", TemporaryHome.Noon));
    }

    [Theory, OnEachDatabase]
    public async Task A_later_file_for_the_same_month_is_a_new_revision_that_replaces_the_old(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "one");
        var second = (await home.Offer(records, "two")).ShouldBeOfType<Acceptance.Accepted>();
        second.Supply.Id.ShouldBe("police-street-2019-12-r2");
        second.Replaced.ShouldHaveSingleItem().Id.ShouldBe("police-street-2019-12-r1");
        (await records.StateOf("police-street-2019-12-r1")).ShouldBe("Superseded");
        (await records.Supplies.Current("police-street")).ShouldHaveSingleItem().ShouldBe(second.Supply);
        (await records.Supplies.Current()).ShouldHaveSingleItem();
        (await records.Supplies.Current("collisions")).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task The_same_file_twice_is_already_held_and_only_its_receipt_is_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "one");
        var again = (await home.Offer(records, "one", minutes: 1)).ShouldBeOfType<Acceptance.AlreadyHeld>();
        again.Supply.Id.ShouldBe("police-street-2019-12-r1");
        again.Receipt.Receipt.Verdict.ShouldBe(Verdict.AlreadyHeld);
        again.Receipt.Receipt.Supply.ShouldBe("police-street-2019-12-r1");
        (await records.Supplies.Register()).Count.ShouldBe(1);
        (await records.Receipts.OfSupply("police-street-2019-12-r1")).Count.ShouldBe(2);
        (await records.Supplies.CurrentWithFile("police-street", "sha-of-one"))!.Id.ShouldBe("police-street-2019-12-r1");
        (await records.Supplies.CurrentWithFile("police-street", "sha-of-two")).ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task An_older_release_than_the_one_held_is_refused_and_its_receipt_says_so(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "later", released: "2025-06-01");
        var refused = (await home.Offer(records, "earlier", released: "2022-02-01")).ShouldBeOfType<Acceptance.Refused>();
        refused.Problem.Code.ShouldBe("older-release");
        var kept = (await records.Receipts.Find(refused.Receipt.Id))!.Receipt;
        (kept.Verdict, kept.Supply, kept.Findings[0].Code).ShouldBe((Verdict.Refused, "", "older-release"));
        (await records.Supplies.Register()).ShouldHaveSingleItem();
        Directory.GetDirectories(Path.Combine(home.Home.Supplies, "police-street", "2019-12")).ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task A_file_held_before_becomes_a_new_revision_and_its_receipt_says_which_it_equals(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "one");
        await home.Offer(records, "two");
        var again = (await home.Offer(records, "one")).ShouldBeOfType<Acceptance.Accepted>();
        again.Supply.Id.ShouldBe("police-street-2019-12-r3");
        again.Receipt.Receipt.Changes.ShouldBe("The same file as police-street-2019-12-r1, which is superseded: it counts again as a new revision.");
    }

    [Theory, OnEachDatabase]
    public async Task Withdrawing_restores_the_newest_earlier_revision_that_was_not_withdrawn(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        foreach (var content in (string[])["one", "two", "three"])
            await home.Offer(records, content);
        var first = await Withdrawn(records, "police-street-2019-12-r2");
        first.Restored.ShouldBeEmpty();
        (await records.StateOf("police-street-2019-12-r3")).ShouldBe("Current");
        var second = await Withdrawn(records, "police-street-2019-12-r3");
        second.Restored.ShouldHaveSingleItem().Id.ShouldBe("police-street-2019-12-r1");
        (await records.StateOf("police-street-2019-12-r1")).ShouldBe("Current");
        (await Withdrawn(records, "police-street-2019-12-r1")).Restored.ShouldBeEmpty();
        (await records.Supplies.Current("police-street")).ShouldBeEmpty();
        (await home.Offer(records, "four")).ShouldBeOfType<Acceptance.Accepted>().Supply.Revision.ShouldBe(4);
        (await records.Audit.Of("police-street-2019-12-r1")).Select(a => a.What).ShouldBe(
            [ChangeKinds.SupplyAccepted, ChangeKinds.SupplySuperseded, ChangeKinds.SupplyRestored, ChangeKinds.SupplyWithdrawn]);
    }

    [Theory, OnEachDatabase]
    public async Task Withdrawing_what_is_not_there_or_gone_already_is_refused(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Supplies.Withdraw("nothing-r1", TemporaryHome.By("mistake"))).Problem!.Code.ShouldBe("no-such-supply");
        await home.Offer(records, "one");
        await Withdrawn(records, "police-street-2019-12-r1");
        (await records.Supplies.Withdraw("police-street-2019-12-r1", TemporaryHome.By("again"))).Problem!.Code.ShouldBe("already-withdrawn");
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_covers_the_held_months_and_more_replaces_them_and_gives_them_back_when_withdrawn(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "first half", "2015-01/2015-06");
        await home.Offer(records, "july", "2015-07");
        var year = (await home.Offer(records, "year", "2015-01/2015-12")).ShouldBeOfType<Acceptance.Accepted>();
        year.Supply.Id.ShouldBe("police-street-2015-01-2015-12-r1");
        year.Replaced.Count.ShouldBe(2);
        File.Exists(home.Home.FactsFile(year.Supply)).ShouldBeTrue();
        (await records.Supplies.Current("police-street")).ShouldHaveSingleItem();
        (await Withdrawn(records, year.Supply.Id)).Restored.Count.ShouldBe(2);
        (await records.Supplies.Current("police-street")).Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task A_file_that_covers_only_part_of_the_held_months_is_refused_unless_each_value_names_its_own_period(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        await home.Offer(records, "year", "2015-01/2015-12");
        (await home.Offer(records, "june", "2015-06")).ShouldBeOfType<Acceptance.Refused>().Problem.Code.ShouldBe("overlapping-period");
        (await home.Offer(records, "overhang", "2015-06/2016-05")).ShouldBeOfType<Acceptance.Refused>().Problem.Code.ShouldBe("overlapping-period");
        (await home.Offer(records, "values", "2015-06", shape: DatasetShape.ReportedValues)).ShouldBeOfType<Acceptance.Accepted>();
    }

    private static async Task<Withdrawal> Withdrawn(OpenRecords records, string id) =>
        (await records.Supplies.Withdraw(id, TemporaryHome.By("wrong file"))).Succeeded(out var done, out var problem)
            ? done
            : throw new InvalidOperationException(problem.ToString());
}
