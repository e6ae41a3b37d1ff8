using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Disclosure.Topics;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;

namespace Made.Tests.Unit.Disclosure;

/// <summary>What a small partnership releases, as sealed and as readers get it.</summary>
internal static class Releases
{
    public static readonly Topic Ordinary = new() { Id = "ordinary", Title = "Ordinary", Threshold = 5, Source = "test" };

    public static readonly Topic Sensitive = new() { Id = "domestic-abuse", Title = "Domestic abuse", Threshold = 10, RoundTo = 5, AgesByPlaceAndMonth = false, Source = "test" };

    public static IndicatorDefinition Kind(string id, params string[] only) =>
        Samples.Indicator(id, id, id, id, only.Length == 0 ? CategoryFilter.Everything : new CategoryFilter { Only = only }, dataset: "crimes");

    public static Dictionary<(string Indicator, AreaCode Area, Period Period), Measure> Sealed(MeasureInputs inputs, Month last)
    {
        var builder = new MeasureBuilder(inputs);
        return Month.Range(SmallWorld.First, last).SelectMany(builder.Build).ToDictionary(m => (m.Indicator, m.Area, m.Period));
    }

    public static Dictionary<(string Indicator, AreaCode Area, Period Period), SafeMeasure> Read(MeasureInputs inputs, Month last)
    {
        var rules = inputs.Indicators.ToDictionary(i => i.Id, i => DisclosureRule.Of(inputs.Areas.Pack, i));
        return Sealed(inputs, last).ToDictionary(m => m.Key, m => Protection.Protect(m.Value, rules[m.Key.Indicator]));
    }

    /// <summary>What the attack finds in what readers get.</summary>
    public static IReadOnlyList<Disclosed> Attacked(MeasureInputs inputs, Month last, Func<SafeMeasure, bool> isShown)
    {
        var read = Read(inputs, last);
        return new ReleaseAudit(inputs, (i, a, p) => read.TryGetValue((i, a, p), out var m) && isShown(m)).Run(last);
    }

    public static bool IsSealedShown(Measure measure) => (measure.Withheld & Withheld.Count) == Withheld.Nothing;
}
