using Made.Core.Calendar;

namespace Made.Intake.Synthetic;

/// <summary>The monthly returns of partners: one figure per indicator and district. Of the late supplier's some months never came, and the last is overdue.</summary>
internal static class ReturnFiles
{
    public static void Write(Folder folder, Parameters plan, CountyMap map)
    {
        for (var i = 0; i < plan.Returns.Count; i++)
            Write(folder, plan, map, plan.Returns[i], stream: i == 0 ? 9 : 100 + i);
    }

    private static void Write(Folder folder, Parameters plan, CountyMap map, ReturnPlan returns, int stream)
    {
        foreach (var month in Month.Range(Month.Parse(returns.From), Month.Parse(returns.Last)))
        {
            if (returns.Missing.Contains(month.ToString()))
                continue;
            var dice = new Dice(plan.Seed, stream, month.Index);
            folder.WriteTable(
                $"indicator-values/{returns.Dataset}-{month}.csv",
                "indicator,area_code,period_start,period_end,numerator,denominator,value,status",
                returns.Indicators.SelectMany(i => map.Districts.Select(d => Row(plan, map, returns, i, d, month, dice))).ToList());
        }
    }

    private static string Row(Parameters plan, CountyMap map, ReturnPlan returns, ReturnedIndicator indicator, DrawnDistrict district, Month month, Dice dice)
    {
        var residents = map.Lsoas.Where(a => a.Ward.District == district).Sum(a => Populations.At(a, plan, month.Year));
        var count = dice.Count(residents / 1000.0 * indicator.Rate * district.Plan.Rate * indicator.Season[month.Number - 1]);
        var silent = returns.NotReported.Any(n => n.Month == month.ToString() && n.District == district.Code && n.Indicator == indicator.Id);
        var start = $"{indicator.Id},{district.Code},{Day(month.FirstDay)},{Day(month.LastDay)}";
        var status = month > Month.Parse(returns.Last).Plus(-3) ? "provisional" : "final";
        return silent ? $"{start},,,,not-reported" : $"{start},{count},{residents},,{status}";
    }

    private static string Day(DateOnly day) => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";
}
