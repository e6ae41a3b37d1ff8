namespace Made.TestKit.Site;

/// <summary>The fictional county as <c>made demo</c> makes it; and the same county before its first file.</summary>
public static class DemoHome
{
    private static readonly Lazy<Task<PreparedHome>> Full = new(() => PreparedHome.Of("demo", MakeFull));
    private static readonly Lazy<Task<PreparedHome>> Bare = new(() => PreparedHome.Of("bare-demo", MakeBare));

    public static Task<PreparedHome> Prepared => Full.Value;

    /// <summary>Pack and reference files, and no supply.</summary>
    public static Task<PreparedHome> Empty => Bare.Value;

    /// <summary>The files that the demonstration drew and loaded.</summary>
    public static async Task<string> Data() => (await Prepared).File("home/synthetic-data");

    public static async Task<string> Street(string month) =>
        Path.Combine(await Data(), "police", "quillshire", "street", $"{month}-quillshire-street.csv.gz");

    private static async Task MakeFull(string folder)
    {
        var said = new List<string>();
        var (process, _) = await MadeProgram.Serve(said.Add, ["demo", .. Place(folder), "--port", "0"]);
        await File.WriteAllLinesAsync(Path.Combine(folder, "sign-ins.txt"), said.Where(l => l.StartsWith("Sign-ins of the demonstration", StringComparison.Ordinal)));
        using (process)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task MakeBare(string folder)
    {
        (await MadeCommand.Run(["init", "--pack", "demo", .. Place(folder)])).Exits(0);
        (await MadeCommand.Run(["reference", await Data(), .. Place(folder)])).Exits(0);
    }

    private static string[] Place(string folder) =>
        ["--home", Path.Combine(folder, "home"), "--keys", Path.Combine(folder, "keys"), "--today", "2026-11-22"];
}
