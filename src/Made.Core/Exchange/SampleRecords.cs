using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Indicators;

namespace Made.Core.Exchange;

/// <summary>
/// Made-up records of a dataset that would be read as they stand: what a supplier sees before the first file. Of a dataset that is tested for small
/// groups as many as must be alike, else three; of figures one for each indicator, three at most.
/// </summary>
public static class SampleRecords
{
    private const int Few = 3;

    /// <param name="dataset">Whose columns they have, in its order.</param>
    /// <param name="month">A month that has ended.</param>
    /// <param name="lsoa">Code of a small area of the partnership; empty where none is known.</param>
    /// <param name="district">Code of one of its districts.</param>
    /// <param name="indicators">What figures are reported for this dataset; empty for records.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(DatasetDefinition dataset, Month month, string lsoa, string district, IReadOnlyList<IndicatorDefinition> indicators) =>
        [.. Enumerable.Range(0, CountOf(dataset, indicators)).Select(at =>
            (IReadOnlyList<string>)[.. dataset.Columns.Select(c => Cell(c, dataset.Depersonalised is null ? at : 0, at, month, lsoa, district, indicators))])];

    // One figure of each indicator: a second one of the same would be refused.
    private static int CountOf(DatasetDefinition dataset, IReadOnlyList<IndicatorDefinition> indicators) =>
        dataset.Shape == DatasetShape.ReportedValues ? Math.Min(Few, indicators.Count) : dataset.Depersonalised?.K ?? Few;

    private static string Cell(ColumnDefinition column, int like, int at, Month month, string lsoa, string district, IReadOnlyList<IndicatorDefinition> indicators) => column switch
    {
        { Role: ColumnRole.Key } => $"A-{at + 1}",
        { Role: ColumnRole.Lsoa } => lsoa,
        { Role: ColumnRole.Area } => district,
        { Role: ColumnRole.Indicator } => indicators[like].Id,
        { Role: ColumnRole.Numerator } => Text(Math.Max(column.Minimum ?? 0, 12 + like)),
        { Kind: ColumnKind.Code } => column.Codes.Keys.ElementAt(like % column.Codes.Count),
        { Kind: ColumnKind.Month } => month.ToString(),
        { Role: ColumnRole.PeriodEnd } => Day(column, month.LastDay),
        { Role: ColumnRole.PeriodStart } => Day(column, month.FirstDay),
        { Kind: ColumnKind.Date } => Day(column, month.FirstDay.AddDays(like)),
        { Kind: ColumnKind.Time } => $"{9 + like:00}:30",
        { MayBeEmpty: true } => "",
        { Kind: ColumnKind.WholeNumber or ColumnKind.Decimal } => Text(Math.Min(column.Maximum ?? double.MaxValue, Math.Max(column.Minimum ?? 0, 20))),
        { Role: ColumnRole.Outward } => "AB1",
        _ => "as in your system",
    };

    private static string Day(ColumnDefinition column, DateOnly day) => day.ToString(column.Format.Length == 0 ? "yyyy-MM-dd" : column.Format, CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
