using System.Text;
using Made.TestKit;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

/// <summary>
/// Files that were sound until something happened to one of their lines. Either the file is refused with a reason, or every record of every other line is
/// kept as it was, and the line that was hit is kept, rejected or told: nothing is lost in silence, and nothing moves into another column.
/// </summary>
public sealed class MutatedFiles(ITestOutputHelper output)
{
    private const string Name = "2022-07-x-street.csv";
    private const string Header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
    private const int Lines = 24;

    private static readonly int Cases = Tier.Is(2_000, full: 100_000);

    private static readonly (string Name, Func<byte[], Random, byte[]> Do)[] Mutations =
    [
        ("a byte changed", (line, random) => [.. line.Select((b, i) => (i, b)).Select(x => x.i == line.Length / 2 ? (byte)random.Next(256) : x.b)]),
        ("a quote put in", (line, random) => Put(line, random, "\"")),
        ("two quotes put in", (line, random) => Put(Put(line, random, "\""), random, "\"")),
        ("a comma put in", (line, random) => Put(line, random, ",")),
        ("a comma taken out", (line, random) => Without(line, random, (byte)',')),
        ("cut short", (line, random) => line[..random.Next(line.Length)]),
        ("sent twice over", (line, _) => [.. line, .. line]),
        ("zero bytes", (line, random) => Put(line, random, "\0\0")),
        ("a line end put in", (line, random) => Put(line, random, random.Next(3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" })),
        ("bytes that are no UTF-8", (line, random) => Put(line, random, [0xC3, 0x28])),
        ("blanks around", (line, _) => [.. "  "u8, .. line, .. "\t "u8]),
        ("separators of another country", (line, _) => [.. line.Select(b => b == ',' ? (byte)';' : b)]),
        ("a number grown long", (line, random) => Put(line, random, new string('9', 400))),
        ("a formula put in", (line, random) => Put(line, random, "=1+1")),
        ("letters of another script", (line, random) => Put(line, random, "‮ñ日本")),
        ("emptied", (_, _) => []),
        ("all commas", (_, _) => ",,,,,,,,,,,"u8.ToArray()),
        ("the heading again", (_, _) => Encoding.UTF8.GetBytes(Header)),
    ];

    [Fact]
    public void Whatever_happens_to_one_line_no_other_is_lost_or_changed()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var clean = Enumerable.Range(0, Lines).Select(i => Encoding.UTF8.GetBytes(
            $"key{i:00},2022-07,Force,Force,-2.4{i},53.7{i},{(i % 5 == 0 ? "\"On or near Park, Lane\"" : "On or near Park")},E0101{i:0000},X {i:000}A,{(i % 2 == 0 ? "Drugs" : "Other theft")},,")).ToArray();
        var sound = Facts(clean);
        sound.Count.ShouldBe(Lines);
        var (refused, kept) = (0, 0);
        for (var at = 0; at < Cases; at++)
        {
            var (what, mutate) = Mutations[at % Mutations.Length];
            var hit = random.Next(Lines);
            byte[][] lines = [.. clean];
            lines[hit] = mutate(lines[hit], random);
            var read = Read(lines);
            var said = $"seed {seed}, case {at}: {what} in line {hit + 2}";
            (read.Receipt.Stored + read.Receipt.Rejected + read.Receipt.Duplicates).ShouldBe(read.Receipt.RecordsIn, said);
            // An empty line may be left out, and is told of as well.
            if (NothingLost.Kept(read, sound, hit, isGone: false, said))
                kept++;
            else
                refused++;
        }
        output.WriteLine($"{Cases:N0} mutated files (seed {seed}): {refused:N0} refused with a reason, {kept:N0} kept with every other line as it was; silent losses 0");
        refused.ShouldBeGreaterThan(Cases / 20);
        kept.ShouldBeGreaterThan(Cases / 4);
    }

    private static byte[] Put(byte[] line, Random random, string text) => Put(line, random, Encoding.UTF8.GetBytes(text));

    private static byte[] Put(byte[] line, Random random, byte[] more)
    {
        var at = random.Next(line.Length + 1);
        return [.. line[..at], .. more, .. line[at..]];
    }

    private static byte[] Without(byte[] line, Random random, byte which)
    {
        var places = line.Select((b, i) => (b, i)).Where(x => x.b == which).Select(x => x.i).ToArray();
        var at = places[random.Next(places.Length)];
        return [.. line[..at], .. line[(at + 1)..]];
    }

    private static IReadOnlyList<StoredFact> Facts(byte[][] lines) => Read(lines).Facts;

    private static ReadBack Read(byte[][] lines) =>
        IntakeRun.One(Name, [.. Encoding.UTF8.GetBytes(Header + "\n"), .. lines.SelectMany(l => (byte[])[.. l, (byte)'\n'])], TestDatasets.PoliceStreet);
}
