using System.IO.Compression;
using System.Text;

namespace Made.TestKit.Site;

/// <summary>
/// Looks for texts in all bytes below folders: as UTF-8, UTF-16 of both orders and base64 at each of its three offsets, and inside members of gzip and zip
/// archives. Parquet is unfolded by whoever calls.
/// </summary>
/// <param name="mark">How every one of the texts begins: bytes are looked through for it first, since there are many.</param>
/// <param name="texts">The texts.</param>
public sealed class DiskScan(string mark, IReadOnlyCollection<string> texts)
{
    private readonly List<byte[]> marks = [.. Written(mark).Select(w => w.Bytes)];

    private readonly List<(string Text, string How, byte[] Bytes)> patterns =
        [.. texts.SelectMany(t => Written(t).Select(w => (t, w.How, w.Bytes)))];

    public long BytesLookedAt { get; private set; }

    public int FilesLookedAt { get; private set; }

    /// <summary>Each text that was found, how and where.</summary>
    public IReadOnlyList<(string Text, string Where)> In(params IEnumerable<string> folders)
    {
        var found = new List<(string, string)>();
        foreach (var file in folders.Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
        {
            FilesLookedAt++;
            found.AddRange(Look(Path.GetFileName(file), Encoding.UTF8.GetBytes(Path.GetFileName(file))));
            // A program that was killed leaves pipes behind, which nobody writes to: reading one would never end.
            if (new FileInfo(file).Length > 0)
                found.AddRange(Look(file, File.ReadAllBytes(file)));
        }
        return found;
    }

    private List<(string, string)> Look(string name, byte[] bytes)
    {
        BytesLookedAt += bytes.Length;
        List<(string, string)> found = marks.Exists(m => bytes.AsSpan().IndexOf(m) >= 0)
            ? [.. patterns.Where(p => bytes.AsSpan().IndexOf(p.Bytes) >= 0).Select(p => (p.Text, $"{name} as {p.How}"))]
            : [];
        if (bytes is [0x1f, 0x8b, ..])
            found.AddRange(Look(name + " unpacked", Unpacked(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress))));
        if (bytes is [0x50, 0x4b, 0x03, 0x04, ..])
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
            {
                found.AddRange(Look(name + " entry", Encoding.UTF8.GetBytes(entry.FullName)));
                found.AddRange(Look($"{name}!/{entry.FullName}", Unpacked(entry.Open())));
            }
        }
        return found;
    }

    private static byte[] Unpacked(Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }

    private static IEnumerable<(string How, byte[] Bytes)> Written(string text)
    {
        yield return ("UTF-8", Encoding.UTF8.GetBytes(text));
        yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
        yield return ("UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(text));
        // Of base64 the first and last letters depend on what stands around.
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. Encoding.UTF8.GetBytes(text)]);
            yield return ("base64", Encoding.ASCII.GetBytes(encoded.TrimEnd('=')[(offset == 0 ? 0 : 4)..^1]));
        }
    }
}
