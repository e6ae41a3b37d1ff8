using Made.Core.GoldenThread;

namespace Made.Web.GoldenThread;

/// <summary>How points of the thread are named and reached.</summary>
public static class ThreadWords
{
    public static string Href(ThreadPoint point) => $"/thread/{point.Kind.Code()}/{point.Id}";

    /// <summary>The page where a point is worked on; its place in the thread where it has none of its own.</summary>
    public static string Home(ThreadPoint point) => point.Kind switch
    {
        ThreadKind.Agreement => $"/agreement/{point.Id}",
        ThreadKind.Assessment => $"/assessment/strategic/{point.Id}",
        ThreadKind.Exception or ThreadKind.Plan => $"/recovery/{point.Id}",
        _ => Href(point),
    };

    /// <summary>"agreed", "known cause".</summary>
    public static string State(string state) => state.Replace('-', ' ');
}
