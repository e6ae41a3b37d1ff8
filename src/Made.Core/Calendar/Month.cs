using System.Globalization;

namespace Made.Core.Calendar;

/// <summary>A calendar month: the grain of every supply, cube and edition.</summary>
public readonly record struct Month : IComparable<Month>
{
    private static readonly string[] Names =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private Month(int index) => Index = index;

    public Month(int year, int number)
        : this((year * 12) + number - 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 12);
    }

    /// <summary>Months since year 0: consecutive months differ by one, so arithmetic and gaps are plain integers.</summary>
    public int Index { get; }

    public int Year => Index / 12;

    public int Number => (Index % 12) + 1;

    public int Days => DateTime.DaysInMonth(Year, Number);

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, Days);

    /// <summary>"July 2022".</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Names[Number - 1]} {Year}");

    /// <summary>"July".</summary>
    public string NameOfMonth => Names[Number - 1];

    /// <summary>"Jul 22": for axis labels only.</summary>
    public string ShortName => string.Create(CultureInfo.InvariantCulture, $"{Names[Number - 1][..3]} {Year % 100:00}");

    /// <summary>The year in which the financial year (April to March) holding this month begins.</summary>
    public int FinancialYear => Number >= 4 ? Year : Year - 1;

    /// <summary>1 for April to June, 4 for January to March.</summary>
    public int FinancialQuarter => ((Number + 8) % 12 / 3) + 1;

    public static Month FromIndex(int index) => new(index);

    public static Month Of(DateOnly date) => new(date.Year, date.Month);

    /// <summary>Reads <c>yyyy-MM</c>, nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Month month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || year < 1 || number is < 1 or > 12)
            return false;
        month = new Month(year, number);
        return true;
    }

    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month (yyyy-MM).");

    public static IEnumerable<Month> Range(Month from, Month to)
    {
        for (var m = from; m <= to; m = m.Plus(1))
            yield return m;
    }

    public Month Plus(int months) => new(Index + months);

    public int CompareTo(Month other) => Index.CompareTo(other.Index);

    public static bool operator <(Month a, Month b) => a.Index < b.Index;

    public static bool operator >(Month a, Month b) => a.Index > b.Index;

    public static bool operator <=(Month a, Month b) => a.Index <= b.Index;

    public static bool operator >=(Month a, Month b) => a.Index >= b.Index;

    /// <summary><c>yyyy-MM</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}");
}
