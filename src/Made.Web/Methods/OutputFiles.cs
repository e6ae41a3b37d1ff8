using System.Text;
using Made.Core;

namespace Made.Web.Methods;

/// <summary>Writes beside the place first and moves then: a reader meets the old file or the whole new one.</summary>
internal static class OutputFiles
{
    /// <summary>Nothing where all are written.</summary>
    public static Problem? Write(IReadOnlyList<(string Path, string Text)> files)
    {
        var written = new List<(string Temporary, string Path)>();
        var at = "";
        try
        {
            foreach (var (path, text) in files)
            {
                at = path;
                var temporary = $"{Path.GetFullPath(path)}.{Guid.NewGuid():N}.part";
                written.Add((temporary, path));
                File.WriteAllText(temporary, text, new UTF8Encoding(false));
            }
            foreach (var (temporary, path) in written)
            {
                at = path;
                File.Move(temporary, path, overwrite: true);
            }
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            foreach (var (temporary, _) in written)
                Discard(temporary);
            return Problems.NotWritten(at, fault.Message);
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // What could not be written there can often not be deleted either; the message about the first failure says more.
        }
    }
}
