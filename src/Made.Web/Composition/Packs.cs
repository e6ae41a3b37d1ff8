using Made.Core;
using Made.Intake.Reference;

namespace Made.Web.Composition;

/// <summary>Where packs lie: a folder given as it is, or a name below <c>packs/</c> of the project.</summary>
internal static class Packs
{
    /// <summary>The project's root when run from a checkout, else the program's own folder.</summary>
    public static string ProgramRoot
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Directory.Exists(Path.Combine(folder.FullName, "packs")))
                    return folder.FullName;
            return AppContext.BaseDirectory;
        }
    }

    public static string Find(string nameOrFolder) =>
        Directory.Exists(nameOrFolder) ? Path.GetFullPath(nameOrFolder) : Path.Combine(ProgramRoot, "packs", nameOrFolder);

    /// <summary>The pack whose police force has a folder in the data; none is named in code, so another county needs no option either.</summary>
    public static Outcome<string> ForData(string data)
    {
        var fitting = Directory.EnumerateDirectories(Path.Combine(ProgramRoot, "packs"))
            .Where(folder => PackReader.Read(folder).Succeeded(out var pack, out _) && pack.ForceSlug.Length > 0
                && Directory.Exists(Path.Combine(data, "police", pack.ForceSlug)))
            .ToList();
        return fitting is [var one]
            ? one
            : new Problem("which-pack", $"{(fitting.Count == 0 ? "No pack" : "More than one pack")} has a police force with files under {Path.Combine(data, "police")}.", "Name the pack with --pack.");
    }
}
