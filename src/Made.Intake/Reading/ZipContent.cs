using System.IO.Compression;

namespace Made.Intake.Reading;

/// <summary>Opens one member of an archive for reading, guarded.</summary>
internal static class ZipContent
{
    public static GuardedStream Open(Stream archive, ZipMember member, Limits limits, long most, CancellationToken cancellation)
    {
        var slice = new Slice(archive, member.DataAt, member.Packed);
        Stream plain = member.Method == 0 ? slice : new DeflateStream(slice, CompressionMode.Decompress);
        return new GuardedStream(plain, limits, most)
        {
            PackedBytes = () => Math.Max(1, slice.Taken),
            Promise = (member.Length, member.Crc),
            Cancellation = cancellation,
        };
    }

    /// <summary>The packed bytes of one member and not one more.</summary>
    private sealed class Slice(Stream archive, long start, long length) : ReadOnlyStream
    {
        public long Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var wanted = (int)Math.Min(buffer.Length, length - Taken);
            if (wanted == 0)
                return 0;
            archive.Position = start + Taken;
            var read = archive.Read(buffer[..wanted]);
            Taken += read;
            return read;
        }
    }
}
