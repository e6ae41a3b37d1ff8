using System.Buffers.Binary;
using System.IO.Compression;
using Made.Core;
using Made.Core.Exchange;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Reads one table, whatever it is wrapped in, and writes its receipt.</summary>
internal sealed class TableReader(IntakeOptions options)
{
    /// <summary>A workbook inside an archive is unpacked into memory, as its reader needs to move about in it.</summary>
    private const long MemberWorkbookBytes = 64L << 20;

    private readonly HashSet<string> columnNames =
        [.. options.Datasets.Append(options.Dataset).SelectMany(d => d.Columns).SelectMany(c => c.Aliases.Prepend(c.Name)).Select(Header.Plain)];

    public ReadSupply Read(string name, Stream content, CancellationToken cancellation)
    {
        using var guarded = new GuardedStream(content, options.Limits, options.Limits.Bytes) { Cancellation = cancellation };
        return Read(name, guarded, cancellation);
    }

    public ReadSupply ReadWorkbook(string name, Stream content, IReadOnlyList<ZipMember> parts, CancellationToken cancellation)
    {
        content.Position = 0;
        using var received = new HashingStream(content);
        var hash = received.Finish();
        return ReadWorkbook(name, content, parts, hash, cancellation);
    }

    /// <summary>A file refused before any record was read.</summary>
    public ReadSupply Refuse(string name, Stream? content, Problem problem)
    {
        var log = new FindingLog();
        log.Add(problem);
        if (content is null)
            return Result(name, new RecordCheck(options, name, log), log, kept: false, hash: "");
        content.Position = 0;
        using var received = new HashingStream(content);
        return Result(name, new RecordCheck(options, name, log), log, kept: false, received.Finish());
    }

    /// <summary>A plain file, or a member of an archive.</summary>
    public ReadSupply Read(string name, GuardedStream guarded, CancellationToken cancellation)
    {
        using var received = new HashingStream(guarded);
        var log = new FindingLog();
        var check = new RecordCheck(options, name, log);
        var start = received.Peek(4096);
        var kind = Content.KindOf(start);
        var extension = FileNames.Extension(name);
        var kept = false;
        if (kind == ContentKind.Zip && extension is ".xlsx" or ".xlsm")
            return ReadPackedWorkbook(name, received, guarded, cancellation);
        if (guarded.Problem is null && ProblemOf(kind, extension) is { } problem)
            log.Add(problem);
        else if (kind == ContentKind.Gzip)
            kept = CheckGzip(check, log, received, cancellation);
        else
            kept = CheckText(check, log, received, guarded, () => received.Bytes, cancellation);
        // Reading to the end gives the hash of the whole and, in an archive, lets the checksum be compared.
        var hash = received.Finish();
        if (guarded.Problem is { } late)
        {
            log.Add(late);
            kept = false;
            hash = "";
        }
        return Result(name, check, log, kept, hash);
    }

    private bool CheckGzip(RecordCheck check, FindingLog log, HashingStream received, CancellationToken cancellation)
    {
        using var unpacking = new GZipStream(received, CompressionMode.Decompress, leaveOpen: true);
        using var plain = new GuardedStream(unpacking, options.Limits, options.Limits.Bytes)
        {
            PackedBytes = () => Math.Max(1, received.Bytes),
            Cancellation = cancellation,
        };
        var kept = CheckText(check, log, plain, plain, () => plain.Bytes, cancellation);
        received.Finish();
        var problem = plain.Problem ?? (kept && !EndsWith(received.Tail, plain.Bytes) ? Problems.PackedBytesBroken : null);
        if (problem is not null)
            log.Add(problem);
        return kept && problem is null;
    }

    /// <summary>
    /// The framework says nothing when gzip bytes are cut short: it gives what it has and ends. The last four bytes of a whole file are the
    /// unpacked length (RFC 1952, ISIZE). A file of several joined pieces does not fit either and has to be packed again.
    /// </summary>
    private static bool EndsWith(ReadOnlySpan<byte> tail, long unpacked) =>
        BinaryPrimitives.ReadUInt32LittleEndian(tail[4..]) == (uint)(unpacked & 0xFFFFFFFF);

    private bool CheckText(RecordCheck check, FindingLog log, Stream plain, GuardedStream guard, Func<long> bytes, CancellationToken cancellation)
    {
        var records = new CsvRecords(plain, options.Limits.RecordBytes);
        if (guard.Problem is not null)
            return false;
        var kind = Content.KindOf(records.Beginning);
        var problem = kind is ContentKind.Zip or ContentKind.Gzip ? Problems.NestedArchive : ProblemOf(kind, "");
        if (problem is not null)
        {
            log.Add(problem);
            return false;
        }
        var (offset, delimiter) = CsvStart.Find(records.Beginning, n => columnNames.Contains(Header.Plain(n)));
        records.Start(offset, delimiter);
        return check.Run(records, bytes, cancellation);
    }

    private ReadSupply ReadPackedWorkbook(string name, HashingStream received, GuardedStream guarded, CancellationToken cancellation)
    {
        using var copy = new MemoryStream();
        var chunk = new byte[64 * 1024];
        for (int read; copy.Length <= MemberWorkbookBytes && (read = received.Read(chunk)) > 0;)
            copy.Write(chunk, 0, read);
        if (copy.Length > MemberWorkbookBytes)
            return Refuse(name, null, Problems.TooManyBytes(MemberWorkbookBytes));
        if (guarded.Problem is { } problem)
            return Refuse(name, null, problem);
        return ZipDirectory.Read(copy, options.Limits).Succeeded(out var parts, out problem)
            ? ReadWorkbook(name, copy, parts, received.Finish(), cancellation)
            : Refuse(name, copy, problem);
    }

    private ReadSupply ReadWorkbook(string name, Stream content, IReadOnlyList<ZipMember> parts, string hash, CancellationToken cancellation)
    {
        var log = new FindingLog();
        var check = new RecordCheck(options, name, log);
        if (FileNames.Extension(name) is not (".xlsx" or ".xlsm" or "") and var extension)
        {
            log.Add(Problems.NameDiffers("an Excel workbook", extension));
            return Result(name, check, log, kept: false, hash);
        }
        var opened = Workbook.Open(content, parts, options.Limits, cancellation);
        if (!opened.Succeeded(out var workbook, out var problem))
        {
            log.Add(problem);
            return Result(name, check, log, kept: false, hash);
        }
        using (workbook)
        {
            foreach (var finding in workbook.Findings)
                log.Add(finding);
            var kept = check.Run(workbook, () => content.Length, cancellation);
            if (workbook.Problem is { } broken)
                log.Add(broken);
            return Result(name, check, log, kept && workbook.Problem is null, hash);
        }
    }

    /// <summary>What content and name rule out before a record is read.</summary>
    private static Problem? ProblemOf(ContentKind kind, string extension) => (kind, extension) switch
    {
        (ContentKind.Empty, _) => Problems.EmptyFile,
        (ContentKind.Gzip, ".gz" or "") => null,
        (ContentKind.Gzip, _) => Problems.NameDiffers("packed with gzip", extension),
        (ContentKind.Zip, _) => Problems.NestedArchive,
        (ContentKind.OldWorkbook, _) => Problems.OldWorkbook,
        (ContentKind.Utf16, _) => Problems.Utf16,
        (ContentKind.Markup, _) => Problems.NotATable("a web page or other markup"),
        (ContentKind.Json, _) => Problems.NotATable("JSON, perhaps an error message of a web service"),
        (ContentKind.Picture, _) => Problems.NotATable("a picture"),
        (ContentKind.Pdf, _) => Problems.NotATable("a PDF document"),
        (ContentKind.Unknown, _) => Problems.NotATable("not text"),
        (ContentKind.Text, ".xlsx" or ".xlsm" or ".xls" or ".zip" or ".gz") => Problems.NameDiffers("plain text", extension),
        _ => null,
    };

    private ReadSupply Result(string name, RecordCheck check, FindingLog log, bool kept, string hash)
    {
        var keeper = kept ? check.Keeper : null;
        var months = keeper?.Months;
        // Where a column holds personal details all over nothing of the file is given back.
        var givesBack = options.GivesBack && !log.Any(Problems.PersonalColumnCode);
        return new ReadSupply
        {
            Receipt = new Receipt
            {
                File = name,
                Dataset = options.Dataset.Id,
                Period = months is not { } m ? "" : m.First == m.Last ? m.First.ToString() : $"{m.First}/{m.Last}",
                Supply = "",
                Verdict = !kept ? Verdict.Refused : check.Rejected + check.Duplicates > 0 ? Verdict.AcceptedWithRejections : Verdict.Accepted,
                RecordsIn = check.RecordsIn,
                Stored = kept ? check.Stored : 0,
                Rejected = kept ? check.Rejected : check.RecordsIn,
                Duplicates = kept ? check.Duplicates : 0,
                WithoutPlace = keeper?.WithoutPlace ?? 0,
                OutsideArea = keeper?.OutsideArea ?? 0,
                Findings = log.All(),
                Sha256 = hash,
                IsProvisional = kept && check.IsProvisional,
            },
            Months = months,
            RefusedRows = givesBack ? check.Refused : default,
            Unmatched = givesBack ? check.Unmatched : Unmatched.None,
            IsCorrection = check.IsCorrection,
            Texts = check.Texts,
            Reported = keeper is ValueKeeper values ? values.Values : [],
        };
    }
}
