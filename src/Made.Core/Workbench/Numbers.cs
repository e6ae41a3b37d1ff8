using Made.Core.Disclosure;
using Made.Core.Indicators;

namespace Made.Core.Workbench;

/// <summary>Numbers of one study as they are shown and said.</summary>
internal sealed record Numbers(int Decimals)
{
    /// <summary>Whole where all values are, else as many decimals as a value of this size needs.</summary>
    public static Numbers For(IEnumerable<double> values)
    {
        var held = values.Where(double.IsFinite).ToList();
        return new(held.TrueForAll(v => Math.Floor(v) == v) ? 0 : held.Average() < 10 ? 2 : 1);
    }

    public static SafeNumber Shown(double value, Absence otherwise = Absence.NotApplicable) => SafeNumber.Of(value, otherwise);

    /// <summary>A count is never below 0, so neither is what is drawn of its limits.</summary>
    public static SafeNumber NotBelow0(double value) => Shown(Math.Max(0, value));

    public string Say(double value, int more = 0) => Shown(value, Absence.CannotBeCalculated).Text(Decimals + more);

    /// <summary>Limits and means of whole numbers are not whole.</summary>
    public string Fine(double value) => Say(value, Decimals == 0 && Math.Abs(value) < 100 ? 1 : 0);
}
