using System.Security.Cryptography;
using System.Text;

namespace Made.Store.Audit;

/// <summary>
/// The file of checkpoints: one JSON line each, only ever added to. A last line without its end was cut by a power failure before anybody was
/// told of it, and does not count.
/// </summary>
internal static class CheckpointLines
{
    private const int Tail = 4096;

    public static IReadOnlyList<string> Read(string file) =>
        !File.Exists(file) ? [] : Encoding.UTF8.GetString(Whole(File.ReadAllBytes(file))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last line, found from the end: the file grows for years. Empty before the first.</summary>
    public static string Last(string file)
    {
        if (!File.Exists(file))
            return "";
        using var stream = File.OpenRead(file);
        stream.Seek(-Math.Min(Tail, stream.Length), SeekOrigin.End);
        var end = new byte[Math.Min(Tail, stream.Length)];
        stream.ReadExactly(end);
        return Encoding.UTF8.GetString(Whole(end)).Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("");
    }

    public static string HashOf(string line) => line.Length == 0 ? HashChain.Start : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>True where the copy holds nothing that the file does not hold in the same place.</summary>
    public static bool IsBegunBy(string file, string copy)
    {
        if (!File.Exists(copy))
            return true;
        var held = File.Exists(file) ? File.ReadAllBytes(file) : [];
        return held.AsSpan().StartsWith(Whole(File.ReadAllBytes(copy)));
    }

    public static void Append(string file, string line)
    {
        using (var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite))
        {
            stream.SetLength(EndOfWhole(stream));
            stream.Seek(0, SeekOrigin.End);
            stream.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        Durable.Flush(file);
    }

    /// <summary>Brings the copy to the file's end.</summary>
    public static void Follow(string file, string copy)
    {
        using (var from = File.OpenRead(file))
        using (var to = new FileStream(copy, FileMode.OpenOrCreate, FileAccess.ReadWrite))
        {
            to.SetLength(EndOfWhole(to));
            (from.Position, to.Position) = (to.Length, to.Length);
            from.CopyTo(to);
        }
        Durable.Flush(copy);
    }

    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> bytes) => bytes[..(bytes.LastIndexOf((byte)'\n') + 1)];

    private static long EndOfWhole(FileStream stream)
    {
        stream.Seek(-Math.Min(Tail, stream.Length), SeekOrigin.End);
        var (start, end) = (stream.Position, new byte[stream.Length - stream.Position]);
        stream.ReadExactly(end);
        return start + Whole(end).Length;
    }
}
