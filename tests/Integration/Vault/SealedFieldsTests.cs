using System.Text;
using Made.Store.Vault;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Vault;

/// <summary>A sealed value is opened in its place as what was sealed, or refused by name.</summary>
public sealed class SealedFieldsTests(ITestOutputHelper output)
{
    private const int Tamperings = 10_000;
    private static readonly SealedColumn Other = new("other", "secret", "id", ["id"]);

    [Fact]
    public async Task What_was_sealed_is_opened_in_its_place_and_nobody_can_tell_equal_texts()
    {
        using var vault = await TemporaryVault.Make();
        foreach (var text in new[] { "", "director", "Zoë Ñ \u202e", new string('x', 100_000) })
        {
            var (one, two) = (vault.Seal(TemporaryVault.Place(1), text), vault.Seal(TemporaryVault.Place(1), text));
            one.ShouldNotBe(two);
            vault.Fields.Open(TemporaryVault.Place(1), one).Succeeded(out var opened, out _).ShouldBeTrue();
            opened.ShouldBe(text);
            if (text.Length > 0)
                one.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='));
        }
    }

    [Fact]
    public async Task Ten_thousand_random_tamperings_are_all_refused_by_name()
    {
        using var vault = await TemporaryVault.Make();
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var (refused, codes) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        for (var n = 0; n < Tamperings; n++)
        {
            var text = $"role {random.Next(1_000_000)}";
            var value = vault.Seal(TemporaryVault.Place(n), text);
            var (place, tampered) = Tamper(vault, random, n, text, value);
            if (vault.Fields.Open(place, tampered).Problem is not { } problem)
                continue;
            refused++;
            codes[problem.Code] = codes.GetValueOrDefault(problem.Code) + 1;
            problem.ToString().ShouldNotContain(text);
        }
        output.WriteLine($"{refused:N0} of {Tamperings:N0} tamperings refused (seed {seed}): {string.Join(", ", codes.Select(c => $"{c.Key} {c.Value:N0}"))}");
        refused.ShouldBe(Tamperings, $"seed {seed}");
        codes.Keys.ShouldBeSubsetOf(["vault-seal-broken", "vault-not-sealed", "vault-key-missing"]);
    }

    [Fact]
    public async Task A_value_that_was_not_tampered_with_would_be_noticed_by_that_count()
    {
        using var vault = await TemporaryVault.Make();
        vault.Fields.Open(TemporaryVault.Place(1), vault.Seal(TemporaryVault.Place(1), "director")).Problem.ShouldBeNull();
    }

    private static (SealedPlace Place, string Value) Tamper(TemporaryVault vault, Random random, int n, string text, string value)
    {
        var place = TemporaryVault.Place(n);
        var at = value.LastIndexOf(':') + 1;
        var (head, bytes) = (value[..at], Convert.FromBase64String(value[at..]));
        string With(byte[] changed) => head + Convert.ToBase64String(changed);
        switch (random.Next(9))
        {
            case 0:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return (place, With(bytes));
            case 1:
                return (place, With(bytes[..random.Next(bytes.Length)]));
            case 2:
                return (place, With([.. bytes, (byte)random.Next(256)]));
            case 3:
                return (TemporaryVault.Place(n + 1 + random.Next(1000)), value);
            case 4:
                return (place, random.Next(2) == 0 ? text : "");
            case 5:
                return (place, vault.Seal(TemporaryVault.Place(n + 1), text));
            case 6:
                var letter = random.Next(value.Length);
                return (place, string.Concat(value.AsSpan(0, letter), ((char)(value[letter] ^ (1 << random.Next(6)))).ToString(), value.AsSpan(letter + 1)));
            case 7:
                return (Other.At(place.Row[0]), value);
            default:
                return (place, value[..random.Next(value.Length)]);
        }
    }
}
