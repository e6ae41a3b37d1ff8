using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>Fills chunks of up to 2,048 rows, writing columns where the engine keeps them.</summary>
internal sealed unsafe class ChunkWriter(IReadOnlyList<Column> columns)
{
    internal const int Capacity = 2048;

    private readonly int[] widths = [.. columns.Select(c => c.IsCoded ? c.Width : 0)];
    private readonly nint[] vectors = new nint[columns.Count];
    private readonly nint[] memory = new nint[columns.Count];

    internal IReadOnlyList<Column> Columns => columns;

    /// <summary>The memory of a column in the chunk at hand.</summary>
    internal Span<T> Column<T>(int column)
        where T : unmanaged => new((void*)memory[column], Capacity);

    /// <summary>Copies numbers; NaN becomes "no value".</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Doubles(int column, ReadOnlySpan<double> values)
    {
        values.CopyTo(Column<double>(column));
        ulong* validity = null;
        for (var row = 0; row < values.Length; row++)
            if (double.IsNaN(values[row]))
                ClearValid(ref validity, column, row);
    }

    /// <summary>Writes the texts that stand at these positions of the column's <see cref="Column.Texts"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Codes(int column, ReadOnlySpan<int> positions)
    {
        switch (widths[column])
        {
            case sizeof(byte):
                var bytes = Column<byte>(column)[..positions.Length];
                for (var row = 0; row < bytes.Length; row++)
                    bytes[row] = unchecked((byte)positions[row]);
                break;
            case sizeof(ushort):
                var words = Column<ushort>(column)[..positions.Length];
                for (var row = 0; row < words.Length; row++)
                    words[row] = unchecked((ushort)positions[row]);
                break;
            default:
                for (var row = 0; row < positions.Length; row++)
                    Code(column, row, positions[row]);
                break;
        }
    }

    internal void Code(int column, int row, int position)
    {
        switch (widths[column])
        {
            case sizeof(byte):
                Column<byte>(column)[row] = (byte)position;
                break;
            case sizeof(ushort):
                Column<ushort>(column)[row] = (ushort)position;
                break;
            case sizeof(uint):
                Column<uint>(column)[row] = (uint)position;
                break;
            default:
                Text(column, row, columns[column].Texts![position]);
                break;
        }
    }

    /// <summary>Copies a text into the chunk: a short one into its cell, a long one into memory of the engine.</summary>
    [SkipLocalsInit]
    internal void Text(int column, int row, string text)
    {
        const int OnStack = 512;
        var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 1;
        var bytes = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        var count = Encoding.UTF8.GetBytes(text, bytes);
        fixed (byte* start = bytes)
            if (count <= TextCell.Inline)
                Column<TextCell>(column)[row] = TextCell.Over(start, count);
            else
                Native.AssignText(vectors[column], (ulong)row, start, (ulong)count);
    }

    /// <summary>Turns to the chunk that the engine wants filled.</summary>
    internal void Turn(nint chunk)
    {
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Native.Vector(chunk, (ulong)i);
            memory[i] = (nint)Native.VectorData(vectors[i]);
        }
    }

    /// <summary>The engine's own type of a column; to be destroyed by the caller.</summary>
    internal static nint TypeOf(Column column) => column.IsCoded ? CodedType(column.Texts!) : Native.CreateType(column.Type);

    private static nint CodedType(IReadOnlyList<string> texts)
    {
        nint[] copies = [.. texts.Select(Marshal.StringToCoTaskMemUTF8)];
        fixed (nint* first = copies)
        {
            var type = Native.CreateCodedType(first, (ulong)copies.Length);
            Array.ForEach(copies, Marshal.FreeCoTaskMem);
            return type;
        }
    }

    private void ClearValid(ref ulong* validity, int column, int row)
    {
        if (validity is null)
        {
            Native.EnsureValidityWritable(vectors[column]);
            validity = Native.VectorValidity(vectors[column]);
        }
        validity[row >> 6] &= ~(1UL << (row & 63));
    }
}
