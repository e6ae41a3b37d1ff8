using System.Diagnostics;

namespace Made.TestKit.Site;

/// <summary>A copy of a folder in which each file is a second name of the same bytes; the framework cannot make one.</summary>
internal static class Links
{
    public static void Make(string from, string to)
    {
        using var copy = Process.Start("cp", ["-al", from, to]);
        copy.WaitForExit();
        if (copy.ExitCode != 0)
            throw new IOException($"cp -al {from} {to} ended with {copy.ExitCode}.");
    }
}
