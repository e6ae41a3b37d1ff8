namespace Made.Store.Facts.Engine;

/// <summary>The engine's own numbers for the types we store.</summary>
internal enum ColumnType
{
    Int = 4,
    Long = 5,
    Byte = 6,
    ULong = 9,
    Double = 11,

    /// <summary>Days since 1 January 1970.</summary>
    Date = 13,
    Text = 17,
}

/// <summary>A column of one of our files. It prints as it is spelled in SQL.</summary>
internal sealed record Column(string Name, ColumnType Type)
{
    /// <summary>All texts of the column, where they are known before its first row: it is then filled by positions, and read back as text.</summary>
    internal IReadOnlyList<string>? Texts { get; private init; }

    /// <summary>True where rows hold positions. A statement cannot carry a NUL, so texts with one are written one by one.</summary>
    internal bool IsCoded { get; private init; }

    /// <summary>How many bytes the engine gives to a position: it asks for the number of texts, not for the last position (EnumTypeInfo::DictType), so 256 texts take two.</summary>
    internal int Width => Texts!.Count switch
    {
        <= byte.MaxValue => sizeof(byte),
        <= ushort.MaxValue => sizeof(ushort),
        _ => sizeof(uint),
    };

    internal string Declaration => $"{this} {TypeName}";

    private string TypeName => Type switch
    {
        _ when IsCoded => $"ENUM ({string.Join(", ", Texts!.Select(FactEngine.Literal))})",
        ColumnType.Int => "INTEGER",
        ColumnType.Long => "BIGINT",
        ColumnType.Byte => "UTINYINT",
        ColumnType.ULong => "UBIGINT",
        ColumnType.Double => "DOUBLE",
        ColumnType.Date => "DATE",
        _ => "VARCHAR",
    };

    /// <summary>The column with all the texts it will hold, each once.</summary>
    internal Column Of(IReadOnlyList<string> texts) => this with
    {
        Texts = texts,
        IsCoded = texts.Count > 0 && !texts.Any(t => t.Contains('\0', StringComparison.Ordinal)),
    };

    public override string ToString() => $"\"{Name}\"";
}
