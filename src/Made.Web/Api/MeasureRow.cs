using System.Globalization;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Api;

/// <summary>One row of <c>made measures</c>, <c>/api/v1/measures</c> and the downloads: the same columns and words everywhere.</summary>
public sealed record MeasureRow
{
    public static readonly string[] Columns = [.. MeasureColumn.All.Select(c => c.Name)];

    private readonly string[] cells;

    private MeasureRow(SafeMeasure measure, string[] cells) => (Measure, this.cells) = (measure, cells);

    public SafeMeasure Measure { get; }

    public IReadOnlyList<string> Cells => cells;

    public static MeasureRow Of(SafeMeasure m, string areaName, string unit, string edition) => new(m,
    [
        m.Indicator,
        m.Area.Value,
        areaName,
        m.Level.Code(),
        m.Period.Code,
        Iso(m.Period.Start),
        Iso(m.Period.End),
        m.Count.Digits(),
        m.Denominator.Digits(),
        m.PopulationYear == 0 ? "" : m.PopulationYear.ToString(CultureInfo.InvariantCulture),
        m.Value.Digits(),
        unit,
        m.Lower95.Digits(),
        m.Upper95.Digits(),
        m.ChangeYear.Digits(),
        m.Comparable switch { Comparable.NoBase => "", Comparable.Yes => "true", _ => "false" },
        Code(m.Comparison),
        Code(m.Variation),
        m.Value.Absence.Code(),
        m.Coverage.Digits(),
        m.Method,
        edition,
        Words(m.Comparable),
        Because(m),
        m.RoundedTo == 0 ? "" : m.RoundedTo.ToString(CultureInfo.InvariantCulture),
    ]);

    public static string Code(Comparison comparison) => comparison switch
    {
        Comparison.Lower => "lower",
        Comparison.Similar => "similar",
        Comparison.Higher => "higher",
        _ => "",
    };

    public static string Code(Variation variation) => variation switch
    {
        Variation.Common => "usual",
        Variation.SpecialHigh => "high",
        Variation.SpecialLow => "low",
        Variation.TooFew => "too-few",
        Variation.TooShort => "too-short",
        Variation.NotComparable => "not-comparable",
        _ => "",
    };

    public static string Words(Comparable comparable) => comparable switch
    {
        Comparable.PlacementChanged => "not comparable: placement changed",
        Comparable.RecordingChanged => "not comparable: break in recording",
        _ => "",
    };

    /// <summary>Why figures of the row are suppressed, each reason once: that of the count first, then those of the change, the comparison and the judgement.</summary>
    private static string Because(SafeMeasure m) => string.Join("; ", new[] { m.Count.Why, m.Value.Why, m.ChangeYear.Why, m.ComparatorValue.Why, m.NotJudgedFor }
        .Where(r => r != Reason.None).Distinct().Select(r => r.Words()));

    /// <summary>One line of CSV without its line end. Cells hold codes, names and digits; a name may need quoting.</summary>
    public string Csv() => string.Join(',', cells.Select(Quote));

    /// <summary>The JSON form: numbers as numbers, what is absent left out rather than null.</summary>
    public IReadOnlyDictionary<string, object> Json()
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < Columns.Length; i++)
        {
            var (name, cell) = (Columns[i], cells[i]);
            if (cell.Length == 0 && name is not "absence")
                continue;
            fields[name] = name switch
            {
                "count" or "denominator" or "value" or "lower95" or "upper95" or "change_year" or "coverage" =>
                    double.Parse(cell, CultureInfo.InvariantCulture),
                "population_year" or "rounded_to" => int.Parse(cell, CultureInfo.InvariantCulture),
                "comparable" => cell == "true",
                _ => cell,
            };
        }
        return fields;
    }

    // A change of -3 is a number; a name that begins like a formula is not.
    internal static string Quote(string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? cell : Downloads.CsvFile.Quoted(cell);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
