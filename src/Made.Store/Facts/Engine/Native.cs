using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Made.Store.Facts.Engine;

/// <summary>
/// The part of DuckDB's C interface that we use, and no more: it is to be replaced by a managed binding when one can be restored.
/// Functions answer 0 for success. A result is a block of six words that is passed by address, and by value to fetch from it.
/// </summary>
internal static unsafe partial class Native
{
    private const string Library = "duckdb";

    [LibraryImport(Library, EntryPoint = "duckdb_library_version")]
    internal static partial byte* LibraryVersion();

    [LibraryImport(Library, EntryPoint = "duckdb_free")]
    internal static partial void Free(void* memory);

    [LibraryImport(Library, EntryPoint = "duckdb_create_config")]
    internal static partial int CreateConfig(out ConfigHandle config);

    [LibraryImport(Library, EntryPoint = "duckdb_set_config", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetConfig(ConfigHandle config, string name, string value);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_config")]
    internal static partial void DestroyConfig(ref nint config);

    [LibraryImport(Library, EntryPoint = "duckdb_open_ext", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, out DatabaseHandle database, ConfigHandle config, out byte* error);

    [LibraryImport(Library, EntryPoint = "duckdb_close")]
    internal static partial void Close(ref nint database);

    [LibraryImport(Library, EntryPoint = "duckdb_connect")]
    internal static partial int Connect(DatabaseHandle database, out ConnectionHandle connection);

    [LibraryImport(Library, EntryPoint = "duckdb_disconnect")]
    internal static partial void Disconnect(ref nint connection);

    [LibraryImport(Library, EntryPoint = "duckdb_interrupt")]
    internal static partial void Interrupt(ConnectionHandle connection);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Prepare(ConnectionHandle connection, string sql, out StatementHandle statement);

    [LibraryImport(Library, EntryPoint = "duckdb_prepare_error")]
    internal static partial byte* PrepareError(StatementHandle statement);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_prepare")]
    internal static partial void DestroyPrepare(ref nint statement);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_varchar_length")]
    internal static partial int BindText(StatementHandle statement, ulong at, byte* text, ulong length);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_int64")]
    internal static partial int BindLong(StatementHandle statement, ulong at, long value);

    [LibraryImport(Library, EntryPoint = "duckdb_execute_prepared")]
    internal static partial int Execute(StatementHandle statement, ResultHandle result);

    [LibraryImport(Library, EntryPoint = "duckdb_result_error")]
    internal static partial byte* ResultError(ResultHandle result);

    [LibraryImport(Library, EntryPoint = "duckdb_column_count")]
    internal static partial ulong ColumnCount(ResultHandle result);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_result")]
    internal static partial void DestroyResult(nint result);

    [LibraryImport(Library, EntryPoint = "duckdb_fetch_chunk")]
    internal static partial ChunkHandle FetchChunk(ResultBlock result);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_size")]
    internal static partial ulong ChunkSize(ChunkHandle chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_set_size")]
    internal static partial void SetSize(nint chunk, ulong rows);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    internal static partial nint Vector(ChunkHandle chunk, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_data_chunk_get_vector")]
    internal static partial nint Vector(nint chunk, ulong column);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_data_chunk")]
    internal static partial void DestroyChunk(ref nint chunk);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_get_data")]
    internal static partial void* VectorData(nint vector);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_get_validity")]
    internal static partial ulong* VectorValidity(nint vector);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_ensure_validity_writable")]
    internal static partial void EnsureValidityWritable(nint vector);

    [LibraryImport(Library, EntryPoint = "duckdb_vector_assign_string_element_len")]
    internal static partial void AssignText(nint vector, ulong row, byte* text, ulong length);

    [LibraryImport(Library, EntryPoint = "duckdb_create_logical_type")]
    internal static partial nint CreateType(ColumnType type);

    [LibraryImport(Library, EntryPoint = "duckdb_create_enum_type")]
    internal static partial nint CreateCodedType(nint* texts, ulong count);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_logical_type")]
    internal static partial void DestroyType(ref nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_create_table_function")]
    internal static partial nint CreateTableFunction();

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_table_function")]
    internal static partial void DestroyTableFunction(ref nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_name", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void NameTableFunction(nint function, string name);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_add_parameter")]
    internal static partial void AddParameter(nint function, nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_bind")]
    internal static partial void SetBind(nint function, delegate* unmanaged[Cdecl]<nint, void> bind);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_init")]
    internal static partial void SetInit(nint function, delegate* unmanaged[Cdecl]<nint, void> init);

    [LibraryImport(Library, EntryPoint = "duckdb_table_function_set_function")]
    internal static partial void SetFunction(nint function, delegate* unmanaged[Cdecl]<nint, nint, void> fill);

    [LibraryImport(Library, EntryPoint = "duckdb_register_table_function")]
    internal static partial int RegisterTableFunction(ConnectionHandle connection, nint function);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_get_parameter")]
    internal static partial nint Parameter(nint info, ulong at);

    [LibraryImport(Library, EntryPoint = "duckdb_get_int64")]
    internal static partial long LongOf(nint value);

    [LibraryImport(Library, EntryPoint = "duckdb_destroy_value")]
    internal static partial void DestroyValue(ref nint value);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_add_result_column", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void AddResultColumn(nint info, string name, nint type);

    [LibraryImport(Library, EntryPoint = "duckdb_bind_set_bind_data")]
    internal static partial void SetBound(nint info, nint bound, nint release);

    [LibraryImport(Library, EntryPoint = "duckdb_function_get_bind_data")]
    internal static partial nint Bound(nint info);

    [LibraryImport(Library, EntryPoint = "duckdb_init_set_max_threads")]
    internal static partial void SetMostThreads(nint info, ulong threads);

    [LibraryImport(Library, EntryPoint = "duckdb_function_set_error")]
    internal static partial void SetError(nint info, byte* message);

    internal static string Text(byte* text) => Utf8StringMarshaller.ConvertToManaged(text) ?? "";

    /// <summary>The engine's result, opaque to us.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ResultBlock
    {
        internal fixed ulong Words[6];
    }
}
