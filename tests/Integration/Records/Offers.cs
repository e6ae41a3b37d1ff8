using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Store;
using Made.Store.Facts;
using Made.Store.Records;
using Made.TestKit;

namespace Made.Tests.Integration.Records;

/// <summary>Offers of small supplies: the content stands for the file.</summary>
internal static class Offers
{
    public static Receipt Receipt(string content, string period = "2019-12", Verdict verdict = Verdict.Accepted) => new()
    {
        File = content + ".csv",
        Dataset = "police-street",
        Period = period,
        Supply = "",
        Verdict = verdict,
        RecordsIn = 10,
        Stored = verdict == Verdict.Refused ? 0 : 7,
        Rejected = verdict == Verdict.Refused ? 0 : 1,
        Duplicates = verdict == Verdict.Refused ? 0 : 2,
        WithoutPlace = 3,
        OutsideArea = 1,
        Findings = [new Finding("month-elsewhere", 7, "Month", "The month is not the file's.", "Send it with its own month.", 2)],
        Sha256 = "sha-of-" + content,
    };

    /// <param name="home">Where it is offered.</param>
    /// <param name="content">Stands for the bytes.</param>
    /// <param name="period"><c>2019-12</c> or <c>2015-01/2015-12</c>.</param>
    /// <param name="released">The publisher's release date.</param>
    /// <param name="shape">Records, or values somebody else counted.</param>
    /// <param name="minutes">When, after noon.</param>
    public static async Task<Acceptance> Offer(
        this TemporaryHome home, OpenRecords records, string content, string period = "2019-12", string? released = null,
        DatasetShape shape = DatasetShape.Records, double minutes = 0)
    {
        using var staging = await StagingFolder.Begin(home.Home);
        var facts = staging.File("facts.parquet");
        await File.WriteAllTextAsync(facts, content);
        var months = period.Split('/').Select(Month.Parse).ToList();
        return await records.Supplies.Accept(
            new SupplyOffer
            {
                Dataset = "police-street",
                Shape = shape,
                First = months[0],
                Last = months[^1],
                Sha256 = "sha-of-" + content,
                File = content + ".csv",
                Released = released is null ? null : DateOnly.ParseExact(released, "yyyy-MM-dd"),
                StagedFacts = new FactFile { Path = facts, Rows = 1, Sha256 = Durable.Sha256(facts) },
                Receipt = Receipt(content, period),
            },
            TemporaryHome.By("offer " + content, minutes));
    }

    public static async Task<string> StateOf(this OpenRecords records, string supply) =>
        (await records.Supplies.Find(supply))!.State.ToString();
}
