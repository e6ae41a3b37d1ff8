using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Made.Intake.Reading;

/// <summary>
/// Finds the bytes a reader must look at: delimiter, quote, DEL, everything below space and everything beyond ASCII.
/// One signed comparison finds both of the latter, so that checking characters costs nothing on plain text.
/// </summary>
internal static class MarkScan
{
    /// <summary>Bytes that must be readable after the last one scanned.</summary>
    public const int Padding = 64;

    public static int Find(byte[] buffer, int length, byte delimiter, int[] marks)
    {
        buffer.AsSpan(length, Padding).Fill((byte)' ');
        ref var first = ref MemoryMarshal.GetArrayDataReference(buffer);
        ref var mark = ref MemoryMarshal.GetArrayDataReference(marks);
        var delimiters = Vector256.Create(delimiter);
        var quotes = Vector256.Create((byte)'"');
        var deletes = Vector256.Create((byte)0x7F);
        var space = Vector256.Create((sbyte)0x20);
        var count = 0;
        for (var at = 0; at < length; at += 64)
        {
            var low = Mask(ref Unsafe.Add(ref first, at), delimiters, quotes, deletes, space);
            var high = Mask(ref Unsafe.Add(ref first, at + 32), delimiters, quotes, deletes, space);
            var bits = low | ((ulong)high << 32);
            while (bits != 0)
            {
                Unsafe.Add(ref mark, count++) = at + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
            }
        }
        return count > 0 && marks[count - 1] >= length ? CutBack(marks, count, length) : count;
    }

    private static uint Mask(ref byte at, Vector256<byte> delimiters, Vector256<byte> quotes, Vector256<byte> deletes, Vector256<sbyte> space)
    {
        var bytes = Vector256.LoadUnsafe(ref at);
        var found = Vector256.LessThan(bytes.AsSByte(), space).AsByte() | Vector256.Equals(bytes, delimiters)
            | Vector256.Equals(bytes, quotes) | Vector256.Equals(bytes, deletes);
        return found.ExtractMostSignificantBits();
    }

    private static int CutBack(int[] marks, int count, int length)
    {
        while (count > 0 && marks[count - 1] >= length)
            count--;
        return count;
    }
}
