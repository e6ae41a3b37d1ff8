using System.Diagnostics;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

public class LargeFiles(ITestOutputHelper output)
{
    [Fact]
    public void A_million_records_are_read_in_under_a_minute_and_half_a_gigabyte()
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var text = new StreamWriter(file))
            {
                text.Write("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n");
                for (var i = 0; i < 1_000_000; i++)
                    text.Write($"{(i % 1000 == 999 ? i - 1 : i):x64},2022-07,Force,Force,-2.46,53.76,On or near Park Lane,E01012607,X 001A,Drugs,,\n");
            }
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            using var stream = File.OpenRead(file);
            var receipt = IntakeRun.Of("2022-07-x-street.csv", stream, TestDatasets.PoliceStreet, facts: false).Single().Receipt;
            output.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MB allocated in all");
            (receipt.RecordsIn, receipt.Stored, receipt.Rejected, receipt.Duplicates).ShouldBe((1_000_000, 999_000, 0, 1_000));
            receipt.Verdict.ShouldBe(Verdict.AcceptedWithRejections);
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(60));
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(512L << 20);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Files_of_partners_are_not_taken_for_police_files()
    {
        if (SharedFiles.Folder("attacks/csv-own") is not { } folder)
            return;
        foreach (var file in Directory.GetFiles(folder, "*_S_*.csv"))
        {
            var receipt = IntakeRun.One(Path.GetFileName(file), File.ReadAllBytes(file), TestDatasets.PoliceStreet).Receipt;
            receipt.Verdict.ShouldBe(Verdict.Refused, file);
            receipt.Findings.ShouldNotBeEmpty();
        }
    }
}
