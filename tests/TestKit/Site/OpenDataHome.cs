using Made.TestKit.Intake;

namespace Made.TestKit.Site;

/// <summary>The real open data beside the checkout, loaded by the commands a person would type, with the receipts kept.</summary>
public static class OpenDataHome
{
    private static readonly Lazy<Task<PreparedHome>> Full = new(() => PreparedHome.Of("open-data", MakeFull));
    private static readonly Lazy<Task<PreparedHome>> Bare = new(() => PreparedHome.Of("bare-open-data", MakeBare));

    /// <summary>Every street file of the force. Null, after a plain message, where the data folder is not beside this checkout.</summary>
    public static async Task<PreparedHome?> Prepared() => SharedFiles.Folder("data") is null ? null : await Full.Value;

    /// <summary>Pack and reference files, and no supply.</summary>
    public static async Task<PreparedHome?> Empty() => SharedFiles.Folder("data") is null ? null : await Bare.Value;

    public static IReadOnlyList<string> Street(string force, string release = "street") =>
        [.. Directory.EnumerateFiles(Path.Combine(SharedFiles.Folder("data")!, "police", force, release)).Order(StringComparer.Ordinal)];

    private static async Task MakeBare(string folder)
    {
        (await MadeCommand.Run(["init", "--pack", "lancashire", .. Place(folder)])).Exits(0);
        (await MadeCommand.Run(["reference", SharedFiles.Folder("data")!, .. Place(folder)])).Exits(0);
    }

    private static async Task MakeFull(string folder)
    {
        (await Bare.Value).CopyInto(Path.Combine(folder, "home"), Path.Combine(folder, "keys"));
        var loaded = (await MadeCommand.Run(["intake", "--dataset", "police-street", .. Street("lancashire"), "--json", .. Place(folder)])).Exits(0);
        await File.WriteAllTextAsync(Path.Combine(folder, "receipts.json"), loaded.Output);
        (await MadeCommand.Run(["refresh", .. Place(folder)])).Exits(0);
    }

    private static string[] Place(string folder) =>
        ["--home", Path.Combine(folder, "home"), "--keys", Path.Combine(folder, "keys"), "--today", "2026-11-22"];
}
