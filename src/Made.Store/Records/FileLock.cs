namespace Made.Store.Records;

/// <summary>A lock between processes that the operating system releases when its holder ends, however it ends.</summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>The lock, or null where somebody else holds it.</summary>
    public static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeldByAnother(e)) // The framework tells a held lock only by this exception.
        {
            return null;
        }
    }

    public static async Task<FileLock> Take(string path, TimeSpan patience)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < patience)
        {
            if (TryTake(path) is { } taken)
                return taken;
            await Task.Delay(Pause);
        }
        throw new TimeoutException($"Another process has held {path} for more than {patience.TotalSeconds:0} seconds.");
    }

    public void Dispose() => stream.Dispose();

    // 11 is EWOULDBLOCK on Linux, 35 the same on macOS, 32 and 33 are the sharing and lock violations of Windows.
    private static bool IsHeldByAnother(IOException e) =>
        e.GetType() == typeof(IOException) && (e.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}
