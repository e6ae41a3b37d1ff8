using System.Buffers.Binary;
using System.Text;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Intake.Checking;
using Made.Intake.Reading;

namespace Made.Intake.Coarsening;

/// <summary>
/// The sender's number of a person or of premises, of which the pseudonym is kept: the first 64 bits of its HMAC. It may be a personal detail, such as an NHS
/// number: unlike a digest, it cannot be found again by trying all numbers without the key. Case, blanks and hyphens make no other person.
/// </summary>
internal sealed class PseudonymColumn(ColumnDefinition definition, int at, PseudonymKey key) : ColumnCheck(definition, at)
{
    /// <summary>0 where the cell is empty.</summary>
    public ulong Pseudonym { get; private set; }

    protected override Fault Read(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (CellText.IsLongerThan(cell, Definition.MaximumLength))
            return Fault.TextTooLong;
        var form = string.Concat(Encoding.UTF8.GetString(cell).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (form.Length == 0)
            return Fault.CellEmpty;
        Pseudonym = Math.Max(1, BinaryPrimitives.ReadUInt64BigEndian(key.Mac(form)));
        return Fault.None;
    }

    protected override void Clear() => Pseudonym = 0;
}
