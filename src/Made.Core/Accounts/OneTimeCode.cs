using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Made.Core.Accounts;

/// <summary>
/// Codes of an authenticator app: RFC 6238 with HMAC-SHA-1, steps of 30 seconds and six digits, which is what apps take for granted. The step
/// that a code belongs to is told, so that whoever keeps it can refuse the same code a second time.
/// </summary>
public static class OneTimeCode
{
    public const int KeyBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>RFC 6238, section 5.2: one step either side, for clocks that are a little off.</summary>
    private const int Drift = 1;

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps speak it; collisions of SHA-1 do not weaken HMAC")]
    public static string Of(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, mac);
        // RFC 4226, section 5.3: the last four bits say where the number is read.
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & 0x7FFF_FFFF;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to; null where it is wrong, too old or ahead, or not later than the last one that was used.</summary>
    public static long? StepOf(ReadOnlySpan<byte> key, string code, DateTimeOffset now, long lastUsed)
    {
        var (typed, found) = (code.Replace(" ", "", StringComparison.Ordinal), (long?)null);
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++)
            // Every step is compared in full, so that time tells nothing.
            if (Same(Of(key, step), typed) & step > lastUsed)
                found = step;
        return found;
    }

    private static bool Same(string right, string typed) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(right), System.Text.Encoding.UTF8.GetBytes(typed));
}
