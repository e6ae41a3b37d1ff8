using System.Buffers.Binary;
using System.Text;
using Made.Core;

namespace Made.Intake.Reading;

/// <summary>One member as the central directory and its own header agree on.</summary>
internal sealed record ZipMember
{
    public required string Name { get; init; }

    public required int Flags { get; init; }

    public required int Method { get; init; }

    public required uint Crc { get; init; }

    public required long Packed { get; init; }

    public required long Length { get; init; }

    public required long HeaderAt { get; init; }

    /// <summary>Where its bytes begin; set once its own header was read.</summary>
    public long DataAt { get; init; }

    /// <summary>Why it cannot be read although the archive can; none where it can.</summary>
    public Problem? Problem { get; init; }

    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');
}

/// <summary>
/// The list of an archive's members, read without trust: the framework's reader verifies neither checksum nor true length and never
/// compares the two headers. Names are only shown, never used as paths.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;

    public static Outcome<IReadOnlyList<ZipMember>> Read(Stream archive, Limits limits)
    {
        if (FindEnd(archive) is not { } end)
            return Problems.ArchiveIncomplete;
        if (end.Entries > limits.Members)
            return Problems.TooManyMembers(limits.Members);
        if (end.At + end.Size > end.EndAt || end.Size > end.Entries * 70_000)
            return Problems.ArchiveDamaged;
        var bytes = new byte[end.Size];
        archive.Position = end.At;
        if (archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            return Problems.ArchiveIncomplete;
        var members = new List<ZipMember>();
        var rest = bytes.AsSpan();
        while (rest.Length >= EntryLength && BinaryPrimitives.ReadUInt32LittleEndian(rest) == 0x02014B50)
        {
            if (TakeEntry(ref rest) is not { } member)
                return Problems.ArchiveDamaged;
            members.Add(member);
            if (members.Count > end.Entries)
                return Problems.ArchiveDamaged;
        }
        if (members.Count != end.Entries || !rest.IsEmpty)
            return Problems.ArchiveDamaged;
        return WithData(archive, members, end.At);
    }

    private sealed record End(long Entries, long Size, long At, long EndAt);

    private static End? FindEnd(Stream archive)
    {
        var tail = new byte[(int)Math.Min(archive.Length, EndLength + 65_535 + 20)];
        archive.Position = archive.Length - tail.Length;
        if (archive.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false) < tail.Length)
            return null;
        for (var i = tail.Length - EndLength; i >= 0; i--)
        {
            var end = tail.AsSpan(i);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054B50)
                continue;
            // The comment must reach exactly to the end: otherwise a second directory could hide in it.
            if (BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length - EndLength)
                continue;
            var at = archive.Length - tail.Length + i;
            var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(end[8..]) != entries)
                return null;
            return entries == 0xFFFF || size == 0xFFFFFFFF || start == 0xFFFFFFFF ? FindBigEnd(archive, at) : new End(entries, size, start, at);
        }
        return null;
    }

    private static End? FindBigEnd(Stream archive, long endAt)
    {
        Span<byte> locator = stackalloc byte[20];
        if (!ReadAt(archive, endAt - 20, locator) || BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064B50)
            return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> end = stackalloc byte[56];
        if (!ReadAt(archive, at, end) || BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06064B50)
            return null;
        var found = new End(
            BinaryPrimitives.ReadInt64LittleEndian(end[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(end[40..]),
            BinaryPrimitives.ReadInt64LittleEndian(end[48..]),
            at);
        var sane = found.Entries >= 0 && found.Size >= 0 && found.At >= 0 && found.Size <= at && found.At <= at && found.Entries < int.MaxValue;
        return sane ? found : null;
    }

    private static ZipMember? TakeEntry(ref Span<byte> rest)
    {
        var entry = rest;
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
        var whole = EntryLength + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        if (whole > entry.Length)
            return null;
        rest = entry[whole..];
        var extra = (ReadOnlySpan<byte>)entry.Slice(EntryLength + nameLength, extraLength);
        var big = BigFields(extra);
        var length = Widen(BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]), ref big);
        var packed = Widen(BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]), ref big);
        var headerAt = Widen(BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]), ref big);
        if (length < 0 || packed < 0 || headerAt < 0)
            return null;
        return new ZipMember
        {
            Name = Encoding.UTF8.GetString(entry.Slice(EntryLength, nameLength)),
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]),
            Packed = packed,
            Length = length,
            HeaderAt = headerAt,
        };
    }

    /// <summary>The extra field 0001 holds the numbers that do not fit in 32 bits, in the order of the fields they replace.</summary>
    private static ReadOnlySpan<byte> BigFields(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var size = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (size > extra.Length - 4)
                return [];
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1)
                return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }
        return [];
    }

    private static long Widen(uint value, ref ReadOnlySpan<byte> big)
    {
        if (value != 0xFFFFFFFF)
            return value;
        if (big.Length < 8)
            return -1;
        var wide = BinaryPrimitives.ReadInt64LittleEndian(big);
        big = big[8..];
        return wide;
    }

    private static Outcome<IReadOnlyList<ZipMember>> WithData(Stream archive, List<ZipMember> members, long directoryAt)
    {
        var names = members.Where(m => !m.IsFolder).CountBy(m => m.Name.ToUpperInvariant()).ToDictionary();
        var ready = new List<ZipMember>();
        foreach (var member in members)
            ready.Add(Locate(archive, member, directoryAt, names.GetValueOrDefault(member.Name.ToUpperInvariant()) > 1));
        var free = 0L;
        foreach (var member in ready.Where(m => m.DataAt > 0).OrderBy(m => m.HeaderAt))
        {
            // Members that share bytes are how a small archive holds an endless one.
            if (member.HeaderAt < free)
                return Problems.ArchiveDamaged;
            free = member.DataAt + member.Packed;
        }
        return ready;
    }

    private static ZipMember Locate(Stream archive, ZipMember member, long directoryAt, bool twice)
    {
        if (twice)
            return member with { Problem = Problems.MemberTwice };
        if ((member.Flags & 0x2041) != 0)
            return member with { Problem = Problems.Encrypted };
        if (member.Method is not (0 or 8))
            return member with { Problem = Problems.UnknownPacking };
        Span<byte> local = stackalloc byte[LocalLength];
        if (!ReadAt(archive, member.HeaderAt, local) || BinaryPrimitives.ReadUInt32LittleEndian(local) != 0x04034B50)
            return member with { Problem = Problems.MemberDamaged };
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var name = new byte[nameLength];
        var dataAt = member.HeaderAt + LocalLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        if (!ReadAt(archive, member.HeaderAt + LocalLength, name) || dataAt + member.Packed > directoryAt)
            return member with { Problem = Problems.MemberDamaged };
        var agrees = Encoding.UTF8.GetString(name) == member.Name
            && BinaryPrimitives.ReadUInt16LittleEndian(local[8..]) == member.Method
            && ((member.Flags & 8) != 0 || BinaryPrimitives.ReadUInt32LittleEndian(local[14..]) == member.Crc);
        return agrees ? member with { DataAt = dataAt } : member with { Problem = Problems.HeadersDisagree };
    }

    private static bool ReadAt(Stream archive, long at, Span<byte> bytes)
    {
        if (at < 0 || at > archive.Length - bytes.Length)
            return false;
        archive.Position = at;
        return archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;
    }
}
