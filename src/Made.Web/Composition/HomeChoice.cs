namespace Made.Web.Composition;

/// <summary>Which home to work on, where its keys lie, and the date to work with.</summary>
/// <param name="Root">Full path of the home.</param>
/// <param name="Keys">Full path of the keys' folder, or null for the one beside the home.</param>
/// <param name="Today">A fixed date, or null for the clock's.</param>
public sealed record HomeChoice(string Root, string? Keys, DateOnly? Today)
{
    public string KeysFolder => Keys ?? Root.TrimEnd(Path.DirectorySeparatorChar) + "-keys";
}
