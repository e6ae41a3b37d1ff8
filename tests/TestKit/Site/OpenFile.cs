using System.Diagnostics;

namespace Made.TestKit.Site;

/// <summary>
/// Bytes of a file that this process may have open as a database. Another program reads it: closing such a file here would drop the locks by which the
/// database keeps its readers and other processes apart (POSIX locks belong to the process), and the site would go on with what it saw before.
/// </summary>
public static class OpenFile
{
    public static async Task<byte[]> BytesAsync(string file)
    {
        using var cat = Process.Start(new ProcessStartInfo("cat", [file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var bytes = new MemoryStream();
        await cat.StandardOutput.BaseStream.CopyToAsync(bytes);
        await cat.WaitForExitAsync();
        return cat.ExitCode == 0 ? bytes.ToArray() : throw new IOException($"{file} could not be read.");
    }
}
