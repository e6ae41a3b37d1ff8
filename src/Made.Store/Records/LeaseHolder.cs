using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Made.Store.Records;

/// <summary>
/// Names a process so that a later one on the same machine can tell at once that it is gone: machine, process id and when it started.
/// On another machine only the lease's end can tell.
/// </summary>
public sealed record LeaseHolder(string Machine, int Process, long Started)
{
    public static LeaseHolder ThisProcess { get; } = OfThisProcess();

    public static LeaseHolder Parse(string text)
    {
        var parts = text.Split('|');
        return new LeaseHolder(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>True only where it is certain: the process ran on this machine and no longer does.</summary>
    public bool IsGone()
    {
        if (Machine != ThisProcess.Machine)
            return false;
        using var found = Array.Find(System.Diagnostics.Process.GetProcesses(), p => p.Id == Process);
        return found is null || StartOf(found) != Started;
    }

    public override string ToString() => $"{Machine}|{Process}|{Started}";

    private static LeaseHolder OfThisProcess()
    {
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        return new LeaseHolder(Environment.MachineName, self.Id, StartOf(self));
    }

    private static long StartOf(Process process)
    {
        try
        {
            // Whole seconds: the system counts from its boot, and two readings may differ by a little.
            return process.StartTime.ToUniversalTime().Ticks / TimeSpan.TicksPerSecond;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception) // It ended, or belongs to somebody else, while we looked.
        {
            return 0;
        }
    }
}
