using Made.Core.Indicators;

namespace Made.Core.Methods.Shares;

/// <summary>A count, or why there is none.</summary>
/// <param name="Number">The count; NaN where there is none.</param>
/// <param name="Absence">Why there is none.</param>
public readonly record struct StageCount(double Number, Absence Absence)
{
    /// <summary>A count that is there.</summary>
    public static StageCount Of(double number) => new(number, Absence.None);

    /// <summary>No count, for this reason.</summary>
    public static StageCount Missing(Absence why) => new(double.NaN, why);
}

/// <summary>A stage and the stage it is a part of.</summary>
/// <param name="Name">The stage.</param>
/// <param name="Of">The stage that is its denominator.</param>
public readonly record struct Stage(string Name, string Of);

/// <summary>A percentage with what it was made of.</summary>
/// <param name="Stage">The stage and its declared denominator.</param>
/// <param name="Part">Count of the stage.</param>
/// <param name="Whole">Count of the denominator.</param>
/// <param name="Percent">The percentage; NaN where there is none.</param>
/// <param name="Absence">Why there is none.</param>
public readonly record struct StagePercent(Stage Stage, double Part, double Whole, double Percent, Absence Absence)
{
    /// <summary>To whole per cent, half up, as it is printed; NaN where there is none.</summary>
    public double Rounded => Math.Floor(Percent + 0.5);
}

/// <summary>
/// A table of stages, each a share of a declared earlier one: referrals, calls that got through, people engaged, help given.
/// <para>Percent = 100 x part / whole, the whole being the stage that the table declares for each.</para>
/// <para>Units: per cent. Edges: a whole of 0 cannot be calculated; a missing part or whole hands on its reason, the part's first; never 0. A part above its whole is refused.</para>
/// <para>Source: own definition; percentages without their denominators are how published tables go wrong. Worked example: docs/methods/funnel-table.md.</para>
/// </summary>
public static class StageTable
{
    /// <summary>The stages of a support service: each call of a referral, each person engaged of a call, each kind of help of the people engaged.</summary>
    public static IReadOnlyList<Stage> Support { get; } =
        [new("successful_call", "referrals"), new("engaged", "successful_call"), new("immediate_only", "engaged"), new("ongoing", "engaged")];

    /// <summary>The percentages of one period.</summary>
    /// <param name="stages">Stages with their denominators.</param>
    /// <param name="counts">Count of each stage; one that is not there was not reported.</param>
    public static Outcome<IReadOnlyList<StagePercent>> Of(IReadOnlyList<Stage> stages, IReadOnlyDictionary<string, StageCount> counts)
    {
        var percents = new List<StagePercent>();
        foreach (var stage in stages)
        {
            var part = counts.GetValueOrDefault(stage.Name, StageCount.Missing(Absence.NotReported));
            var whole = counts.GetValueOrDefault(stage.Of, StageCount.Missing(Absence.NotReported));
            if (part.Number < 0)
                return Problems.Negative(stage.Name, part.Number);
            if (part.Number > whole.Number && whole.Number > 0)
                return Problems.PartAboveWhole(stage, part.Number, whole.Number);
            var absence = part.Absence != Absence.None ? part.Absence : whole.Absence != Absence.None ? whole.Absence
                : whole.Number > 0 ? Absence.None : Absence.CannotBeCalculated;
            percents.Add(new(stage, part.Number, whole.Number, absence == Absence.None ? 100 * part.Number / whole.Number : double.NaN, absence));
        }
        return percents;
    }
}
