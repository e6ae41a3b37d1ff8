using System.Globalization;
using Made.Store.Vault;

namespace Made.Tests.Integration.Vault;

/// <summary>A vault in a temporary folder with one key for signatories, without records.</summary>
internal sealed class TemporaryVault : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("made-vault-").FullName;
    private KeyId? key;

    private TemporaryVault()
    {
        Ring = new KeyRing(folder);
        Fields = new SealedFields(Ring);
    }

    public KeyRing Ring { get; }

    public SealedFields Fields { get; }

    public static async Task<TemporaryVault> Make()
    {
        var vault = new TemporaryVault();
        (await vault.Ring.Make(SealedColumn.SignatoryRole.Purpose, DateTimeOffset.UnixEpoch)).Succeeded(out vault.key, out _);
        return vault;
    }

    public static SealedPlace Place(int row) => SealedColumn.SignatoryRole.At("agreement", row.ToString(CultureInfo.InvariantCulture), "signed", "body");

    public string Seal(SealedPlace place, string text) => Fields.Seal(key!, place, text).Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
