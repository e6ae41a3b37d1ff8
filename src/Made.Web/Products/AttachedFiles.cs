using System.IO.Compression;
using Made.Core;
using Made.Store.Records;

namespace Made.Web.Products;

/// <summary>
/// What may be attached to a product: documents that people open, without macros, whose first bytes are what their name says. They are never shown inside a
/// page: only ever handed out as a download.
/// </summary>
internal static class AttachedFiles
{
    public const int LargestBytes = 25 << 20;

    /// <summary>As the file field of a browser takes it.</summary>
    public const string Accepted = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

    private const int LongestName = 120;
    private static readonly string[] Office = [".docx", ".xlsx", ".pptx"];
    private static readonly string[] OpenDocument = [".odt", ".ods", ".odp"];

    public static async Task<Outcome<AttachedFile>> OfAsync(IFormFile sent, CancellationToken stop)
    {
        var name = SafeName(sent.FileName);
        if (sent.Length is 0 or > LargestBytes)
            return Core.Products.Problems.FileRefused(name, sent.Length == 0 ? "it is empty" : $"it has more than {LargestBytes >> 20} MB");
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, stop);
        return Of(name, bytes.ToArray());
    }

    internal static Outcome<AttachedFile> Of(string name, byte[] bytes)
    {
        var kind = Path.GetExtension(name).ToLowerInvariant();
        var why = kind == ".pdf" ? (bytes.AsSpan().StartsWith("%PDF-"u8) ? "" : "it is not a PDF")
            : Office.Contains(kind) ? Zipped(bytes, "[Content_Types].xml", e => e.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            : OpenDocument.Contains(kind) ? Zipped(bytes, "content.xml", e => e.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || e.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
            : "files of this kind are not kept";
        return why.Length == 0 ? new AttachedFile(name, bytes) : Core.Products.Problems.FileRefused(name, why);
    }

    /// <summary>Only the list of what is inside is read: nothing is unpacked.</summary>
    private static string Zipped(byte[] bytes, string part, Func<string, bool> isMacro)
    {
        if (!bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return "it is not what its name says";
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Any(e => isMacro(e.FullName)) ? "it holds macros"
                : archive.Entries.Any(e => e.FullName == part) ? ""
                : "it is not what its name says";
        }
        catch (InvalidDataException)
        {
            return "it is damaged";
        }
    }

    /// <summary>What is left of a sent name when only harmless letters stay.</summary>
    private static string SafeName(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var (stem, kind) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        var kept = new string([.. stem.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' or '(' or ')' ? c : '_')]).Trim('.', ' ');
        return $"{(kept.Length == 0 ? "file" : kept[..Math.Min(kept.Length, LongestName)])}{new string([.. kind.Where(c => c == '.' || char.IsAsciiLetterOrDigit(c))])}";
    }
}
