using System.IO.Hashing;

namespace Made.Intake.Checking;

/// <summary>
/// 128 bits over bytes (XXH3), the same on every machine and in every release: stored with a fact, they tell between two revisions whether a record
/// changed. They are not a protection: keys are the publisher's own.
/// </summary>
internal static class Digest
{
    public static UInt128 Of(ReadOnlySpan<byte> bytes) => XxHash128.HashToUInt128(bytes);

    /// <summary>The 64 bits a fact carries; never 0, which means "no key".</summary>
    public static ulong Short(UInt128 value) => Math.Max(1, Low(value) ^ Low(value >> 64));

    public static ulong Low(UInt128 value) => unchecked((ulong)value);
}
