using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Store;
using Made.Store.Facts;
using Made.Store.Records;

// made-crash-host HOME KEYS accept MONTH CONTENT...   accepts one supply per content, in order, and prints its id
// made-crash-host HOME KEYS lease KIND                takes the lease of a kind, prints "leased" and waits to be killed
var change = new Change("crash host", "a test", TimeProvider.System.GetUtcNow());
if (!Home.Open(args[0], args[1]).Succeeded(out var home, out var problem))
    return Fail(problem);
if (!(await OpenRecords.Open(home, change)).Succeeded(out var records, out problem))
    return Fail(problem);
using (records)
{
    if (args[2] == "lease")
    {
        if (!(await records.Jobs.StartAlone(args[3], "held by a test", change)).Succeeded(out _, out problem))
            return Fail(problem);
        Console.WriteLine("leased");
        await Task.Delay(Timeout.Infinite);
    }
    foreach (var content in args[4..])
        Console.WriteLine(await Accept(records, Month.Parse(args[3]), content));
}
return 0;

async Task<string> Accept(OpenRecords records, Month month, string content)
{
    using var staging = await StagingFolder.Begin(home);
    var facts = staging.File("facts.parquet");
    await File.WriteAllTextAsync(facts, content);
    var offer = new SupplyOffer
    {
        Dataset = "police-street",
        Shape = DatasetShape.Records,
        First = month,
        Last = month,
        Sha256 = "sha-of-" + content,
        File = content + ".csv",
        Released = null,
        StagedFacts = new FactFile { Path = facts, Rows = 1, Sha256 = Durable.Sha256(facts) },
        Receipt = new Receipt
        {
            File = content + ".csv",
            Dataset = "police-street",
            Period = month.ToString(),
            Supply = "",
            Verdict = Verdict.Accepted,
            RecordsIn = 1,
            Stored = 1,
            Rejected = 0,
            Duplicates = 0,
            WithoutPlace = 0,
            OutsideArea = 0,
            Findings = [],
            Sha256 = "sha-of-" + content,
        },
    };
    return (await records.Supplies.Accept(offer, change)).Receipt.Receipt.Supply;
}

static int Fail(Problem problem)
{
    Console.Error.WriteLine(problem);
    return 1;
}
