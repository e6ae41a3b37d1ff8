namespace Made.Core.Methods.Severity;

/// <summary>What recorded offences weigh together.</summary>
/// <param name="Weighted">Sum of counts times weights.</param>
/// <param name="Offences">Sum of counts.</param>
/// <param name="Population">Residents.</param>
/// <param name="Heaviest">The code that contributes most; empty where nothing does. One homicide can be most of a small district's score.</param>
/// <param name="HeaviestWeighted">What it contributes.</param>
public sealed record SeverityScore(double Weighted, double Offences, double Population, string Heaviest, double HeaviestWeighted)
{
    /// <summary>Weighted offences for each resident.</summary>
    public double PerResident => Weighted / Population;

    /// <summary>The same without the code that contributes most.</summary>
    public double PerResidentWithoutHeaviest => (Weighted - HeaviestWeighted) / Population;

    /// <summary>Average weight of an offence; NaN where there is none.</summary>
    public double MeanWeight => Offences > 0 ? Weighted / Offences : double.NaN;

    /// <summary>Offences for each 1,000 residents: the volume beside which a severity is read.</summary>
    public double OffencesPerThousand => 1000 * Offences / Population;
}

/// <summary>
/// Crime Severity Score: offences weighed by the sentence that courts give for them.
/// <para>Score = sum of count x weight over offence codes, divided by residents (mid-year).</para>
/// <para>Units: weighted offences per resident; weights are days of prison or their equivalent. Edges: a code without a weight is refused, not taken as 0; no offences, a
/// score of 0 without a mean weight. Weights are revised: scores of different versions are not compared. Anti-social behaviour and fraud have no weight.</para>
/// <para>Source: ONS, "Research outputs: developing a Crime Severity Score for England and Wales" (2016). Worked example: docs/methods/severity.md.</para>
/// </summary>
public static class CrimeSeverity
{
    /// <summary>Scores the offences of one area and year.</summary>
    /// <param name="counts">Offences by code, 0 or more.</param>
    /// <param name="weights">Weights by code, all of one version.</param>
    /// <param name="population">Residents, above 0.</param>
    public static Outcome<SeverityScore> Score(IReadOnlyDictionary<string, double> counts, IReadOnlyDictionary<string, double> weights, double population)
    {
        if (!(population > 0))
            return Problems.NoPopulation(population);
        double weighted = 0, offences = 0, most = 0;
        var heaviest = "";
        foreach (var (code, count) in counts)
        {
            if (!weights.TryGetValue(code, out var weight))
                return Problems.NoWeight(code);
            if (!(count >= 0))
                return Problems.NegativeCount(code, count);
            weighted += count * weight;
            offences += count;
            if (count * weight > most)
                (heaviest, most) = (code, count * weight);
        }
        return new SeverityScore(weighted, offences, population, heaviest, most);
    }
}
