using Made.Core.Exchange;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class ReceiptsTests
{
    [Theory, OnEachDatabase]
    public async Task The_receipt_of_a_refused_file_is_kept_for_ever(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var kept = await records.Receipts.Keep(Offers.Receipt("bad", verdict: Verdict.Refused), TemporaryHome.By("upload"));
        var found = (await records.Receipts.Find(kept.Id))!;
        (found.By, found.Received, found.Receipt.Verdict).ShouldBe(("test", TemporaryHome.Noon, Verdict.Refused));
        Json.Text(found).ShouldBe(Json.Text(kept));
        (await records.Receipts.Find(Guid.NewGuid())).ShouldBeNull();
        (await records.Audit.Of(kept.Id.ToString())).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.ReceiptKept);
    }

    [Theory, OnEachDatabase]
    public async Task Receipts_are_paged_newest_first(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        for (var i = 0; i < 5; i++)
            await records.Receipts.Keep(Offers.Receipt($"file {i}"), TemporaryHome.By("upload", minutes: i));
        (await records.Receipts.Newest(1, 2)).Select(r => r.Receipt.File).ShouldBe(["file 3.csv", "file 2.csv"]);
        (await records.Receipts.Count()).ShouldBe(5);
    }

    [Theory, OnEachDatabase]
    public async Task A_receipt_that_does_not_add_up_is_not_kept(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var wrong = Offers.Receipt("wrong") with { Stored = 8 };
        await Should.ThrowAsync<InvalidOperationException>(() => records.Receipts.Keep(wrong, TemporaryHome.By("upload")));
        (await records.Receipts.Count()).ShouldBe(0);
    }
}
