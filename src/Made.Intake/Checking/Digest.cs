using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Made.Intake.Checking;

/// <summary>
/// 128 bits over the cells of a record, the same on every machine and in every release: stored with a fact, it tells between two revisions
/// whether a record changed. Mixing is by 64 × 64 → 128 bit products. It is not a protection: keys are the publisher's own.
/// </summary>
internal struct Digest
{
    private const ulong A = 0x9E3779B97F4A7C15;
    private const ulong B = 0xC2B2AE3D27D4EB4F;
    private ulong low;
    private ulong high;

    public static UInt128 Of(ReadOnlySpan<byte> cell)
    {
        var digest = new Digest();
        digest.Add(cell);
        return digest.Value;
    }

    public readonly UInt128 Value
    {
        get
        {
            var (l, h) = (low, high);
            Mix(ref l, ref h, A, B);
            Mix(ref l, ref h, B, A);
            return new UInt128(h, l);
        }
    }

    /// <summary>The 64 bits a fact carries; never 0, which means "no key".</summary>
    public static ulong Short(UInt128 value) => Math.Max(1, Low(value) ^ Low(value >> 64));

    public static ulong Low(UInt128 value) => unchecked((ulong)value);

    /// <summary>The length goes in as well, so that moving a letter from one cell to the next changes the digest.</summary>
    public void Add(ReadOnlySpan<byte> cell)
    {
        // In locals, so that the state stays in registers from one product to the next.
        var (l, h) = (low, high);
        var rest = cell;
        while (rest.Length > 16)
        {
            Mix(ref l, ref h, BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[8..]));
            rest = rest[16..];
        }
        ulong first = 0, last = 0;
        if (rest.Length >= 8)
            (first, last) = (BinaryPrimitives.ReadUInt64LittleEndian(rest), BinaryPrimitives.ReadUInt64LittleEndian(rest[^8..]));
        else if (rest.Length >= 4)
            (first, last) = (BinaryPrimitives.ReadUInt32LittleEndian(rest), BinaryPrimitives.ReadUInt32LittleEndian(rest[^4..]));
        else if (rest.Length > 0)
            first = rest[0] | ((ulong)rest[rest.Length / 2] << 8) | ((ulong)rest[^1] << 16);
        Mix(ref l, ref h, first, last ^ unchecked((ulong)cell.Length * B));
        (low, high) = (l, h);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(ref ulong low, ref ulong high, ulong first, ulong second)
    {
        unchecked
        {
            var top = Math.BigMul(first ^ low ^ A, second ^ high ^ B, out var bottom);
            var old = low;
            low = bottom ^ BitOperations.RotateLeft(high, 29) ^ (first * A);
            high = (top + BitOperations.RotateLeft(old, 37)) ^ (second * B);
        }
    }
}
