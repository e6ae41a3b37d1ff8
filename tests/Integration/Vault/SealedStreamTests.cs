using Made.Store.Vault;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Vault;

/// <summary>A sealed stream comes out as it went in, or not at all.</summary>
public sealed class SealedStreamTests(ITestOutputHelper output)
{
    private const int Piece = SealedStream.PieceBytes;
    private const int SealedPiece = Piece + Envelope.TagBytes;
    private static readonly byte[] Key = [.. Enumerable.Range(0, Envelope.KeyBytes).Select(n => (byte)n)];
    private static readonly byte[] Place = Envelope.Bound("original", "one");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(3 * Piece)]
    [InlineData((3 * Piece) + 7)]
    public async Task Streams_of_every_length_come_out_as_they_went_in(int length)
    {
        var plain = Bytes(length);
        (await Opened(Place, await Sealed(plain)))!.ShouldBe(plain);
        (await Opened(Envelope.Bound("original", "two"), await Sealed(plain))).ShouldBeNull("it belongs to another place");
    }

    [Fact]
    public async Task Pieces_cut_off_repeated_moved_or_changed_are_refused()
    {
        var made = await Sealed(Bytes((4 * Piece) + 100));
        byte[] Part(int n) => made[(1 + (n * SealedPiece))..Math.Min(made.Length, 1 + ((n + 1) * SealedPiece))];
        byte[] Of(params int[] parts) => [made[0], .. parts.SelectMany(Part)];
        Of(0, 1, 2, 3, 4).ShouldBe(made);
        foreach (var parts in new[] { new[] { 0, 1, 2, 3 }, [0, 1, 2], [0], [], [4], [1, 0, 2, 3, 4], [0, 1, 1, 2, 3, 4], [0, 2, 3, 4], [0, 1, 2, 3, 4, 4] })
            (await Opened(Place, Of(parts))).ShouldBeNull(string.Join(',', parts));
        // The last of a shorter stream under the same key does not end this one.
        var other = await Sealed(Bytes(2 * Piece));
        (await Opened(Place, [.. made[..(1 + SealedPiece)], .. other[(1 + SealedPiece)..]])).ShouldNotBeNull("two streams of equal bytes under one key: each original has a key of its own");
        var seed = Environment.TickCount;
        var (random, refused) = (new Random(seed), 0);
        for (var n = 0; n < 500; n++)
        {
            var changed = (byte[])made.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            refused += await Opened(Place, n % 2 == 0 ? changed : made[..random.Next(made.Length)]) is null ? 1 : 0;
        }
        output.WriteLine($"{refused} of 500 changed or cut streams refused (seed {seed}).");
        refused.ShouldBe(500, $"seed {seed}");
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(n => (byte)(n % 251))];

    private static async Task<byte[]> Sealed(byte[] plain)
    {
        using var to = new MemoryStream();
        await SealedStream.Seal(Key, Place, new MemoryStream(plain), to);
        return to.ToArray();
    }

    private static async Task<byte[]?> Opened(byte[] place, byte[] made)
    {
        using var to = new MemoryStream();
        return await SealedStream.Open(Key, place, new MemoryStream(made), to) ? to.ToArray() : null;
    }
}
