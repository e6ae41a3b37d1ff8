using System.Security.Cryptography;

namespace Made.Intake.Reading;

/// <summary>Passes bytes on and takes their SHA-256 on the way: what was received is read once.</summary>
internal sealed class HashingStream(Stream inner) : ReadOnlyStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    private readonly byte[] tail = new byte[8];
    private string? finished;
    private byte[] ahead = [];
    private int taken;

    /// <summary>The first bytes, which are still to be read.</summary>
    public ReadOnlySpan<byte> Peek(int most)
    {
        var bytes = new byte[most];
        var count = 0;
        for (var read = -1; read != 0 && count < most; count += read)
            read = ReadOn(bytes.AsSpan(count));
        ahead = bytes[..count];
        return ahead;
    }

    public override int Read(Span<byte> buffer)
    {
        if (taken == ahead.Length)
            return ReadOn(buffer);
        var count = Math.Min(buffer.Length, ahead.Length - taken);
        ahead.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }

    private int ReadOn(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        hash.AppendData(buffer[..read]);
        Bytes += read;
        KeepTail(buffer[..read]);
        return read;
    }

    /// <summary>The last eight bytes read, as they stand.</summary>
    public ReadOnlySpan<byte> Tail => tail;

    private void KeepTail(ReadOnlySpan<byte> read)
    {
        if (read.Length >= tail.Length)
        {
            read[^tail.Length..].CopyTo(tail);
            return;
        }
        tail.AsSpan(read.Length).CopyTo(tail);
        read.CopyTo(tail.AsSpan(tail.Length - read.Length));
    }

    /// <summary>Reads what is left, so that the hash is that of the whole.</summary>
    public string Finish()
    {
        if (finished is not null)
            return finished;
        var rest = new byte[64 * 1024];
        while (Read(rest) > 0)
        {
        }
        return finished = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            hash.Dispose();
        base.Dispose(disposing);
    }
}
