using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Made.TestKit;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Intake;

/// <summary>
/// Workbooks that were sound until something happened to one of their rows, to one of their parts, or to their bytes. Either the file is refused with a
/// reason, or every record of every other row is kept as it was and the row that was hit is kept, rejected or told; in bounded time and memory.
/// </summary>
public sealed class MutatedWorkbooks(ITestOutputHelper output)
{
    private const int Rows = 24;
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Strings = "xl/sharedStrings.xml";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const long MostBytes = 64L << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(5);
    private static readonly int Cases = Tier.Is(400, full: 20_000);
    private static readonly string[] Columns = ["incident_ref", "incident_category", "incident_date", "incident_time", "location_easting", "location_northing", "ward_code", "location_text"];

    /// <summary>What may happen to the markup of one row.</summary>
    private static readonly (string Name, Func<string, Random, string> Do)[] OfRow =
    [
        ("a sign changed", (row, random) => Changed(row, random.Next(row.Length), (char)random.Next(32, 127))),
        ("a control sign put in", (row, random) => row.Insert(random.Next(row.Length + 1), ((char)random.Next(1, 32)).ToString())),
        ("markup put in", (row, random) => row.Insert(random.Next(row.Length + 1), One(random, ["<", ">", "&", "\"", "</c>", "<c/>", "</row>", "<row>", "<v>1</v>", "<!--", "]]>", "<f>1+1</f>", "&#0;", "&x;"]))),
        ("cut short", (row, random) => row[..random.Next(row.Length)]),
        ("sent twice over", (row, _) => row + row),
        ("emptied", (_, _) => ""),
        ("another row's number", (row, random) => Replaced(row, "<row r=\"", "\"", random.Next(0, 2_000_000).ToString())),
        ("another cell's place", (row, random) => Replaced(row, "<c r=\"", "\"", One(random, ["A1", "XFD1048576", "ZZZZ9", "", "1", "B2", "a2"]))),
        ("another kind of cell", (row, random) => Replaced(row, " t=\"", "\"", One(random, ["n", "s", "b", "e", "d", "str", "inlineStr", "x", ""]))),
        ("a value grown long", (row, random) => Replaced(row, random.Next(2) == 0 ? "<v>" : "<t>", "<", new string('9', random.Next(1, 60_000)))),
        ("another value", (row, random) => Replaced(row, random.Next(2) == 0 ? "<v>" : "<t>", "<", One(random, ["-1", "1e400", "NaN", "99999999999999999999", "0.1", "=1+1", "", " ", "#REF!", "1", "\u202eñ日本"]))),
    ];

    /// <summary>What may happen to the parts, with lengths and checksums made anew: a program wrote it so.</summary>
    private static readonly (string Name, Action<Dictionary<string, string>, Random> Do)[] OfParts =
    [
        ("a part left out", (parts, random) => parts.Remove(One(random, [.. parts.Keys]))),
        ("a part emptied", (parts, random) => parts[One(random, [.. parts.Keys])] = ""),
        ("a part cut short", (parts, random) => Change(parts, random, text => text[..random.Next(text.Length)])),
        ("a part called otherwise", (parts, random) => Rename(parts, One(random, [.. parts.Keys]), One(random, [Sheet.ToUpperInvariant(), "../" + Sheet, "/" + Sheet, "xl\\worksheets\\sheet1.xml", "x.xml", " ", "xl/worksheets/sheet2.xml"]))),
        ("no encoding", (parts, random) => Change(parts, random, text => text.Replace("UTF-8", One(random, ["UTF-16", "x-none", "ISO-8859-1", "UTF-7"]), StringComparison.Ordinal))),
        ("a definition of a document", (parts, random) => Change(parts, random, text => text.Replace("?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>", StringComparison.Ordinal))),
        ("the sheet hidden", (parts, _) => parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("sheetId", "state=\"hidden\" sheetId", StringComparison.Ordinal)),
        ("a second sheet that is nowhere", (parts, _) => parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("</sheets>", "<sheet name=\"b\" sheetId=\"2\" r:id=\"rId9\"/></sheets>", StringComparison.Ordinal)),
        ("the sheet elsewhere", (parts, random) => Change(parts, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", One(random, ["https://example.org/sheet1.xml", "/etc/passwd", "../../sheet1.xml", "worksheets/sheet2.xml", "sharedStrings.xml", ""]))),
        ("a wrong extent", (parts, random) => Change(parts, Sheet, "<sheetData>", $"<dimension ref=\"{One(random, ["A1", "A1:XFD1048576", "B2:C3", "x", ""])}\"/><sheetData>")),
        ("deep nesting", (parts, _) => Change(parts, Sheet, "</worksheet>", string.Concat(Enumerable.Repeat("<x>", 5_000)) + string.Concat(Enumerable.Repeat("</x>", 5_000)) + "</worksheet>")),
        ("many cells far away", (parts, random) => Change(parts, Sheet, "</sheetData>", $"<row r=\"{random.Next(30, 1_048_577)}\"><c r=\"A1\"/></row></sheetData>")),
        ("fewer strings than are pointed to", (parts, _) => Change(parts, Strings, "<si><t>incident_ref</t></si>", "")),
    ];

    /// <summary>What may happen to the bytes on the way.</summary>
    private static readonly (string Name, Func<byte[], Random, byte[]> Do)[] OfBytes =
    [
        ("a bit turned", (file, random) => Turned(file, random, 1)),
        ("eight bits turned", (file, random) => Turned(file, random, 8)),
        ("a run of zeros", (file, random) => Overwritten(file, random, new byte[random.Next(1, 64)])),
        ("a run of noise", (file, random) => Overwritten(file, random, Noise(random, random.Next(1, 64)))),
        ("cut short", (file, random) => file[..random.Next(file.Length)]),
        ("its start lost", (file, random) => file[random.Next(1, file.Length)..]),
        ("bytes put in", (file, random) => Inserted(file, random.Next(file.Length), Noise(random, random.Next(1, 40)))),
        ("bytes behind it", (file, random) => [.. file, .. Noise(random, random.Next(1, 4_000))]),
        ("bytes before it", (file, random) => [.. Noise(random, random.Next(1, 400)), .. file]),
        ("a length that lies", (file, random) => Lied(file, random)),
        ("the file twice", (file, _) => [.. file, .. file]),
    ];

    private readonly List<string> faults = [];
    private int refused;
    private int kept;
    private TimeSpan slowest;
    private long largest;

    [Fact]
    public void Whatever_happens_to_a_workbook_nothing_is_lost_in_silence_and_nothing_takes_long()
    {
        var (seed, records) = (Environment.TickCount, Enumerable.Range(0, Rows).Select(Record).ToList());
        var random = new Random(seed);
        Dictionary<string, string>[] clean = [Parts(records, shared: false), Parts(records, shared: true)];
        var sound = clean.Select(parts => Read(Packed(parts)).Facts).ToList();
        sound.ShouldAllBe(facts => facts.Count == Rows);
        sound[0].ShouldBe(sound[1], "both ways of writing hold the same");
        for (var at = 0; at < Cases; at++)
        {
            var (parts, hit, isGone) = (new Dictionary<string, string>(clean[random.Next(2)], StringComparer.Ordinal), -1, false);
            var (what, file) = (at % 3) switch
            {
                0 => OneRow(parts, random, out hit, out isGone),
                1 => SomeParts(parts, random),
                _ => SomeBytes(Packed(parts), random),
            };
            Try($"seed {seed}, case {at}: {what}", file, sound[0], hit, isGone);
        }
        output.WriteLine($"{Cases:N0} mutated workbooks (seed {seed}): {refused:N0} refused with a reason, {kept:N0} kept with every other row as it was; {faults.Count:N0} crashes, silent losses or overlong readings; slowest {slowest.TotalMilliseconds:0} ms, most memory asked for {largest / 1048576.0:0.0} MB");
        faults.ShouldBeEmpty($"{faults.Count:N0} faults: {string.Join('\n', faults.Take(20))}");
        refused.ShouldBeGreaterThan(Cases / 4);
        kept.ShouldBeGreaterThan(Cases / 20);
    }

    /// <summary>Whatever is thrown is a fault, and the others are tried as well.</summary>
    private void Try(string said, byte[] file, IReadOnlyList<StoredFact> sound, int hit, bool isGone)
    {
        try
        {
            Check(said, file, sound, hit, isGone);
        }
        catch (Exception e)
        {
            faults.Add($"{said}: {e.GetType().Name} {string.Join(' ', e.Message.Split('\n', StringSplitOptions.TrimEntries))}");
        }
    }

    private void Check(string said, byte[] file, IReadOnlyList<StoredFact> sound, int hit, bool isGone)
    {
        var (began, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var read = Read(file);
        var (took, asked) = (Stopwatch.GetElapsedTime(began), GC.GetAllocatedBytesForCurrentThread() - before);
        took.ShouldBeLessThan(MostTime, said);
        asked.ShouldBeLessThan(MostBytes, said);
        (slowest, largest) = (took > slowest ? took : slowest, Math.Max(asked, largest));
        if (NothingLost.Kept(read, sound, hit, isGone, said))
            kept++;
        else
            refused++;
    }

    private static (string What, byte[] File) OneRow(Dictionary<string, string> parts, Random random, out int hit, out bool isGone)
    {
        hit = random.Next(Rows);
        var (what, change) = OfRow[random.Next(OfRow.Length)];
        var (start, end) = RowAt(parts[Sheet], hit + 2);
        var sheet = parts[Sheet];
        var changed = change(sheet[start..end], random);
        isGone = changed.Length == 0;
        parts[Sheet] = sheet[..start] + changed + sheet[end..];
        return ($"{what} in row {hit + 2}", Packed(parts));
    }

    private static (string What, byte[] File) SomeParts(Dictionary<string, string> parts, Random random)
    {
        var (what, change) = OfParts[random.Next(OfParts.Length)];
        change(parts, random);
        return (what, Packed(parts));
    }

    private static (string What, byte[] File) SomeBytes(byte[] file, Random random)
    {
        var (what, change) = OfBytes[random.Next(OfBytes.Length)];
        return (what, change([.. file], random));
    }

    private static (int Start, int End) RowAt(string sheet, int row)
    {
        var start = sheet.IndexOf($"<row r=\"{row}\">", StringComparison.Ordinal);
        return (start, sheet.IndexOf("</row>", start, StringComparison.Ordinal) + "</row>".Length);
    }

    private static string[] Record(int at) =>
    [
        $"LX-{at:000000}", at % 2 == 0 ? "Anti-social behaviour - nuisance" : "Public safety - concern for safety", $"2025-0{(at % 3) + 4}-{(at % 27) + 1:00}", $"{at % 24:00}:16",
        $"{350_000 + at}", $"{460_000 + at}", $"E05099{(at % 12) + 1:000}", $"On or near Mill Brow {at}",
    ];

    private static Dictionary<string, string> Parts(IEnumerable<string[]> records, bool shared)
    {
        var (strings, sheet) = (new List<string>(), new StringBuilder());
        foreach (var (cells, row) in records.Prepend(Columns).Select((c, i) => (c, i + 1)))
        {
            sheet.Append($"<row r=\"{row}\">");
            foreach (var (text, column) in cells.Select((c, i) => (c, (char)('A' + i))))
            {
                if (shared && !strings.Contains(text))
                    strings.Add(text);
                sheet.Append(shared ? $"<c r=\"{column}{row}\" t=\"s\"><v>{strings.IndexOf(text)}</v></c>" : $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            }
            sheet.Append("</row>");
        }
        const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        return new(StringComparer.Ordinal)
        {
            ["[Content_Types].xml"] = $"{Head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/{Sheet}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
            ["_rels/.rels"] = $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"{Head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            [Sheet] = $"{Head}<worksheet xmlns=\"{Main}\"><sheetData>{sheet}</sheetData></worksheet>",
            [Strings] = $"{Head}<sst xmlns=\"{Main}\">{string.Concat(strings.Select(s => $"<si><t>{s}</t></si>"))}</sst>",
        };
    }

    private static byte[] Packed(Dictionary<string, string> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    private static void Change(Dictionary<string, string> parts, Random random, Func<string, string> change)
    {
        var name = One(random, [.. parts.Keys]);
        parts[name] = change(parts[name]);
    }

    private static void Change(Dictionary<string, string> parts, string name, string from, string to) => parts[name] = parts[name].Replace(from, to, StringComparison.Ordinal);

    private static void Rename(Dictionary<string, string> parts, string from, string to)
    {
        var text = parts[from];
        parts.Remove(from);
        parts[to] = text;
    }

    /// <summary>What stands between a start and an end, at one of the places where there is such a start.</summary>
    private static string Replaced(string row, string start, string end, string with)
    {
        var at = row.IndexOf(start, StringComparison.Ordinal);
        if (at < 0)
            return row + with;
        at += start.Length;
        return row[..at] + with + row[row.IndexOf(end, at, StringComparison.Ordinal)..];
    }

    private static string Changed(string row, int at, char to) => row[..at] + to + row[(at + 1)..];

    private static byte[] Turned(byte[] file, Random random, int bits)
    {
        for (var i = 0; i < bits; i++)
            file[random.Next(file.Length)] ^= (byte)(1 << random.Next(8));
        return file;
    }

    private static byte[] Overwritten(byte[] file, Random random, byte[] with)
    {
        with.CopyTo(file, random.Next(file.Length - with.Length));
        return file;
    }

    private static byte[] Inserted(byte[] file, int at, byte[] more) => [.. file[..at], .. more, .. file[at..]];

    /// <summary>A length or place in one of the archive's own headers, made up.</summary>
    private static byte[] Lied(byte[] file, Random random)
    {
        var heads = Enumerable.Range(0, file.Length - 46).Where(i => file[i] == 'P' && file[i + 1] == 'K' && file[i + 2] is 1 or 3 && file[i + 3] == file[i + 2] + 1).ToList();
        if (heads.Count > 0)
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(heads[random.Next(heads.Count)] + random.Next(4, 42)), One(random, [0, 1, -1, int.MaxValue, int.MinValue, random.Next()]));
        return file;
    }

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private static T One<T>(Random random, T[] from) => from[random.Next(from.Length)];

    private static ReadBack Read(byte[] file) => IntakeRun.One("incidents.xlsx", file, TestDatasets.IncidentsOfPartner);
}
