using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Made.Store.Facts;

/// <summary>What is said to be kept is on the disk: file and directory are flushed before anybody is told.</summary>
internal static partial class Durable
{
    internal static void Flush(string file)
    {
        FlushContent(file);
        FlushDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <summary>Flushes the staged file and renames it to its place. Whoever is second puts the same content there.</summary>
    internal static void Place(string staged, string target)
    {
        FlushContent(staged);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(staged, target, overwrite: true);
        FlushDirectory(Path.GetDirectoryName(target)!);
    }

    private static void FlushContent(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    internal static string Sha256(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>A new name is only kept once its directory is; .NET opens no directories, and Windows keeps names by itself.</summary>
    private static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = OpenForReading(directory, 0);
        if (descriptor < 0)
            throw new IOException($"The directory '{directory}' could not be opened to keep a new file in it.");
        var flushed = Fsync(descriptor);
        _ = CloseDescriptor(descriptor);
        if (flushed != 0)
            throw new IOException($"The directory '{directory}' could not be written to the disk.");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenForReading(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}
