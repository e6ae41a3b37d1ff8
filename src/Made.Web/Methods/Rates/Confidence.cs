using System.Globalization;
using Made.Core.Methods;

namespace Made.Web.Methods.Rates;

/// <summary>The levels of confidence that intervals are asked for at, and the columns they are written to.</summary>
internal static class Confidence
{
    public static readonly MethodOption Option = new("confidence", "[0.95, 0.998]", "levels between 0 and 1, each with a pair of columns");

    public static double[] Of(MethodOptions options)
    {
        var levels = options.Numbers("confidence", NumberRule.Share);
        if (levels.Length == 0 && !options.HasFaults)
            options.Wrong("confidence", "names no level");
        else if (levels.Distinct().Count() < levels.Length)
            options.Wrong("confidence", "names a level twice");
        return levels;
    }

    /// <summary>0.95 gives lower95_0cl and upper95_0cl.</summary>
    public static IEnumerable<string> Columns(double level)
    {
        var percent = ((decimal)level * 100).ToString("0.0###########", CultureInfo.InvariantCulture).Replace('.', '_');
        return [$"lower{percent}cl", $"upper{percent}cl"];
    }

    public static IEnumerable<OutputCell> Cells(double[] levels, Func<double, Interval> limits) =>
        levels.Select(limits).SelectMany(l => new OutputCell[] { l.Lower, l.Upper });
}
