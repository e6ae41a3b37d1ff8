using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Made.Core;

namespace Made.Intake.Reference;

/// <summary>The bytes of one reference file, unpacked where it is gzip, within a limit; damage is a problem and never a shorter file.</summary>
internal static class ReferenceText
{
    /// <summary>Above any national file of lookups or populations, and of boundaries of one county; below what memory bears.</summary>
    public const long Limit = 400L * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Sha256(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The first line, for telling what a file is; empty where there is none to be read.</summary>
    public static string Header(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using Stream plain = IsPacked(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
            var start = new byte[16 * 1024];
            var read = plain.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            var text = Encoding.UTF8.GetString(start, 0, read).TrimStart('\uFEFF');
            var end = text.AsSpan().IndexOfAny('\n', '\r');
            return end < 0 ? text : text[..end];
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    public static Outcome<byte[]> Bytes(string path, string name)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (!IsPacked(path))
                return file.Length > Limit ? ReferenceProblems.TooLarge(name, Limit) : File.ReadAllBytes(path);
            using var packed = new GZipStream(file, CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var part = new byte[128 * 1024];
            int read;
            while ((read = packed.Read(part)) > 0)
            {
                plain.Write(part, 0, read);
                if (plain.Length > Limit)
                    return ReferenceProblems.TooLarge(name, Limit);
            }
            return Whole(path, plain.Length) ? plain.ToArray() : ReferenceProblems.Damaged(name, "the gzip file is cut off");
        }
        catch (InvalidDataException)
        {
            return ReferenceProblems.Damaged(name, "the gzip file is damaged or cut off");
        }
    }

    public static Outcome<string> Text(string path, string name)
    {
        if (!Bytes(path, name).Succeeded(out var bytes, out var problem))
            return problem;
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return ReferenceProblems.Damaged(name, "the text is not UTF-8");
        }
    }

    private static bool IsPacked(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A gzip file ends with the length of what it holds. The framework reads a file that is cut off between blocks without complaint, so the
    /// length is compared; several gzip members in one file (no publisher does that) would be refused.
    /// </summary>
    private static bool Whole(string path, long length)
    {
        using var file = File.OpenRead(path);
        if (file.Length < 18)
            return false;
        file.Seek(-4, SeekOrigin.End);
        var trailer = new byte[4];
        file.ReadExactly(trailer);
        return BitConverter.ToUInt32(trailer) == unchecked((uint)length);
    }
}
