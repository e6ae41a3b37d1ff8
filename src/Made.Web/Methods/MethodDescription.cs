namespace Made.Web.Methods;

/// <summary>What <c>made method NAME --describe</c> prints.</summary>
internal sealed record MethodDescription
{
    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>One line: what the method answers.</summary>
    public required string Purpose { get; init; }

    /// <summary>Columns or JSON keys that are read.</summary>
    public required string Reads { get; init; }

    /// <summary>Columns or JSON keys that are written.</summary>
    public required string Writes { get; init; }

    public required string Units { get; init; }

    /// <summary>Where the definition stands.</summary>
    public required string Source { get; init; }

    /// <summary>The page below <c>docs/methods</c>, without its ending.</summary>
    public required string Page { get; init; }

    public IReadOnlyList<MethodOption> Options { get; init; } = [];

    public IEnumerable<string> Lines()
    {
        yield return $"{Name}: {Purpose}";
        yield return $"Reads:   {Reads}";
        yield return $"Writes:  {Writes}";
        yield return $"Units:   {Units}";
        yield return Options.Count == 0 ? "Options: none" : "Options (JSON, with what holds where one is left out):";
        foreach (var option in Options)
            yield return $"  {option.Name} = {(option.Standard.Length == 0 ? "not set" : option.Standard)}   {option.Meaning}";
        yield return $"Source:  {Source}";
        yield return $"Page:    docs/methods/{Page}.md";
    }
}

/// <summary>One option of a method.</summary>
/// <param name="Name">Its key in the options.</param>
/// <param name="Standard">What holds where it is left out, as JSON; empty where it is then not set.</param>
/// <param name="Meaning">What it changes, with the values it takes.</param>
internal sealed record MethodOption(string Name, string Standard, string Meaning);
