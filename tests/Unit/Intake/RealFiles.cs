using System.Diagnostics;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

public class RealFiles(ITestOutputHelper output)
{
    [Fact]
    public void The_39_published_files_give_the_counts_that_were_established_by_hand()
    {
        if (SharedFiles.Folder("data") is not { } data)
            return;
        var places = RealPlaces.Of(Path.Combine(data, "lookups"), "E23000003");
        var files = Directory.GetFiles(Path.Combine(data, "police", "lancashire", "street"), "*.csv.gz").Order().ToArray();
        var receipts = new Receipt[files.Length];
        var started = Stopwatch.GetTimestamp();
        Parallel.For(0, files.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            using var stream = File.OpenRead(files[i]);
            receipts[i] = IntakeRun.Of(Path.GetFileName(files[i]), stream, TestDatasets.PoliceStreet, places, facts: false).Single().Receipt;
        });
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (var finding in receipts.SelectMany(r => r.Findings).GroupBy(f => (f.Code, f.Column)))
            output.WriteLine($"{finding.Key}: {finding.Sum(f => f.Count):#,0} rows");
        output.WriteLine($"{receipts.Sum(r => r.RecordsIn) / seconds:#,0} rows/s");
        files.Length.ShouldBe(39);
        receipts.ShouldAllBe(r => r.Verdict != Verdict.Refused && r.Balances && r.Period == r.File.Substring(0, 7));
        receipts.Sum(r => r.RecordsIn).ShouldBe(669_968);
        receipts.Sum(r => r.Rejected).ShouldBe(0);
        receipts.Sum(r => r.Duplicates).ShouldBe(2_842);
        receipts.Sum(r => r.Stored).ShouldBe(667_126);
        receipts.Sum(r => r.WithoutPlace).ShouldBe(40_154);
        receipts.Sum(r => r.OutsideArea).ShouldBe(1_738);
    }
}
