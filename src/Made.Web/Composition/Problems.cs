using Made.Core;

namespace Made.Web.Composition;

/// <summary>What can be expected to go wrong with a home as a whole.</summary>
internal static class Problems
{
    public static Problem HomeWithoutPack(string folder) =>
        new("home-without-pack", $"The home {folder} was begun but never got its pack.", "Delete it and run 'made init --pack NAME' again.");

    public static Problem NoFolder(string folder) =>
        new("no-such-folder", $"There is no folder {folder}.", "Name a folder that holds the publishers' files.");

    public static Problem NoReference() =>
        new("no-reference", "No lookups, populations or boundaries are loaded, so no record can be placed.", "Run 'made reference DIR' first; the README says which files to fetch.");

    public static Problem UnknownDataset(string id, IEnumerable<string> known) =>
        new("unknown-dataset", $"There is no dataset '{id}' here.", $"Use one of: {string.Join(", ", known)}.");

    public static Problem NoFile(string path) =>
        new("no-such-file", $"There is no file {path}.", "Check the name; nothing was loaded from it.");
}
