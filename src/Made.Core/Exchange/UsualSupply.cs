using Made.Core.Calendar;

namespace Made.Core.Exchange;

/// <summary>What one month of a dataset looks like from outside.</summary>
/// <param name="Records">Records that were stored.</param>
/// <param name="WithoutPlace">Of them those without a place.</param>
/// <param name="ByCategory">Of them those of each category.</param>
public sealed record SupplyShape(long Records, long WithoutPlace, IReadOnlyDictionary<string, long> ByCategory);

/// <summary>
/// Whether a month's file looks like the months before it. A partner's system that is broken or broken into sends files that are sound row by row.
/// The receipt says so; the file is taken all the same, because only the sender can know that a month was unusual.
/// <para>Rules, each against the last <see cref="Months"/> months that are held, <see cref="Fewest"/> at least: the number of records is under a third or over three times the
/// median; the share without a place differs by more than a fifth; the kinds are mixed otherwise, a quarter of the records or more having moved from one
/// kind to another (total variation distance). Each also has to be more than chance: four standard errors.</para>
/// </summary>
public static class UsualSupply
{
    /// <summary>How many months are looked back on.</summary>
    public const int Months = 8;

    /// <summary>Fewer months tell nothing of what is usual.</summary>
    public const int Fewest = 4;

    /// <summary>Shares of fewer records say nothing.</summary>
    private const int Smallest = 30;

    private const double Times = 3;
    private const double Share = 0.2;
    private const double Mix = 0.25;
    private const double Errors = 4;

    /// <summary>What is unusual, each with a code and what to do; nothing where the file looks like those before.</summary>
    public static IReadOnlyList<Finding> Unusual(Month month, SupplyShape now, IReadOnlyList<SupplyShape> before)
    {
        if (before.Count < Fewest)
            return [];
        var found = new List<Finding>();
        var median = Median([.. before.Select(b => b.Records)]);
        if ((now.Records * Times < median || now.Records > median * Times) && Math.Abs(now.Records - median) > Errors * Math.Sqrt(median))
            found.Add(Told("unusual-volume", $"{month.Name} has {now.Records:N0} records; the {before.Count} months before it have {median:N0} in the middle."));
        if (now.Records < Smallest || before.Sum(b => b.Records) < Smallest)
            return found;
        var (records, without) = (before.Sum(b => b.Records), before.Sum(b => b.WithoutPlace));
        var (usual, here) = (Part(without, records), Part(now.WithoutPlace, now.Records));
        if (Math.Abs(here - usual) > Share && Math.Abs(here - usual) > Errors * Math.Sqrt(Math.Max(usual * (1 - usual), 0.01) / now.Records))
            found.Add(Told("unusual-places", $"{here:P0} of the records of {month.Name} have no place; of the {before.Count} months before it {usual:P0}."));
        if (Distance(now, before) is var (distance, chance) && distance > Mix && distance > Errors * chance)
            found.Add(Told("unusual-kinds", $"The kinds of record are mixed otherwise than in the {before.Count} months before: {distance:P0} of the records of {month.Name} would have to be of another kind."));
        return found;
    }

    private static Finding Told(string code, string message) => new(
        code, 0, "", $"{message} The file was taken.", "Ask the sender whether it is right; if it is not, withdraw it and send it again.", 1);

    /// <summary>Half the sum of the differences of shares, and what chance alone would make of it.</summary>
    private static (double Distance, double Chance) Distance(SupplyShape now, IReadOnlyList<SupplyShape> before)
    {
        var all = before.SelectMany(b => b.ByCategory).GroupBy(c => c.Key, c => c.Value).ToDictionary(c => c.Key, c => c.Sum());
        var (sum, here) = (all.Values.Sum(), now.ByCategory.Values.Sum());
        var (distance, chance) = (0.0, 0.0);
        foreach (var kind in all.Keys.Union(now.ByCategory.Keys))
        {
            var usual = Part(all.GetValueOrDefault(kind), sum);
            distance += Math.Abs(Part(now.ByCategory.GetValueOrDefault(kind), here) - usual) / 2;
            chance += Math.Sqrt(2 * usual * (1 - usual) / (Math.PI * Math.Max(1, here))) / 2;
        }
        return (distance, chance);
    }

    private static double Part(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Median(long[] values)
    {
        Array.Sort(values);
        return values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2.0;
    }
}
