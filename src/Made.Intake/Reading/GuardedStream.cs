using Made.Core;

namespace Made.Intake.Reading;

/// <summary>
/// Stands behind everything that unpacks. It counts what really comes out, compares it with what was promised, and ends the
/// stream with a named problem where the framework would cut, go on, or throw.
/// </summary>
internal sealed class GuardedStream(Stream inner, Limits limits, long most) : ReadOnlyStream
{
    private uint crc;

    public Problem? Problem { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Packed bytes behind the unpacked ones; 0 where nothing is packed, so that no ratio is asked.</summary>
    public Func<long> PackedBytes { get; init; } = () => 0;

    /// <summary>What the archive promises of a member; null elsewhere.</summary>
    public (long Length, uint Crc)? Promise { get; init; }

    public CancellationToken Cancellation { get; init; }

    public override int Read(Span<byte> buffer)
    {
        if (Problem is not null || buffer.IsEmpty)
            return 0;
        Cancellation.ThrowIfCancellationRequested();
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            // The inflater is the framework's and speaks in exceptions; broken bytes from outside are an expected failure here.
            Problem = Problems.PackedBytesBroken;
            return 0;
        }
        Bytes += read;
        if (Promise is not null)
            crc = Crc32.Append(crc, buffer[..read]);
        Problem = read == 0 ? AtEnd() : OnTheWay();
        return Problem is null ? read : 0;
    }

    private Problem? AtEnd() =>
        Promise is { } promise && (promise.Length != Bytes || promise.Crc != crc) ? Problems.ChecksumDiffers : null;

    private Problem? OnTheWay()
    {
        if (Bytes > most)
            return Problems.TooManyBytes(most);
        if (Promise is { } promise && Bytes > promise.Length)
            return Problems.ChecksumDiffers;
        var packed = PackedBytes();
        return packed > 0 && Bytes > limits.RatioFrom && Bytes / limits.Ratio > packed ? Problems.RatioTooHigh : null;
    }
}
