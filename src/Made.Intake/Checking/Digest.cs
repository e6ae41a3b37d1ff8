using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        // In locals, so that the state stays in registers from one product to the next; read by reference, because the lengths are told here once.
        var (l, h) = (low, high);
        ref var at = ref MemoryMarshal.GetReference(cell);
        var left = cell.Length;
        for (; left > 16; left -= 16)
        {
            Mix(ref l, ref h, Eight(ref at, 0), Eight(ref at, 8));
            at = ref Unsafe.Add(ref at, 16);
        }
        ulong first = 0, last = 0;
        if (left >= 8)
            (first, last) = (Eight(ref at, 0), Eight(ref at, left - 8));
        else if (left >= 4)
            (first, last) = (Four(ref at, 0), Four(ref at, left - 4));
        else if (left > 0)
            first = at | ((ulong)Unsafe.Add(ref at, left / 2) << 8) | ((ulong)Unsafe.Add(ref at, left - 1) << 16);
        Mix(ref l, ref h, first, last ^ unchecked((ulong)cell.Length * B));
        (low, high) = (l, h);
    }

    /// <summary>Eight bytes, the first lowest on every machine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(ref byte at, int offset)
    {
        var bytes = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, offset));
        return BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Four(ref byte at, int offset)
    {
        var bytes = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, offset));
        return BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes);
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
