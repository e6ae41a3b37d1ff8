namespace Made.Core.Disclosure.Rounding;

/// <summary>What can be wrong with the rounding that is asked for.</summary>
public static class Problems
{
    /// <summary>A base that rounds nothing or everything.</summary>
    public static Problem BadBase(int given) => new("bad-base", $"The base is {given}.", "Choose a base from 2 to 1,000; 3 and 5 are usual.");
}
