using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary>Draws the records of each month. A month has its own stream, so that it never depends on another.</summary>
internal sealed class StreetMonths
{
    private readonly Parameters plan;
    private readonly CountyMap map;
    private readonly MapPoint[][] points;
    private readonly double[][] hot;
    private readonly double[] outcomes;

    public StreetMonths(Parameters plan, CountyMap map)
    {
        this.plan = plan;
        this.map = map;
        points = MapPoints.Of(plan, map);
        outcomes = [.. plan.Street.Outcomes.Values];
        hot = [.. map.Lsoas.Select(a => plan.Street.Categories.Select(c => Usual(a, c)).ToArray())];
    }

    public StreetRow[] Draw(Month month)
    {
        var dice = new Dice(plan.Seed, 7, month.Index);
        var withoutPlace = WithoutPlace(month, dice);
        var rows = new List<StreetRow>();
        foreach (var area in map.Lsoas)
            for (var category = 0; category < plan.Street.Categories.Count; category++)
                for (var left = dice.Count(Mean(area, category, month)); left > 0; left--)
                    rows.Add(Row(area, category, withoutPlace, dice));
        var shuffled = rows.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = dice.Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }
        return [.. shuffled, .. Repeats(shuffled, month)];
    }

    private StreetRow Row(SmallArea area, int category, double withoutPlace, Dice dice)
    {
        var stranger = dice.Chance(plan.Neighbour.Share) ? 1 + dice.Below(plan.Neighbour.Lsoas) : 0;
        var at = points[area.Index];
        // The square makes the first point of an area the usual one: that is why many ASB rows are equal in every column.
        var point = stranger > 0 || dice.Chance(withoutPlace) ? null : at[(int)(dice.Unit() * dice.Unit() * at.Length)];
        var id = plan.Street.Categories[category].HasId ? (dice.Next(), dice.Next(), dice.Next(), dice.Next()) : default;
        return new StreetRow(category, point, stranger, id, dice.Pick(outcomes), dice.Below(5));
    }

    private double Mean(SmallArea area, int category, Month month)
    {
        var kind = plan.Street.Categories[category];
        var mean = Populations.At(area, plan, month.Year) / 1000.0 * kind.Rate * kind.Season[month.Number - 1] * hot[area.Index][category]
            * (1 + (kind.Trend * (month.Index - plan.First.Index) / 12.0)) * month.Days / 30.4;
        foreach (var step in plan.Street.Steps)
            if ((step.District.Length == 0 || step.District == area.Ward.District.Code) && step.Category == kind.Name && month >= Month.Parse(step.From))
                mean *= step.Factor;
        foreach (var ward in plan.Street.HotWards)
            if (ward.Ward == area.Ward.Name && ward.Months.Contains(month.Number) && (ward.Categories.Length == 0 || ward.Categories.Contains(kind.Name)))
                mean *= ward.Factor;
        return mean;
    }

    /// <summary>What does not move with the month: the district, the town, the small area, a ward that is busy all year.</summary>
    private double Usual(SmallArea area, CategoryPlan kind)
    {
        var usual = area.Ward.District.Plan.Rate * area.Heat * (area.Ward.Position < 3 ? kind.Town : 1);
        foreach (var ward in plan.Street.HotWards)
            if (ward.Ward == area.Ward.Name && ward.Months.Length == 0)
                usual *= ward.Factor;
        return usual;
    }

    private double WithoutPlace(Month month, Dice dice)
    {
        var shift = plan.Street.PlacementShift;
        var usual = dice.Between(plan.Street.WithoutPlaceLow, plan.Street.WithoutPlaceHigh);
        return Month.Parse(shift.From) <= month && month <= Month.Parse(shift.To) ? shift.Share + (0.2 * usual) : usual;
    }

    private IEnumerable<StreetRow> Repeats(StreetRow[] rows, Month month) =>
        rows.Where(r => r.HasId).Take(plan.Street.DuplicatesWithId.GetValueOrDefault(month.ToString()));
}
