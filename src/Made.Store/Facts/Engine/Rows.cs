using System.Text;

namespace Made.Store.Facts.Engine;

/// <summary>Up to 2,048 rows in columns, read where the engine put them. Valid until the answer moves on.</summary>
internal readonly unsafe ref struct Rows
{
    private readonly nint[] data;
    private readonly nint[] validity;
    private readonly KnownTexts known;

    internal Rows(nint[] data, nint[] validity, KnownTexts known, int count)
    {
        this.data = data;
        this.validity = validity;
        this.known = known;
        Count = count;
    }

    public int Count { get; }

    /// <summary>The column's values; where <see cref="Has"/> says there is none, the value is arbitrary.</summary>
    public ReadOnlySpan<T> Of<T>(int column)
        where T : unmanaged => new((void*)data[column], Count);

    /// <summary>True where the row has a value in the column.</summary>
    public bool Has(int column, int row)
    {
        var bits = (ulong*)validity[column];
        return bits is null || (bits[row >> 6] & (1UL << (row & 63))) != 0;
    }

    public string Text(int column, int row) => Text(Of<TextCell>(column)[row]);

    /// <summary>Texts of a column: columns repeat themselves, so equal texts are one string.</summary>
    public string[] Texts(int column)
    {
        var cells = Of<TextCell>(column);
        var texts = new string[Count];
        for (var row = 0; row < texts.Length; row++)
            texts[row] = row > 0 && cells[row].Bits == cells[row - 1].Bits ? texts[row - 1] : known.Of(cells[row]);
        return texts;
    }

    private static string Text(TextCell cell) => Encoding.UTF8.GetString(cell.Bytes);
}
