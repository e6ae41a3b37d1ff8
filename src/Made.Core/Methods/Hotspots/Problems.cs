namespace Made.Core.Methods.Hotspots;

/// <summary>What can be wrong with places, neighbours, events and hotspots.</summary>
public static class Problems
{
    /// <summary>Fewer places than the method can say anything about.</summary>
    public static Problem TooFewPlaces(int places, int least) => new("too-few-places", $"There are {places} places; at least {least} are needed.", "Give more places.");

    /// <summary>A value that is missing or not finite.</summary>
    public static Problem BadValue(int place, double value) => new("bad-value", $"The value of place {place} is {value}.", "Give a finite number for every place; missing is not 0.");

    /// <summary>All values are equal, so no place differs from another.</summary>
    public static Problem NoSpread() => new("no-spread", "All values are the same, so no place can stand out.", "Choose values that differ.");

    /// <summary>One list of neighbours is needed for each value.</summary>
    public static Problem NeighboursDoNotFit(int lists, int places) => new("neighbours-do-not-fit", $"There are {lists} lists of neighbours for {places} places.", "Give one list for each place, empty for an island.");

    /// <summary>A neighbour that is no place, is the place itself, or is named twice.</summary>
    public static Problem BadNeighbour(int place, int neighbour) => new("bad-neighbour", $"Place {place} has the neighbour {neighbour}, which is no other place or is named twice.", "Name each neighbour once, by the number of its place, counted from 1.");

    /// <summary>A count below 0 or not a number.</summary>
    public static Problem BadCount(int place, double count) => new("bad-count", $"The count of place {place} is {count}.", "A count of events is a whole number, 0 or more.");

    /// <summary>Nothing happened, so nothing is concentrated.</summary>
    public static Problem NoEvents() => new("no-events", "There are no events.", "Choose a period or an area with at least one event.");

    /// <summary>Fewer than two events make no pair.</summary>
    public static Problem TooFewEvents(int events) => new("too-few-events", $"There are {events} events; pairs need at least 2.", "Give more events.");

    /// <summary>More events than their pairs can be held.</summary>
    public static Problem TooManyEvents(int events, int most) => new("too-many-events", $"There are {events} events; at most {most} are compared pair by pair.", "Choose a shorter period or a smaller area.");

    /// <summary>An event without a place or a time.</summary>
    public static Problem BadEvent(int number) => new("bad-event", $"Event {number} has a place or a time that is not a finite number.", "Correct it, or leave the event out and say so.");

    /// <summary>Breaks that do not rise, or fewer than two.</summary>
    public static Problem BadBreaks(string of) => new("bad-breaks", $"The {of} breaks do not rise from 0 or more, or are fewer than two.", "Give rising breaks, such as 0, 200, 400.");

    /// <summary>A number of repetitions that is negative or too large.</summary>
    public static Problem BadRepetitions(int repetitions) => new("bad-repetitions", $"{repetitions} repetitions cannot be drawn.", "Choose 0 to 99,999; 999 are usual.");

    /// <summary>An area, a number of events or a width that cannot be divided by.</summary>
    public static Problem NotPositive(string what, double value) => new("not-positive", $"The {what} is {value}.", "Give a number above 0.");

    /// <summary>A part that is larger than its whole.</summary>
    public static Problem PartBeyondWhole(string part, string whole) => new("part-beyond-whole", $"The {part} is negative or larger than the {whole}.", "Correct one of the two.");
}
