namespace Made.TestKit.Intake;

/// <summary>The folder of real data and attack files beside the checkout; tests that need it pass with a message where it is absent.</summary>
public static class SharedFiles
{
    public static string? Folder(string path)
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Made.slnx")))
            at = at.Parent;
        var folder = at is null ? "" : Path.Combine(at.FullName, "..", "shared", path);
        if (Directory.Exists(folder))
            return folder;
        Console.WriteLine($"Skipped: the folder shared/{path} is not beside this checkout.");
        return null;
    }
}
