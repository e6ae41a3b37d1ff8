using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>
/// A table for statements that is filled while it is read: <c>SELECT * FROM made_rows(n)</c> asks source <c>n</c> for a chunk at a time, so rows go
/// from our memory into a file without a table between.
/// </summary>
internal static unsafe class RowsFunction
{
    private static readonly ConcurrentDictionary<long, Source> Offered = [];
    private static long last;

    /// <summary>Makes the function known to a database; once for each.</summary>
    internal static void Register(ConnectionHandle connection)
    {
        var function = Native.CreateTableFunction();
        var number = Native.CreateType(ColumnType.Long);
        Native.NameTableFunction(function, "made_rows");
        Native.AddParameter(function, number);
        Native.SetBind(function, &Bind);
        Native.SetInit(function, &Init);
        Native.SetFunction(function, &Fill);
        var state = Native.RegisterTableFunction(connection, function);
        Native.DestroyType(ref number);
        Native.DestroyTableFunction(ref function);
        if (state != 0)
            throw new EngineException("The fact engine does not take our rows.");
    }

    /// <summary>Offers rows for one statement.</summary>
    /// <param name="columns">What the rows hold.</param>
    /// <param name="fill">Fills the next chunk and tells how many rows it put there; 0 at the end.</param>
    /// <param name="read">The statement, given the words that stand for the rows.</param>
    internal static void Offer(IReadOnlyList<Column> columns, Func<ChunkWriter, int> fill, Action<string> read)
    {
        var number = Interlocked.Increment(ref last);
        var source = Offered[number] = new Source(new ChunkWriter(columns), fill);
        try
        {
            read($"made_rows({number.ToString(CultureInfo.InvariantCulture)})");
        }
        catch (EngineException) when (source.Fault is not null)
        {
            // The engine can only carry words; the fault itself went past it.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(source.Fault);
        }
        finally
        {
            Offered.TryRemove(number, out _);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info)
    {
        var value = Native.Parameter(info, 0);
        var number = Native.LongOf(value);
        Native.DestroyValue(ref value);
        foreach (var column in Offered[number].Writer.Columns)
        {
            var type = ChunkWriter.TypeOf(column);
            Native.AddResultColumn(info, column.Name, type);
            Native.DestroyType(ref type);
        }
        Native.SetBound(info, (nint)number, 0);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info) => Native.SetMostThreads(info, 1);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint chunk)
    {
        var source = Offered[Native.Bound(info)];
        try
        {
            source.Writer.Turn(chunk);
            Native.SetSize(chunk, (ulong)source.Fill(source.Writer));
        }
        catch (Exception fault)
        {
            // Nothing may be thrown through the engine: it is told, gives up, and the fault is thrown again on our side.
            source.Fault = fault;
            fixed (byte* words = Encoding.UTF8.GetBytes(fault.Message + '\0'))
                Native.SetError(info, words);
        }
    }

    private sealed class Source(ChunkWriter writer, Func<ChunkWriter, int> fill)
    {
        internal ChunkWriter Writer => writer;

        internal Func<ChunkWriter, int> Fill => fill;

        internal Exception? Fault { get; set; }
    }
}
