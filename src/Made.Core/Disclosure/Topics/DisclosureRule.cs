using Made.Core.Calendar;
using Made.Core.Disclosure.Rounding;
using Made.Core.Disclosure.Suppression;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Disclosure.Topics;

/// <summary>
/// How the figures of one indicator may be shown: the policy of its dataset, and under <see cref="DisclosurePolicy.Partner"/> the rule of its topic.
/// Everything that shows, hides, rounds or attacks a figure asks here.
/// </summary>
public sealed record DisclosureRule
{
    /// <summary>The least width of a hidden count's limits, whatever the threshold: at least 5 whole numbers stay possible.</summary>
    private const int LeastWidth = 5;

    /// <summary>The rules of all indicators of some inputs, in their order.</summary>
    internal static DisclosureRule[] Of(MeasureInputs inputs) => [.. inputs.Indicators.Select(i => Of(inputs.Areas.Pack, i))];

    private DisclosureRule(DisclosurePolicy policy, Topic topic, bool byAge) => (Policy, Topic, ByAge) = (policy, topic, byAge);

    /// <summary>Everything is shown.</summary>
    public static DisclosureRule AlreadyPublic { get; } = new(DisclosurePolicy.AlreadyPublic, Topic.Earlier, byAge: false);

    /// <summary>A partner's figures on an ordinary topic: threshold 5, not rounded.</summary>
    public static DisclosureRule Partner { get; } = new(DisclosurePolicy.Partner, Topic.Earlier, byAge: false);

    public DisclosurePolicy Policy { get; }

    public Topic Topic { get; }

    /// <summary>The indicator takes some of the ages that its dataset tells apart.</summary>
    public bool ByAge { get; }

    /// <summary>A partner's figures.</summary>
    public bool IsGuarded => Policy == DisclosurePolicy.Partner;

    /// <summary>The base that counts are rounded to; 0 where they are not.</summary>
    public int RoundTo => IsGuarded ? Topic.RoundTo : 0;

    /// <summary>
    /// What suppression and audit go by. Width: a hidden count's limits lie at least 5 apart, and at least threshold - 1, so that they never lie wholly in 1 to threshold - 1.
    /// </summary>
    public SuppressionRule Suppression => new() { Threshold = Topic.Threshold, MinWidth = Math.Max(LeastWidth, Topic.Threshold - 1) };

    /// <summary>What a table goes by that holds indicators of several topics: the widest limits; each count is small by its own topic.</summary>
    public static SuppressionRule Together(IEnumerable<DisclosureRule> rules) =>
        rules.Distinct().DefaultIfEmpty(Partner).Select(r => r.Suppression).Aggregate((a, b) => new() { Threshold = Math.Min(a.Threshold, b.Threshold), MinWidth = Math.Max(a.MinWidth, b.MinWidth) });

    /// <summary>
    /// The rule of an indicator: its dataset's policy, and the indicator's own topic where it names one. One that divides by records of another dataset is a partner's where either is:
    /// the part that is already public counts as known to everybody, so that what remains is the partner's count.
    /// </summary>
    public static DisclosureRule Of(Pack pack, IndicatorDefinition indicator)
    {
        var dataset = pack.Datasets.First(d => d.Id == indicator.Dataset);
        var byAge = dataset.CategoriesAreAges && indicator.Filter.Only.Count + indicator.Filter.Except.Count > 0;
        var partners = new[] { dataset, pack.Datasets.First(d => d.Id == indicator.DatasetBelow) }.Where(d => d.Disclosure == DisclosurePolicy.Partner).Distinct().ToList();
        if (partners.Count == 0)
            return new(DisclosurePolicy.AlreadyPublic, TopicOf(pack, null), byAge);
        return new(DisclosurePolicy.Partner, partners.ConvertAll(d => TopicOf(pack, indicator.Topic ?? d.Topic)).Aggregate((a, b) => a.And(b)), byAge);
    }

    /// <summary>A partner's figures on this topic.</summary>
    public static DisclosureRule Of(Topic topic) => new(DisclosurePolicy.Partner, topic, byAge: false);

    /// <summary>The topic of a pack by its id. Ordinary where none is named, in a register kept before packs named topics by the rule of then; a name that the pack does not hold is refused.</summary>
    /// <exception cref="InvalidOperationException">The topic is not in the pack.</exception>
    public static Topic TopicOf(Pack pack, string? id) => id is null or Topic.Ordinary
        ? pack.Topics.FirstOrDefault(t => t.Id == Topic.Ordinary) ?? Topic.Earlier
        : pack.Topics.First(t => t.Id == id);

    /// <summary>
    /// An indicator of an edition under the topic that its newest version names: reading only gets stricter, so a topic that hides whatever the pinned one hides takes its place, and no other.
    /// </summary>
    /// <param name="pack">Holds the topics.</param>
    /// <param name="pinned">The version that the edition names.</param>
    /// <param name="today">The newest version; null where there is none.</param>
    public static IndicatorDefinition UnderTopicOfToday(Pack pack, IndicatorDefinition pinned, IndicatorDefinition? today)
    {
        if (today?.Topic == pinned.Topic || pack.Datasets.FirstOrDefault(d => d.Id == pinned.Dataset) is not { } dataset)
            return pinned;
        return TopicOf(pack, pinned.Topic ?? dataset.Topic).IsKeptBy(TopicOf(pack, today?.Topic ?? dataset.Topic)) ? pinned with { Topic = today?.Topic } : pinned;
    }

    /// <summary>Whether figures of this level and kind of period are offered at all under the topic.</summary>
    public bool Offers(AreaLevel level) =>
        !IsGuarded || (level >= Topic.SmallestLevel && Topic.ShortestPeriod == TopicPeriods.Month && (!ByAge || Topic.AgesByPlaceAndMonth || level == AreaLevel.Force));

    /// <summary>
    /// The newest month, at most the one given, of which the 12 months to it are offered at a level: of a partner's wards financial years alone, because each of two rolling years
    /// less the other gives the months back.
    /// </summary>
    public Month NewestYear(AreaLevel level, Month month) => IsGuarded && level == AreaLevel.Ward ? month.Plus(-((month.Number + 9) % 12)) : month;

    /// <summary>
    /// Whether an area has rows at all. "Not determined" has one only where there are records, so that of a partner's figures the row alone would tell that there is at least one:
    /// it has none.
    /// </summary>
    public bool HasRows(AreaCode area) => !IsGuarded || !area.IsNotDetermined;

    /// <summary>True for counts that are hidden at first hand: above 0 and under the threshold.</summary>
    public bool IsSmall(double count) => IsGuarded && count > 0 && count < Topic.Threshold;

    /// <summary>The count as it is shown.</summary>
    public double Rounded(double count) => RoundTo == 0 ? count : CountRounding.ToNearest(count, RoundTo);
}
