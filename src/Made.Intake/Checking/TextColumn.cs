using System.Text;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Personal;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>Text that is checked and left behind. In a partner's data it is looked through for personal details.</summary>
internal sealed class TextColumn(ColumnDefinition definition, int at, DateOnly today, bool looksForPersons) : ColumnCheck(definition, at)
{
    private readonly int longest = definition.MaximumLength;

    /// <summary>A text that says the same in record after record is looked through once; only a clean one is remembered.</summary>
    private byte[] last = [];
    private int lastLength = -1;

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (CellText.IsLongerThan(cell, longest))
            return Fault.TextTooLong;
        if (!looksForPersons || (cell.Length == lastLength && cell.SequenceEqual(last.AsSpan(0, lastLength))))
            return Fault.None;
        Detail = PersonalDetails.Find(cell, today);
        if (Detail != PersonalDetail.None)
            return Fault.PersonalDetails;
        Remember(cell);
        return Fault.None;
    }

    private void Remember(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > last.Length)
            last = new byte[cell.Length * 2];
        cell.CopyTo(last);
        lastLength = cell.Length;
    }
}

/// <summary>A text that is kept: each different one once, by its position.</summary>
internal sealed class KeptTextColumn(ColumnDefinition definition, int at, FactText texts, DateOnly today, Func<string, (string Kept, Fault Remark)> keep) : ColumnCheck(definition, at)
{
    private readonly TextTable seen = new();
    private readonly List<Fault> remarks = [Fault.None];

    public int Position { get; private set; }

    public int Distinct => seen.Count;

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (seen.TryFind(cell, out var position))
        {
            Position = position;
            Remark = position < remarks.Count ? remarks[position] : Fault.None;
            return Fault.None;
        }
        if (CellText.IsLongerThan(cell, Definition.MaximumLength))
            return Fault.TextTooLong;
        // Of a text that comes again nobody looks twice: only clean ones are remembered.
        if (Definition.Role is not (ColumnRole.Lsoa or ColumnRole.Area) || !IsAreaCode(cell))
            Detail = PersonalDetails.Find(cell, today);
        if (Detail != PersonalDetail.None)
            return Fault.PersonalDetails;
        var text = Encoding.UTF8.GetString(CellText.Trim(cell));
        var (kept, remark) = keep(Definition.MappedValues.GetValueOrDefault(text, text));
        Position = texts.PositionOf(kept);
        while (remarks.Count <= Position)
            remarks.Add(Fault.None);
        remarks[Position] = Remark = remark;
        seen.Add(cell, Position);
        return Fault.None;
    }

    protected override void Clear() => Position = 0;

    /// <summary>The form of a GSS code, a letter and eight digits: a thousand different ones stand in every file, and none tells of a person.</summary>
    private static bool IsAreaCode(ReadOnlySpan<byte> cell) =>
        cell.Length == 9 && (cell[0] is (byte)'E' or (byte)'W' or (byte)'S' or (byte)'N') && !cell[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
