using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

public class HostileArchives(ITestOutputHelper output)
{
    private const string Header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n";
    private const string Asb = ",2022-07,A,A,-2.4,53.7,On or near B5256,E01000001,X 001A,Anti-social behaviour,,\n";

    private static string Chunk => string.Concat(Enumerable.Repeat(Asb, ((1 << 20) / Asb.Length) + 1));

    [Theory]
    [InlineData("xlsx-own", "01 02 05 06", Verdict.Accepted)]
    [InlineData("xlsx-own", "03 04 07 08 09 10 11 12 14 15 16 17 20 22 23 24 25", Verdict.Refused)]
    [InlineData("xlsx-own", "19", Verdict.AcceptedWithRejections)]
    public void Workbooks_made_to_harm_end_as_their_manifest_allows(string folder, string numbers, Verdict verdict)
    {
        if (SharedFiles.Folder($"attacks/{folder}") is not { } path)
            return;
        foreach (var number in numbers.Split(' '))
        {
            var read = Read(Directory.GetFiles(path, $"{number}_*").Single());
            read.Receipt.Verdict.ShouldBe(verdict, $"{number}: {string.Join(" | ", read.Receipt.Findings.Select(f => f.Message))}");
            if (verdict == Verdict.Accepted)
                read.Facts.Count.ShouldBe(25, number);
        }
    }

    [Theory]
    [InlineData("xlsx-own")]
    [InlineData("xlsx-poi")]
    [InlineData("xls-poi")]
    [InlineData("zip-dotnet")]
    [InlineData("tabular-frictionless")]
    public void Every_strange_file_is_refused_with_a_reason_or_balances(string folder)
    {
        if (SharedFiles.Folder($"attacks/{folder}") is not { } path)
            return;
        foreach (var file in Directory.GetFiles(path).Where(f => !f.EndsWith("MANIFEST.csv", StringComparison.Ordinal)).Order())
        {
            var started = Stopwatch.GetTimestamp();
            using var stream = File.OpenRead(file);
            foreach (var read in IntakeRun.Of(Path.GetFileName(file), stream, TestDatasets.IncidentsOfPartner))
            {
                output.WriteLine($"{read.Receipt.File}: {read.Receipt.Verdict} {read.Receipt.Stored} {(read.Receipt.Findings.Count > 0 ? read.Receipt.Findings[0].Message : "")}");
                read.Receipt.Balances.ShouldBeTrue(file);
                if (read.Receipt.Verdict == Verdict.Refused)
                    read.Receipt.Findings.ShouldNotBeEmpty(file);
                else
                    read.Facts.Count.ShouldBe((int)read.Receipt.Stored, file);
            }
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(10), file);
        }
    }

    [Theory]
    [InlineData("2022-07-x-street.csv.gz")]
    [InlineData("bomb.zip")]
    public void Two_gigabytes_packed_small_are_refused_in_bounded_memory(string name)
    {
        using var packed = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            using var member = zip.CreateEntry("2022-07-x-street.csv").Open();
            Fill(member);
        }
        else
        {
            // Pieces of gzip may be joined: two gigabytes are made without packing them all.
            packed.Write(Gzip(Header));
            var piece = Gzip(Chunk);
            for (var i = 0; i < 2048; i++)
                packed.Write(piece);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        var receipt = IntakeRun.One(name, packed.ToArray(), TestDatasets.PoliceStreet).Receipt;
        receipt.Verdict.ShouldBe(Verdict.Refused);
        receipt.Findings.ShouldContain(f => f.Code == "unpacks-too-far" || f.Code == "too-many-bytes");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64L << 20);
    }

    [Fact]
    public void A_member_with_one_changed_byte_is_refused_and_the_others_are_kept()
    {
        var bytes = Zip(CompressionLevel.NoCompression, ("2022-07-a-street.csv", Header + Asb), ("2022-07-b-street.csv", Header + Asb));
        var at = bytes.AsSpan().IndexOf("-2.4"u8);
        bytes[at + 1] = (byte)'3';
        using var stream = new MemoryStream(bytes);
        var read = IntakeRun.Of("a.zip", stream, TestDatasets.PoliceStreet);
        read.Select(r => r.Receipt.File).ShouldBe(["a.zip!/2022-07-a-street.csv", "a.zip!/2022-07-b-street.csv"]);
        read.Select(r => r.Receipt.Verdict).ShouldBe([Verdict.Refused, Verdict.Accepted]);
        read[0].Receipt.Findings.ShouldContain(f => f.Code == "checksum-differs");
        read[0].Receipt.Stored.ShouldBe(0);
    }

    [Fact]
    public void A_gzip_file_cut_short_is_refused_wherever_it_is_cut()
    {
        var rows = Header + string.Concat(Enumerable.Range(0, 300).Select(i => Asb.Replace("53.7", $"53.7{i}")));
        var whole = Gzip(rows);
        IntakeRun.One("2022-07-a-street.csv.gz", whole, TestDatasets.PoliceStreet).Receipt.Verdict.ShouldBe(Verdict.Accepted);
        for (var length = 20; length < whole.Length; length += 7)
            IntakeRun.One("2022-07-a-street.csv.gz", whole[..length], TestDatasets.PoliceStreet).Receipt.Verdict.ShouldBe(Verdict.Refused, $"cut at {length} of {whole.Length}");
    }

    [Fact]
    public void An_archive_may_hold_packed_tables_and_workbooks()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry("2022-07/2022-07-a-street.csv.gz").Open();
            member.Write(Gzip(Header + Asb));
        }
        var read = IntakeRun.Of("a.zip", packed, TestDatasets.PoliceStreet).Single();
        read.Receipt.Verdict.ShouldBe(Verdict.Accepted);
        read.Receipt.Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Gzip(Header + Asb))));
    }

    private static ReadBack Read(string file) => IntakeRun.One(Path.GetFileName(file), File.ReadAllBytes(file), TestDatasets.IncidentsOfPartner);

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] members)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in members)
            {
                using var member = zip.CreateEntry(name, level).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        return packed.ToArray();
    }

    private static void Fill(Stream target)
    {
        target.Write(Encoding.UTF8.GetBytes(Header));
        var chunk = Encoding.UTF8.GetBytes(Chunk);
        for (var i = 0; i < 2048; i++)
            target.Write(chunk);
    }
}
