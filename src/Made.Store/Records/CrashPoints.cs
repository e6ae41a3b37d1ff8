using System.Diagnostics;
using System.Globalization;

namespace Made.Store.Records;

/// <summary>
/// Places where a test may end the process as <c>kill -9</c> would: <c>MADE_CRASH_AT=renamed</c>, or <c>renamed:3</c> for the third passage.
/// Without that variable a passage costs one comparison.
/// </summary>
public static class CrashPoints
{
    public const string Staged = "staged";
    public const string Locked = "locked";
    public const string Renamed = "renamed";
    public const string BeforeCommit = "before-commit";
    public const string AfterCommit = "after-commit";
    public const string Superseding = "superseding";
    public const string OriginalSealed = "original-sealed";
    public const string OriginalMoved = "original-moved";
    public const string OriginalRecorded = "original-recorded";
    public const string KeyWrapped = "key-wrapped";
    public const string FieldsSealedAgain = "fields-sealed-again";

    private static readonly string Point;
    private static int passagesLeft;

    static CrashPoints()
    {
        var asked = (Environment.GetEnvironmentVariable("MADE_CRASH_AT") ?? "").Split(':');
        Point = asked[0];
        passagesLeft = asked.Length > 1 ? int.Parse(asked[1], CultureInfo.InvariantCulture) : 1;
    }

    /// <summary>The points that accepting a supply passes, in order.</summary>
    public static IReadOnlyList<string> OfAccepting { get; } = [Staged, Locked, Superseding, Renamed, BeforeCommit, AfterCommit];

    /// <summary>The points that keeping an original passes, in order.</summary>
    public static IReadOnlyList<string> OfKeepingOriginals { get; } = [OriginalSealed, OriginalMoved, OriginalRecorded];

    public static void Reached(string point)
    {
        if (point != Point || Interlocked.Decrement(ref passagesLeft) != 0)
            return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
