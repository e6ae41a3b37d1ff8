namespace Made.Store.Records;

/// <summary>Instants are UTC microseconds since 1970 in a 64-bit integer: the same value, order and precision on both databases.</summary>
internal static class Instants
{
    public static long Micros(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Of(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);
}
