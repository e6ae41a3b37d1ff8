using System.Buffers;
using Made.Core.Exchange;
using Made.Intake.Personal;
using Made.Intake.Reading;

namespace Made.Intake.Checking;

/// <summary>
/// The sender's own key of a partner's records. A digest of it is kept, and whoever tries all NHS numbers finds the one behind a digest: a key must
/// not be a personal detail. Honest references may be digits alone, and one in eleven of ten digits passes for an NHS number: those are judged together.
/// </summary>
internal sealed class KeyColumn(ColumnDefinition definition, int at, DateOnly today) : ColumnCheck(definition, at)
{
    private static readonly SearchValues<byte> DigitsAndGaps = SearchValues.Create("0123456789 -"u8);
    private long numbers;
    private long personal;
    private PersonalDetail likely;

    /// <summary>What more than half of the keys that are digits alone seem to be; none else.</summary>
    public PersonalDetail OfMost => personal * 2 > numbers ? likely : PersonalDetail.None;

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (CellText.IsLongerThan(cell, Definition.MaximumLength))
            return Fault.TextTooLong;
        var found = PersonalDetails.Find(cell, today);
        if (cell.ContainsAnyExcept(DigitsAndGaps))
        {
            Detail = found;
            return found == PersonalDetail.None ? Fault.None : Fault.PersonalDetails;
        }
        numbers++;
        if (found != PersonalDetail.None)
        {
            personal++;
            likely = found;
        }
        return Fault.None;
    }
}
