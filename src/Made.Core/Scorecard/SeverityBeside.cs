using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Methods.Severity;
using Made.Core.Register;

namespace Made.Core.Scorecard;

/// <summary>
/// The severity estimate of one area beside its volume, over 12 months.
/// <para>Average weight = severity per resident x residents / records: what an average record weighs.</para>
/// <para>Units: points per record. Made from safe measures: absent where one of its parts is, or where nothing was recorded. Edges: refused for areas below a district and for other periods
/// than 12 months. Source: <see cref="SeverityEstimate"/>. Worked example: docs/methods/severity.md.</para>
/// </summary>
/// <param name="Severity">The estimate: weighted records per resident.</param>
/// <param name="Volume">The same records, counted.</param>
/// <param name="AverageWeight">Points per record.</param>
public sealed record SeverityBeside(SafeMeasure Severity, SafeMeasure Volume, SafeNumber AverageWeight)
{
    /// <summary>Puts the two beside each other.</summary>
    public static Outcome<SeverityBeside> Of(IndicatorDefinition severity, SafeMeasure estimate, SafeMeasure volume)
    {
        if (estimate.Level < AreaLevel.District)
            return Problems.SeverityLevel(estimate.Level);
        if (estimate.Period.Kind != Calendar.PeriodKind.Rolling12 || estimate.Period != volume.Period)
            return Problems.SeverityPeriod();
        var whole = estimate is { Value.IsShown: true, Denominator.IsShown: true, Count: { IsShown: true, Number: > 0 } };
        return new SeverityBeside(estimate, volume, whole
            ? SafeNumber.Of(estimate.Value.Number / severity.Multiplier * estimate.Denominator.Number / estimate.Count.Number, Absence.CannotBeCalculated)
            : estimate.Count.IsShown ? SafeNumber.Missing(Absence.CannotBeCalculated) : estimate.Count);
    }

    /// <summary>The indicator that counts the records which a severity estimate weighs: same dataset, same filter, no weights. Null where the pack has none.</summary>
    public static IndicatorDefinition? VolumeOf(IndicatorDefinition severity, IEnumerable<IndicatorDefinition> all) => all
        .Where(i => !i.IsWeighted && i.Denominator == DenominatorKind.Population && i.Dataset == severity.Dataset)
        .FirstOrDefault(i => i.Filter.Only.SequenceEqual(severity.Filter.Only) && i.Filter.Except.SequenceEqual(severity.Filter.Except));
}
