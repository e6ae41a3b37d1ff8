using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Made.Store.Facts.Engine;

/// <summary>The engine's 16 bytes for a text: length, then the text itself up to 12 bytes, else its first 4 bytes and an address.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct TextCell
{
    internal const int Inline = 12;

    [FieldOffset(0)]
    private uint length;

    [FieldOffset(4)]
    private fixed byte head[Inline];

    [FieldOffset(8)]
    private byte* address;

    [UnscopedRef]
    internal readonly ReadOnlySpan<byte> Bytes => length <= Inline
        ? MemoryMarshal.CreateReadOnlySpan(in head[0], (int)length)
        : new ReadOnlySpan<byte>(address, (int)length);

    internal readonly bool IsInline => length <= Inline;

    /// <summary>The sixteen bytes as they stand. Cells with the same bits hold the same text.</summary>
    internal readonly UInt128 Bits => Unsafe.BitCast<TextCell, UInt128>(this);

    /// <summary>A cell over UTF-8 text; beyond 12 bytes <paramref name="text"/> must stay where it is.</summary>
    internal static TextCell Over(byte* text, int count)
    {
        var cell = default(TextCell);
        cell.length = (uint)count;
        Unsafe.CopyBlockUnaligned(cell.head, text, (uint)Math.Min(count, count <= Inline ? Inline : 4));
        if (count > Inline)
            cell.address = text;
        return cell;
    }
}
