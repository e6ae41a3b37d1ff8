namespace Made.Core.Methods.Hotspots;

/// <summary>Something that happened to somebody, or at some premises, under a pseudonym.</summary>
public readonly record struct VictimEvent(string Victim, DateOnly Day);

/// <summary>How much of victimisation is repeated.</summary>
/// <param name="Days">The window looked back over.</param>
/// <param name="Earlier">For each event, how many earlier ones the same victim had in the window before it.</param>
/// <param name="Victims">Victims.</param>
/// <param name="RepeatVictims">Victims with at least one event that was a repeat.</param>
public sealed record RepeatVictimisationResult(int Days, IReadOnlyList<int> Earlier, int Victims, int RepeatVictims)
{
    /// <summary>Events that came within the window after another one of the same victim.</summary>
    public int Repeats => Earlier.Count(e => e > 0);

    /// <summary>Repeats out of all events; NaN where there are none.</summary>
    public double ShareOfEvents => (double)Repeats / Earlier.Count;

    /// <summary>Repeat victims out of all victims; NaN where there are none.</summary>
    public double ShareOfVictims => (double)RepeatVictims / Victims;
}

/// <summary>
/// Repeat victims: for each event, the events of the same person or premises in the 365 days before it.
/// <para>The window rolls with the event and includes both the 365th day before and the same day; of two on the same day the one listed first comes first. The first event of a victim is no repeat.</para>
/// <para>Units: events and victims; the window in days is part of every result. Shapes: events in any order of days. Edges: no events give no shares. Events before the data begins are not seen,
/// so the first year of data understates repeats.</para>
/// <para>Source: Farrell and Pease 1993 on the moving window. Worked example: docs/methods/repeat-victims.md.</para>
/// </summary>
public static class RepeatVictimisation
{
    /// <summary>Counts repeats over a window of this many days.</summary>
    public static Outcome<RepeatVictimisationResult> Of(IReadOnlyList<VictimEvent> events, int days = 365)
    {
        if (days < 1)
            return Problems.NotPositive("window in days", days);
        var earlier = new int[events.Count];
        var (victims, repeated) = (0, 0);
        foreach (var victim in Enumerable.Range(0, events.Count).GroupBy(i => events[i].Victim))
        {
            var mine = victim.OrderBy(i => events[i].Day).ToArray();
            for (int i = 0, first = 0; i < mine.Length; i++)
            {
                while (events[mine[i]].Day.DayNumber - events[mine[first]].Day.DayNumber > days)
                    first++;
                earlier[mine[i]] = i - first;
            }
            victims++;
            repeated += mine.Any(i => earlier[i] > 0) ? 1 : 0;
        }
        return new RepeatVictimisationResult(days, earlier, victims, repeated);
    }
}
