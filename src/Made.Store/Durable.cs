using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Made.Store.Records;

namespace Made.Store;

/// <summary>
/// The one place that makes files durable: written beside, flushed to the disk, renamed into place, and the folder that names them flushed
/// as well. A reader sees the whole file or none, also after a power cut.
/// </summary>
public static partial class Durable
{
    /// <summary>Writes through a staging folder of the same home, because a rename is atomic only inside one file system.</summary>
    public static void Write(StagingFolder staging, string target, ReadOnlySpan<byte> bytes)
    {
        var written = staging.File(Path.GetFileName(target) + ".part");
        using (var stream = new FileStream(written, FileMode.CreateNew, FileAccess.Write))
            stream.Write(bytes);
        Flush(written);
        Move(written, target);
    }

    /// <summary>Renames a flushed file into place, over an earlier one if there is one.</summary>
    public static void Move(string flushed, string target)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(target))!;
        MakeFolder(folder);
        File.Move(flushed, target, overwrite: true);
        FlushFolder(folder);
    }

    /// <summary>Flushes a staged file and renames it into place. Whoever is second puts the same content there.</summary>
    public static void FlushAndMove(string staged, string target)
    {
        Flush(staged);
        Move(staged, target);
    }

    /// <summary>Writes a file that only its owner may read, outside any home: whole or not at all.</summary>
    public static void WritePrivate(string file, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var part = file + ".part";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(part, options))
            stream.Write(bytes);
        FlushAndMove(part, file);
    }

    /// <summary>
    /// Removes a file for good: written over, flushed, its name taken out of the folder. A disk that moves blocks about may keep the old ones; only
    /// what is short and sealed again elsewhere, such as a wrapped key, is trusted to it.
    /// </summary>
    public static void Erase(string file)
    {
        if (!File.Exists(file))
            return;
        using (var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite))
        {
            RandomAccess.Write(handle, RandomNumberGenerator.GetBytes((int)Math.Min(RandomAccess.GetLength(handle), 1 << 20)), 0);
            RandomAccess.FlushToDisk(handle);
        }
        File.Delete(file);
        FlushFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    /// <summary>Forces a file's bytes to the disk.</summary>
    public static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }

    public static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Makes a folder and every missing parent, each named durably in the one above.</summary>
    public static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var parent = Path.GetDirectoryName(folder);
        if (!string.IsNullOrEmpty(parent))
            MakeFolder(parent);
        Directory.CreateDirectory(folder);
        if (!string.IsNullOrEmpty(parent))
            FlushFolder(parent);
    }

    private static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            return; // Windows journals the names of files itself and offers no flush of a folder.
        var descriptor = Open(folder, 0);
        if (descriptor < 0)
            throw new IOException($"{folder} cannot be opened to be flushed ({Marshal.GetLastPInvokeErrorMessage()}).");
        var flushed = FSync(descriptor);
        var why = Marshal.GetLastPInvokeErrorMessage();
        _ = Close(descriptor);
        if (flushed != 0)
            throw new IOException($"{folder} cannot be flushed ({why}).");
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
