using Made.Core.Register;
using MathNet.Numerics;

namespace Made.Core.Disclosure.Topics;

/// <summary>How long a period must be before figures of a topic are shown.</summary>
public enum TopicPeriods
{
    /// <summary>From single months on.</summary>
    Month,

    /// <summary>Periods of several years only. None is calculated yet, so that nothing is shown.</summary>
    SeveralYears,
}

/// <summary>
/// What a partner's figures are about, and the rule that follows from it. Reference data of a pack (<c>topics.csv</c>), with its source; a dataset names its topic,
/// and an indicator may name a stricter one.
/// </summary>
public sealed record Topic
{
    /// <summary>The topic of every dataset that names none.</summary>
    public const string Ordinary = "ordinary";

    /// <summary><c>domestic-abuse</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Counts above 0 and under this are hidden.</summary>
    public required int Threshold { get; init; }

    /// <summary>Counts are shown to the nearest multiple of this, and everything made from them with them; 0 where they are shown as they are.</summary>
    public int RoundTo { get; init; }

    /// <summary>The smallest areas shown.</summary>
    public AreaLevel SmallestLevel { get; init; }

    /// <summary>The shortest periods shown.</summary>
    public TopicPeriods ShortestPeriod { get; init; }

    /// <summary>Figures by age are shown by place and month as well; else for the whole force only.</summary>
    public bool AgesByPlaceAndMonth { get; init; } = true;

    public required string Source { get; init; }

    /// <summary>For a register kept before packs named topics: the rule it was kept under.</summary>
    public static Topic Earlier { get; } = new() { Id = Ordinary, Title = "Ordinary", Threshold = 5, Source = "The rule partner-linked/1" };

    /// <summary>True where nothing that this topic hides is shown under the other: the other may stand in its place.</summary>
    public bool IsKeptBy(Topic other) =>
        other.Threshold >= Threshold
        && (RoundTo == 0 || (other.RoundTo > 0 && other.RoundTo % RoundTo == 0))
        && other.SmallestLevel >= SmallestLevel
        && other.ShortestPeriod >= ShortestPeriod
        && (AgesByPlaceAndMonth || !other.AgesByPlaceAndMonth);

    /// <summary>A topic that hides whatever either hides: for figures that rest on both.</summary>
    public Topic And(Topic other)
    {
        if (IsKeptBy(other))
            return other;
        if (other.IsKeptBy(this))
            return this;
        return this with
        {
            Id = $"{Id}+{other.Id}",
            Title = $"{Title} and {other.Title.ToLowerInvariant()}",
            Threshold = Math.Max(Threshold, other.Threshold),
            RoundTo = RoundTo == 0 || other.RoundTo == 0 ? RoundTo + other.RoundTo : (int)Euclid.LeastCommonMultiple(RoundTo, other.RoundTo),
            SmallestLevel = (AreaLevel)Math.Max((int)SmallestLevel, (int)other.SmallestLevel),
            ShortestPeriod = (TopicPeriods)Math.Max((int)ShortestPeriod, (int)other.ShortestPeriod),
            AgesByPlaceAndMonth = AgesByPlaceAndMonth && other.AgesByPlaceAndMonth,
            Source = $"{Source}; {other.Source}",
        };
    }

    /// <summary>The rule in a sentence.</summary>
    public string Words()
    {
        var rules = new List<string> { $"Counts of 1 to {Threshold - 1} are hidden, with others that would give them away" };
        if (RoundTo > 0)
            rules.Add($"counts are rounded to the nearest {RoundTo}, and rates and changes are made from the rounded counts");
        if (SmallestLevel > AreaLevel.Ward)
            rules.Add($"no area smaller than a {SmallestLevel.Code().Replace('-', ' ')} is shown");
        if (ShortestPeriod == TopicPeriods.SeveralYears)
            rules.Add("only periods of several years are shown");
        if (!AgesByPlaceAndMonth)
            rules.Add("ages are not shown by place and month");
        return string.Join("; ", rules) + ".";
    }
}
