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
    internal string Declaration => $"{this} {TypeName}";

    private string TypeName => Type switch
    {
        ColumnType.Int => "INTEGER",
        ColumnType.Long => "BIGINT",
        ColumnType.Byte => "UTINYINT",
        ColumnType.ULong => "UBIGINT",
        ColumnType.Double => "DOUBLE",
        ColumnType.Date => "DATE",
        _ => "VARCHAR",
    };

    public override string ToString() => $"\"{Name}\"";
}
