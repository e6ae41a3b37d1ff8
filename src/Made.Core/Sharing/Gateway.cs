namespace Made.Core.Sharing;

/// <summary>How sure we are of a statement of law. The letter stands beside it wherever it is shown.</summary>
public enum Certainty
{
    /// <summary>A: read at the source.</summary>
    Source,

    /// <summary>B: told by somebody who read it.</summary>
    SecondHand,

    /// <summary>C: recalled; to be checked before anyone relies on it.</summary>
    Recalled,
}

public static class Certainties
{
    public static string Letter(this Certainty certainty) => certainty switch { Certainty.Source => "A", Certainty.SecondHand => "B", _ => "C" };

    public static string Words(this Certainty certainty) => certainty switch
    {
        Certainty.Source => "A: read at the source",
        Certainty.SecondHand => "B: second-hand",
        _ => "C: recalled, check before relying on it",
    };

    public static bool TryParse(string letter, out Certainty certainty)
    {
        certainty = letter switch { "A" => Certainty.Source, "B" => Certainty.SecondHand, _ => Certainty.Recalled };
        return letter is "A" or "B" or "C";
    }
}

/// <summary>A power or duty in law under which information may or must be shared: dated, because the law changes.</summary>
/// <param name="Kind"><c>duty</c> or <c>power</c>.</param>
/// <param name="Citation">Act and section.</param>
/// <param name="From">In force from; open where it is not known here.</param>
public sealed record Gateway(string Id, string Title, string Kind, string Citation, string Text, DateOnly From, DateOnly To, Certainty Certainty, string Source);
