using Made.Core.Facts;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>Every column of every file of facts, spelled once. A column prints as it is written in SQL.</summary>
internal static class Columns
{
    internal static readonly Column Month = new("month", ColumnType.Int);
    internal static readonly Column Category = new("category", ColumnType.Text);
    internal static readonly Column Lsoa = new("lsoa", ColumnType.Text);
    internal static readonly Column Detail = new("detail", ColumnType.Text);
    internal static readonly Column Longitude = new("longitude", ColumnType.Double);
    internal static readonly Column Latitude = new("latitude", ColumnType.Double);
    internal static readonly Column Key = new("key", ColumnType.ULong);
    internal static readonly Column Content = new("content", ColumnType.ULong);

    /// <summary>Only files of a dataset that keeps days have it.</summary>
    internal static readonly Column Day = new("day", ColumnType.Byte);

    /// <summary>What a coarsening rule keeps besides; only files that hold any of it have these columns.</summary>
    internal static readonly Column PartOfDay = new("part_of_day", ColumnType.Text);
    internal static readonly Column Age = new("age_band", ColumnType.Text);
    internal static readonly Column Sex = new("sex", ColumnType.Text);

    /// <summary>Only files whose records are linked have these: the same text has another pseudonym under another version of the key.</summary>
    internal static readonly Column Pseudonym = new("pseudonym", ColumnType.ULong);
    internal static readonly Column PseudonymKey = new("pseudonym_key", ColumnType.Int);

    internal static readonly Column Dataset = new("dataset", ColumnType.Text);
    internal static readonly Column District = new("district", ColumnType.Text);
    internal static readonly Column Ward = new("ward", ColumnType.Text);
    internal static readonly Column Placement = new("placement", ColumnType.Byte);
    internal static readonly Column Records = new("records", ColumnType.Long);

    internal static readonly Column Indicator = new("indicator", ColumnType.Text);
    internal static readonly Column Area = new("area", ColumnType.Text);
    internal static readonly Column Level = new("level", ColumnType.Byte);
    internal static readonly Column PeriodKind = new("period_kind", ColumnType.Byte);
    internal static readonly Column PeriodLast = new("period_last", ColumnType.Int);
    internal static readonly Column PeriodStart = new("period_start", ColumnType.Date);
    internal static readonly Column PeriodEnd = new("period_end", ColumnType.Date);
    internal static readonly Column PopulationYear = new("population_year", ColumnType.Int);
    internal static readonly Column Lower95 = new("lower95", ColumnType.Double);
    internal static readonly Column Upper95 = new("upper95", ColumnType.Double);
    internal static readonly Column ChangeLower = new("change_lower", ColumnType.Double);
    internal static readonly Column ChangeUpper = new("change_upper", ColumnType.Double);
    internal static readonly Column ChangeVerdict = new("change_verdict", ColumnType.Byte);
    internal static readonly Column VariationCause = new("variation_cause", ColumnType.Byte);
    internal static readonly Column VariationBasis = new("variation_basis", ColumnType.Byte);
    internal static readonly Column Comparable = new("comparable", ColumnType.Byte);
    internal static readonly Column Comparison = new("comparison", ColumnType.Byte);
    internal static readonly Column Variation = new("variation", ColumnType.Byte);
    internal static readonly Column Headline = new("headline", ColumnType.Byte);
    internal static readonly Column Coverage = new("coverage", ColumnType.Double);
    internal static readonly Column Withheld = new("withheld", ColumnType.Byte);
    internal static readonly Column Method = new("method", ColumnType.Text);
    internal static readonly Column Status = new("status", ColumnType.Text);

    internal static readonly IReadOnlyList<Column> Facts = [Month, Category, Lsoa, Detail, Longitude, Latitude, Key, Content];
    internal static readonly IReadOnlyList<Column> Cube = [Dataset, District, Ward, Lsoa, Category, Placement, Records];

    internal static readonly IReadOnlyList<Column> Reported =
        [Indicator, Area, PeriodStart, PeriodEnd, .. Quantity("numerator"), .. Quantity("denominator"), .. Quantity("value"), Status];

    internal static readonly IReadOnlyList<Column> Measures =
    [
        Area, Indicator, Level, PeriodKind, PeriodLast, .. Quantity("count"), .. Quantity("denominator"), PopulationYear, .. Quantity("value"),
        Lower95, Upper95, .. Quantity("count_year_before"), .. Quantity("change_year"), Comparable, ChangeLower, ChangeUpper, ChangeVerdict,
        Comparison, .. Quantity("comparator_value"), Variation, VariationCause, VariationBasis, Headline, Coverage, Method, Withheld,
    ];

    internal static IReadOnlyList<Column> CubeOf(
        IReadOnlyList<string> datasets, IReadOnlyList<string> districts, IReadOnlyList<string> wards, IReadOnlyList<string> lsoas, IReadOnlyList<string> categories) =>
        [Dataset.Of(datasets), District.Of(districts), Ward.Of(wards), Lsoa.Of(lsoas), Category.Of(categories), .. Cube.Skip(5)];

    internal static IReadOnlyList<Column> FactsOf(FactTexts texts, bool hasDays) =>
    [
        Month, Category.Of(texts.Category.Values), Lsoa.Of(texts.Lsoa.Values), Detail.Of(texts.Detail.Values), .. Facts.Skip(4),
        .. hasDays ? [Day] : Array.Empty<Column>(),
        .. texts.HasBands ? [PartOfDay.Of(texts.PartOfDay.Values), Age.Of(texts.Age.Values), Sex.Of(texts.Sex.Values)] : Array.Empty<Column>(),
        .. texts.PseudonymKey > 0 ? [Pseudonym, PseudonymKey] : Array.Empty<Column>(),
    ];

    internal static string List(IEnumerable<Column> columns) => string.Join(", ", columns);

    /// <summary>A number and, beside it, the reason why there is none.</summary>
    private static Column[] Quantity(string name) => [new(name, ColumnType.Double), new($"{name}_absence", ColumnType.Byte)];
}
