using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Made.Core.Facts;

namespace Made.Store.Facts.Engine;

/// <summary>A supply's distinct texts as the engine's cells, so that writing a row copies 16 bytes instead of a text.</summary>
internal sealed unsafe class TextPool(FactText texts)
{
    private readonly List<byte[]> pinned = [];
    private TextCell[] cells = [];
    private int known;

    /// <summary>A cell for every position; picks up texts that were added since the last call.</summary>
    internal ReadOnlySpan<TextCell> Cells()
    {
        if (cells.Length < texts.Values.Count)
            Array.Resize(ref cells, Math.Max(texts.Values.Count, cells.Length * 2));
        for (; known < texts.Values.Count; known++)
            cells[known] = CellOf(texts.Values[known]);
        return cells.AsSpan(0, known);
    }

    private TextCell CellOf(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        var bytes = GC.AllocateArray<byte>(Math.Max(count, 1), pinned: true);
        Encoding.UTF8.GetBytes(text, bytes);
        pinned.Add(bytes);
        return TextCell.Over((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(bytes)), count);
    }
}
