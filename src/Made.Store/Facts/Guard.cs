using Made.Core;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Reads our files so that a missing or damaged one is an answer. The only place that catches what the engine throws.</summary>
internal static class Guard
{
    private const int SmallestFile = 12;

    internal static Outcome<T> Read<T>(IReadOnlyList<string> paths, Func<T> read)
    {
        if (paths.Select(Inspect).FirstOrDefault(p => p is not null) is { } problem)
            return problem;
        try
        {
            return read();
        }
        catch (EngineException e) when (e.Fault == EngineFault.OutOfMemory)
        {
            return Problems.OutOfMemory($"Reading {paths[0]}");
        }
        catch (EngineException e) when (e.Fault == EngineFault.Failed && paths.Count > 0)
        {
            return Problems.FileDamaged(paths.FirstOrDefault(p => e.Message.Contains(p, StringComparison.Ordinal), paths[0]));
        }
    }

    /// <summary>A Parquet file begins and ends with the same four letters: one that was cut off does not.</summary>
    internal static bool IsWhole(string path)
    {
        using var file = File.OpenHandle(path);
        var length = RandomAccess.GetLength(file);
        return length >= SmallestFile && IsMark(file, 0) && IsMark(file, length - 4);
    }

    private static Problem? Inspect(string path)
    {
        if (!File.Exists(path))
            return Problems.FileMissing(path);
        return IsWhole(path) ? null : Problems.FileDamaged(path);
    }

    private static bool IsMark(Microsoft.Win32.SafeHandles.SafeFileHandle file, long at)
    {
        Span<byte> mark = stackalloc byte[4];
        return RandomAccess.Read(file, mark, at) == mark.Length && mark.SequenceEqual("PAR1"u8);
    }
}
