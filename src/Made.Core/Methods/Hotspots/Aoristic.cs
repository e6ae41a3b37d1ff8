namespace Made.Core.Methods.Hotspots;

/// <summary>An event known to lie between two times, or at one.</summary>
public sealed record TimeSpanOfEvent
{
    private TimeSpanOfEvent(DateTime from, TimeSpan length)
    {
        From = from;
        Length = length;
    }

    public DateTime From { get; }

    internal TimeSpan Length { get; }

    /// <summary>True where the end was given before the start.</summary>
    public bool EndsBeforeStart => Length < TimeSpan.Zero;

    /// <summary>No end was recorded.</summary>
    public static TimeSpanOfEvent At(DateTime from) => new(from, TimeSpan.Zero);

    /// <summary>Somewhere in [from, to).</summary>
    public static TimeSpanOfEvent Between(DateTime from, DateTime to) => new(from, to - from);
}

/// <summary>The weight of all events in each hour of the week.</summary>
/// <param name="Weights">168 weights; the first is Sunday midnight to one.</param>
/// <param name="EndsBeforeStart">Events whose end lies before their start: counted in the hour of their start, and reported.</param>
public sealed record AoristicWeek(IReadOnlyList<double> Weights, int EndsBeforeStart);

/// <summary>
/// Aoristic analysis: an event that happened at some time in [from, to) counts in every hour it may have happened in, by the minutes of that hour.
/// <para>Each minute weighs 1/duration. No end, or an end at most a minute after the start: all of the weight in the hour of the start. An end before the start: the same, and counted as an error.
/// A week (10,080 minutes) or longer: 1/168 in every hour. Seconds are cut off the duration.</para>
/// <para>Units: events; the weights sum to their number. Hours are local clock hours, Sunday first. Edges: no events give 168 zeros.</para>
/// <para>Source: Ratcliffe and McCullagh 1998; Ratcliffe 2002, J. Quant. Criminol. 18, 23-43. Worked example: docs/methods/aoristic.md.</para>
/// </summary>
public static class Aoristic
{
    public const int Hours = 168;

    private const long Week = Hours * 60;

    /// <summary>Adds up the weights of all events.</summary>
    public static AoristicWeek HourOfWeek(IEnumerable<TimeSpanOfEvent> events)
    {
        var weights = new double[Hours];
        var errors = 0;
        foreach (var e in events)
        {
            errors += e.EndsBeforeStart ? 1 : 0;
            Add(e, weights);
        }
        return new AoristicWeek(weights, errors);
    }

    private static void Add(TimeSpanOfEvent e, double[] weights)
    {
        var minutes = e.Length.Ticks / TimeSpan.TicksPerMinute;
        var hour = ((int)e.From.DayOfWeek * 24) + e.From.Hour;
        if (minutes >= Week)
            for (var i = 0; i < Hours; i++)
                weights[i] += 1.0 / Hours;
        else if (minutes <= 1)
            weights[hour]++;
        else
            for (long left = minutes, room = 60 - e.From.Minute; left > 0; room = 60)
            {
                var here = Math.Min(left, room);
                weights[hour] += (double)here / minutes;
                left -= here;
                hour = (hour + 1) % Hours;
            }
    }
}
