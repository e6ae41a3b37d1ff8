using Made.Core.Disclosure.Topics;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Dashboards;

/// <summary>How partners' figures are protected, in the words of their topics: the same on pages and in files.</summary>
public static class ProtectionNotes
{
    /// <summary>One line for each topic, with the indicators it holds for: "Deliberate fires: Counts of 1 to 4 are hidden, with others that would give them away."</summary>
    public static IEnumerable<string> Of(Pack pack, IEnumerable<IndicatorDefinition> indicators) => indicators
        .Select(i => (Indicator: i, Rule: DisclosureRule.Of(pack, i))).Where(i => i.Rule.IsGuarded).GroupBy(i => i.Rule.Topic)
        .Select(g => $"{string.Join(", ", g.Select(i => i.Indicator.Title))}: partners' own figures, topic {g.Key.Title.ToLowerInvariant()}. {g.Key.Words()}{(g.Key.RoundTo > 0 ? " Rounded parts do not add up to rounded totals." : "")}");
}
