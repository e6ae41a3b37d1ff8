using System.Text;
using Made.Core;
using Made.Store.Records;

namespace Made.Store.Vault;

/// <summary>
/// Seals and opens single fields: <c>sealed:KEY:BASE64</c>. There is no way for text that was not sealed to come out as if it had been.
/// </summary>
public sealed class SealedFields
{
    private const string Prefix = "sealed:";
    private readonly KeyRing ring;

    internal SealedFields(KeyRing ring) => this.ring = ring;

    /// <summary>Seals for one place under the column's newest key, inside the change that writes it; the first key is made here, with its audit row.</summary>
    internal async Task<Outcome<string>> Seal(Writing writing, SealedPlace place, string text)
    {
        if (ring.Newest(place.Column.Purpose) is not { } key)
        {
            if (!(await ring.Make(place.Column.Purpose, writing.Change.At)).Succeeded(out var made, out var problem))
                return problem;
            writing.Note(ChangeKinds.VaultKeyMade, made.ToString());
            key = made;
        }
        return Seal(key, place, text);
    }

    public Outcome<string> Open(SealedPlace place, string value)
    {
        if (KeyIn(value) is not { } key || key.Purpose != place.Column.Purpose)
            return LooksSealed(value) ? Problems.Broken(place.ToString()) : Problems.NotSealed(place.ToString());
        if (!ring.KeyOf(key).Succeeded(out var bytes, out var problem))
            return problem;
        var body = value.AsSpan(Prefix.Length + key.ToString().Length + 1);
        var made = new byte[body.Length];
        // Only the one spelling that was written counts: base64 has others for the same bytes.
        return Convert.TryFromBase64Chars(body, made, out var length) && Convert.ToBase64String(made, 0, length).AsSpan().SequenceEqual(body)
            && Envelope.Open(bytes, place.Bound(key), made.AsSpan(0, length)) is { } plain
            ? Encoding.UTF8.GetString(plain)
            : Problems.Broken(place.ToString());
    }

    /// <summary>For readers that need the text: what was destroyed or waits for its key says so, and anything else that cannot be opened stops them.</summary>
    internal string Read(SealedPlace place, string value) =>
        Open(place, value).Succeeded(out var text, out var problem) ? text
        : problem.Code == Problems.DestroyedCode ? "(destroyed)"
        : Problems.IsExpected(problem) ? "(sealed: its key is not here)"
        : throw new SealRefusedException(problem);

    internal static bool LooksSealed(string value) => value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The key that a value names; null where it names none.</summary>
    internal static KeyId? KeyIn(string value)
    {
        var end = LooksSealed(value) ? value.IndexOf(':', Prefix.Length) : -1;
        return end < 0 ? null : KeyId.Of(value[Prefix.Length..end]);
    }

    internal Outcome<string> Seal(KeyId key, SealedPlace place, string text) => ring.KeyOf(key).Succeeded(out var bytes, out var problem)
        ? $"{Prefix}{key}:{Convert.ToBase64String(Envelope.Seal(bytes, place.Bound(key), Encoding.UTF8.GetBytes(text)))}"
        : problem;

    /// <summary>How values sealed under a key begin.</summary>
    internal static string StartOf(KeyId key) => $"{Prefix}{key}:";
}
