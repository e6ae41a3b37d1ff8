using System.Diagnostics;
using Made.TestKit;

namespace Made.Tests.Integration.Records;

/// <summary>Starts a process of its own on a home, to be killed.</summary>
internal static class CrashHost
{
    public static Process Start(TemporaryHome home, string crashAt, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["MADE_CRASH_AT"] = crashAt;
        string[] all = [Path.Combine(AppContext.BaseDirectory, "Made.CrashHost.dll"), home.Home.Folder, home.Home.Keys, .. arguments];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
