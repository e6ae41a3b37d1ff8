using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>
/// How one audit row follows from the one before: SHA-256 over the line <c>made-audit-1</c> and then, each as a netstring
/// (<c>length:bytes,</c>, UTF-8), the hash before, the number, the instant in microseconds, who, why, what and the subject.
/// Lengths keep words from moving between fields unseen. The format is described for other programs in docs/audit.md.
/// </summary>
public static class HashChain
{
    /// <summary>Stands before the first row.</summary>
    public static readonly string Start = new('0', 64);

    private const int MostDigits = 20;

    private static ReadOnlySpan<byte> Format => "made-audit-1\n"u8;

    /// <summary>The hash that a row has to have.</summary>
    /// <param name="before">Hash of the row before, or <see cref="Start"/>.</param>
    /// <param name="row">The row; its own hash is not looked at.</param>
    public static string After(string before, RecordedChange row)
    {
        var most = Format.Length + (7 * (MostDigits + 2)) + (2 * MostDigits)
            + (3 * (before.Length + row.By.Length + row.Why.Length + row.What.Length + row.Subject.Length));
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            Format.CopyTo(buffer);
            var at = Format.Length;
            Text(buffer, ref at, before);
            Whole(buffer, ref at, row.Number);
            Whole(buffer, ref at, Instants.Micros(row.At));
            Text(buffer, ref at, row.By);
            Text(buffer, ref at, row.Why);
            Text(buffer, ref at, row.What);
            Text(buffer, ref at, row.Subject);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, at), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Text(byte[] buffer, ref int at, string text)
    {
        Digits(buffer, ref at, Encoding.UTF8.GetByteCount(text));
        buffer[at++] = (byte)':';
        at += Encoding.UTF8.GetBytes(text, buffer.AsSpan(at));
        buffer[at++] = (byte)',';
    }

    private static void Whole(byte[] buffer, ref int at, long number)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        Utf8Formatter.TryFormat(number, digits, out var length);
        Digits(buffer, ref at, length);
        buffer[at++] = (byte)':';
        digits[..length].CopyTo(buffer.AsSpan(at));
        at += length;
        buffer[at++] = (byte)',';
    }

    private static void Digits(byte[] buffer, ref int at, long number)
    {
        Utf8Formatter.TryFormat(number, buffer.AsSpan(at), out var length);
        at += length;
    }
}
