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
}
