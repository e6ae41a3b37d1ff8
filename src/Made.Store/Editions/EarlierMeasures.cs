using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Facts;

namespace Made.Store.Editions;

/// <summary>What the newest released editions show of each month, read when it is first asked for: a further edition is decided against it.</summary>
internal sealed class EarlierMeasures(EditionPlan plan, MeasureFiles files)
{
    private readonly Dictionary<Month, Dictionary<(string Indicator, AreaCode Area, Period Period), Measure>> months = [];

    /// <summary>The measure of the newest released edition of the month the period ends in; null where there is none.</summary>
    public Measure? Find(string indicator, AreaCode area, Period period)
    {
        if (!months.TryGetValue(period.Last, out var found))
            months[period.Last] = found = Read(period.Last);
        return found.GetValueOrDefault((indicator, area, period));
    }

    private Dictionary<(string Indicator, AreaCode Area, Period Period), Measure> Read(Month month)
    {
        if (plan.EarlierHashOf(month) is not { } hash)
            return [];
        return files.Read(new MeasureQuery { Paths = [files.PathOf(month, hash)], FirstFormat = plan.EarlierIsFirstFormat(month) }).Succeeded(out var measures, out var problem)
            ? measures.ToDictionary(m => (m.Indicator, m.Area, m.Period))
            : throw new IOException(problem.ToString());
    }
}
