using System.Security.Cryptography;
using Made.Core;
using Made.Core.Register;
using Made.Store.Records;

namespace Made.Store.Reference;

/// <summary>
/// The reference vintages of a home: <c>reference/VINTAGE/reference.bin</c>, written once and never changed, closed by the hash of its bytes.
/// </summary>
public sealed class ReferenceFiles(Home home)
{
    private const int HashLength = SHA256.HashSizeInBytes;

    public bool Holds(string vintage) => File.Exists(FileOf(vintage));

    /// <summary>Keeps a vintage. Saving one that is there already changes nothing: the name is the hash of the content.</summary>
    public async Task Save(ReferenceData data)
    {
        if (Holds(data.Vintage))
            return;
        using var bytes = new MemoryStream();
        ReferenceLayout.Write(data, bytes);
        bytes.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        using var staging = await StagingFolder.Begin(home);
        Durable.Write(staging, FileOf(data.Vintage), bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public Outcome<ReferenceData> Load(string vintage)
    {
        if (!Holds(vintage))
            return Problems.Missing(vintage);
        var bytes = File.ReadAllBytes(FileOf(vintage));
        var content = Math.Max(bytes.Length - HashLength, 0);
        if (content == 0 || !SHA256.HashData(bytes.AsSpan(0, content)).AsSpan().SequenceEqual(bytes.AsSpan(content)))
            return Problems.Damaged(vintage);
        return ReferenceLayout.Read(bytes.AsMemory(0, content)) is { } data ? data : Problems.Newer(vintage);
    }

    private string FileOf(string vintage) => vintage.Length > 0 && vintage.All(char.IsAsciiLetterOrDigit)
        ? Path.Combine(home.Reference, vintage, "reference.bin")
        : throw new ArgumentException($"'{vintage}' cannot name a folder.", nameof(vintage));
}
