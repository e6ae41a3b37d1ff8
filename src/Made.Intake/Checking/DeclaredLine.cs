using System.Buffers;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// A record as one line of CSV: the declared columns in the order of their declaration, parted by commas, a cell quoted where it holds a comma, a quote
/// or a line's end, one that the file lacks left empty. Two records have the same line only if all their declared cells are the same, however the
/// file orders, parts or quotes them.
/// </summary>
/// <param name="positions">Where each declared column stands in the file; -1 where it does not.</param>
internal sealed class DeclaredLine(int[] positions)
{
    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);

    private readonly bool isInOrder = positions.Index().All(p => p.Item >= 0 && p.Item == positions[0] + p.Index);
    private readonly ArrayBufferWriter<byte> line = new();

    /// <summary>Valid until the next record is read.</summary>
    public ReadOnlySpan<byte> Of(Record record)
    {
        // Most files hold it as it is.
        if (isInOrder && record.IsBare)
            return record.Through(positions[0], positions[^1]);
        line.ResetWrittenCount();
        for (var column = 0; column < positions.Length; column++)
        {
            if (column > 0)
                line.Write(","u8);
            Add(positions[column] < 0 ? [] : record[positions[column]]);
        }
        return line.WrittenSpan;
    }

    private void Add(ReadOnlySpan<byte> cell)
    {
        if (!cell.ContainsAny(Quoted))
        {
            line.Write(cell);
            return;
        }
        line.Write("\""u8);
        for (var quote = cell.IndexOf((byte)'"'); quote >= 0; quote = cell.IndexOf((byte)'"'))
        {
            line.Write(cell[..(quote + 1)]);
            line.Write("\""u8);
            cell = cell[(quote + 1)..];
        }
        line.Write(cell);
        line.Write("\""u8);
    }
}
