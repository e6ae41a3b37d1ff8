using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Workbench;
using Made.Web.Components;

namespace Made.Web.Workbench;

/// <summary>Which methods fit a held indicator. Of a partner's own figures only the protected run chart does.</summary>
internal static class MethodChoices
{
    public static IReadOnlyList<MethodCard> For(IndicatorDefinition indicator, DisclosurePolicy policy) =>
        policy != DisclosurePolicy.AlreadyPublic ? [MethodCards.Standard] : [.. MethodCards.All.Where(c => Fits(c.Method, indicator))];

    /// <summary>The method asked for; or the first, with the reason why it is not the other.</summary>
    public static (MethodCard Card, string Notice) Chosen(IReadOnlyList<MethodCard> methods, string code, IndicatorDefinition indicator, List<FieldError> faults)
    {
        if (code.Length == 0)
            return (methods[0], "");
        if (methods.FirstOrDefault(m => m.Code == code) is { } found)
            return (found, "");
        if (MethodCards.Find(code) is { } other)
            return (methods[0], methods.Count == 1 ? "" : $"{other.Title}: it does not fit {indicator.Plural}, so the run chart as on the dashboards is shown.");
        faults.Add(new("There is no such method here.", "#method"));
        return (methods[0], "");
    }

    private static bool Fits(StudyMethod method, IndicatorDefinition indicator)
    {
        var counts = !indicator.IsWeighted && indicator.Denominator is (DenominatorKind.Population or DenominatorKind.None);
        return method switch
        {
            StudyMethod.Standard or StudyMethod.Xmr or StudyMethod.Season => true,
            StudyMethod.P or StudyMethod.PPrime => indicator.Denominator == DenominatorKind.Records,
            StudyMethod.U or StudyMethod.UPrime => counts && indicator.Denominator == DenominatorKind.Population,
            _ => counts,
        };
    }
}
