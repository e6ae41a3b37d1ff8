using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>Fills a table a chunk of 2,048 rows at a time, writing columns where the engine keeps them.</summary>
internal sealed unsafe class ChunkAppender : IDisposable
{
    internal const int Capacity = 2048;

    private readonly AppenderHandle appender;
    private readonly ChunkHandle chunk;
    private readonly nint[] vectors;
    private readonly nint[] memory;
    private readonly IReadOnlyList<Column> columns;
    private readonly int[] widths;

    /// <summary>Creates the temporary table of the session and starts to fill it.</summary>
    internal ChunkAppender(Session session, string table, IReadOnlyList<Column> columns)
    {
        this.columns = columns;
        widths = [.. columns.Select(c => c.IsCoded ? c.Width : 0)];
        session.Execute($"CREATE TEMP TABLE {table} ({string.Join(", ", columns.Select(c => c.Declaration))})");
        var state = Native.CreateAppender(session.Connection, "temp", "main", table, out appender);
        Check(state);
        chunk = NewChunk(columns);
        vectors = [.. columns.Select((_, i) => Native.Vector(chunk, (ulong)i))];
        memory = new nint[columns.Count];
        Locate();
    }

    /// <summary>The memory of a column, to be filled before <see cref="Append"/>.</summary>
    internal Span<T> Column<T>(int column)
        where T : unmanaged => new((void*)memory[column], Capacity);

    /// <summary>Copies numbers; NaN becomes "no value".</summary>
    internal void Doubles(int column, ReadOnlySpan<double> values)
    {
        values.CopyTo(Column<double>(column));
        ulong* validity = null;
        for (var row = 0; row < values.Length; row++)
            if (double.IsNaN(values[row]))
                ClearValid(ref validity, column, row);
    }

    /// <summary>Writes the texts that stand at these positions of the column's <see cref="Column.Texts"/>.</summary>
    internal void Codes(int column, ReadOnlySpan<int> positions)
    {
        for (var row = 0; row < positions.Length; row++)
            Code(column, row, positions[row]);
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

    internal void Append(int rows)
    {
        Native.SetChunkSize(chunk, (ulong)rows);
        Check(Native.AppendChunk(appender, chunk));
        Native.ResetChunk(chunk);
        Locate();
    }

    /// <summary>Makes the rows visible to statements.</summary>
    internal void Close() => Check(Native.CloseAppender(appender));

    public void Dispose()
    {
        chunk.Dispose();
        appender.Dispose();
    }

    /// <summary>Where the columns lie; asked again whenever the chunk was reset.</summary>
    private void Locate()
    {
        for (var i = 0; i < vectors.Length; i++)
            memory[i] = (nint)Native.VectorData(vectors[i]);
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

    private void Check(int state)
    {
        if (state != 0)
            throw new EngineException(appender.IsInvalid ? "The table could not be filled." : Native.Text(Native.AppenderError(appender)));
    }

    private static ChunkHandle NewChunk(IReadOnlyList<Column> columns)
    {
        var types = stackalloc nint[columns.Count];
        for (var i = 0; i < columns.Count; i++)
            types[i] = columns[i].IsCoded ? CodedType(columns[i].Texts!) : Native.CreateType(columns[i].Type);
        var created = Native.CreateChunk(types, (ulong)columns.Count);
        for (var i = 0; i < columns.Count; i++)
            Native.DestroyType(ref types[i]);
        return created;
    }

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
}
