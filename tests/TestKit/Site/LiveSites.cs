namespace Made.TestKit.Site;

/// <summary>The two sites that tests read together, each started at its first use and stopped when the tests end.</summary>
public static class LiveSites
{
    private static readonly Lazy<Task<LiveSite>> Demo = new(async () => Ending(await LiveSite.Of(await DemoHome.Prepared)));

    private static readonly Lazy<Task<LiveSite?>> OpenData = new(async () => await OpenDataHome.Prepared() is { } prepared ? Ending(await LiveSite.Of(prepared)) : null);

    /// <summary>The fictional county; nothing may be sent to it.</summary>
    public static Task<LiveSite> OfDemo => Demo.Value;

    /// <summary>The real open data; null, after a plain message, where it is not beside this checkout.</summary>
    public static Task<LiveSite?> OfOpenData => OpenData.Value;

    // The process is about to end: what matters is that its temporary folder goes.
    private static LiveSite Ending(LiveSite site)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => site.Home.Dispose();
        return site;
    }
}
