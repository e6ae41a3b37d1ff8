using System.Security.Cryptography;
using System.Text;

namespace Made.Store.Audit;

/// <summary>The key that signs checkpoints: ECDSA on P-256. It lies with them, outside the home and its backups; its public half may be given to anybody.</summary>
internal sealed class CheckpointKey : IDisposable
{
    private const string PrivateName = "checkpoint-key.pem";
    private readonly ECDsa key;

    private CheckpointKey(ECDsa key)
    {
        this.key = key;
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    public string Fingerprint { get; }

    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The key of the folder; null where there is none or it cannot be read as one.</summary>
    public static CheckpointKey? Find(string folder)
    {
        var file = Path.Combine(folder, PrivateName);
        if (!File.Exists(file))
            return null;
        var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(File.ReadAllText(file));
            return new CheckpointKey(read);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            read.Dispose();
            return null;
        }
    }

    /// <summary>Makes the folder's key, readable for its owner only. The caller holds the folder's lock.</summary>
    public static CheckpointKey Make(string folder)
    {
        var made = new CheckpointKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        Durable.WritePrivate(Path.Combine(folder, PrivateName), Encoding.ASCII.GetBytes(made.key.ExportPkcs8PrivateKeyPem()));
        return made;
    }

    public string Sign(string text) => Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));

    public bool Signed(Checkpoint checkpoint)
    {
        Span<byte> signature = stackalloc byte[64];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length) && length == 64
            && key.VerifyData(Encoding.UTF8.GetBytes(checkpoint.SignedText), signature, HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();
}
