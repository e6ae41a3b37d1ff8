using System.Globalization;
using Made.Core.Calendar;
using Made.Core.Disclosure.Release;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Web.Tabulation;

/// <summary>A way along which a table may run.</summary>
public enum Axis
{
    Area,
    Period,
    Indicator,
}

/// <summary>What stands in the cells.</summary>
public enum Shown
{
    Count,
    Rate,
    Change,
}

/// <summary>Which table somebody asks for: read from the query of a link, and written back to one.</summary>
public sealed record TableSelection
{
    public const int MostPeriods = 240;

    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Categories of datasets, each counted on its own, after the indicators.</summary>
    public IReadOnlyList<RecordCategory> Categories { get; init; } = [];

    public required AreaLevel Level { get; init; }

    /// <summary>Only areas inside this one; null for all of the level.</summary>
    public AreaCode? Within { get; init; }

    /// <summary>Only these; none named takes all.</summary>
    public IReadOnlyList<AreaCode> Areas { get; init; } = [];

    public required PeriodKind Kind { get; init; }

    /// <summary>False where neither areas nor periods were asked for: partners' figures are then cut as they are offered first.</summary>
    public bool NamesGrain { get; init; } = true;

    /// <summary>The first month; null where <see cref="Last"/> counts periods back instead.</summary>
    public Month? From { get; init; }

    /// <summary>So many periods, the last one included.</summary>
    public int Last { get; init; } = 1;

    /// <summary>The last month; null follows the newest edition.</summary>
    public Month? To { get; init; }

    public required Shown Shown { get; init; }

    public required Axis Rows { get; init; }

    public required Axis Columns { get; init; }

    /// <summary>A row and a column of sums, where what is added up does not overlap.</summary>
    public bool Sums { get; init; }

    /// <summary>The column to sort by, with a hyphen before it for the highest first; empty for the order of the register.</summary>
    public string Sort { get; init; } = "";

    /// <summary>The edition to read from; null for the newest of its month.</summary>
    public (Month Month, int Number)? Edition { get; init; }

    /// <summary>What is neither in the rows nor in the columns.</summary>
    public Axis Third => (Axis)(3 - (int)Rows - (int)Columns);

    /// <summary>The same, cut so: every month of the last thirteen, the last five of other periods, of wards the newest year alone.</summary>
    public TableSelection At(Grain grain, Month edition) => this with
    {
        Level = grain.Level,
        Areas = [],
        Kind = grain.Newest.Kind,
        NamesGrain = true,
        From = null,
        Last = grain.Newest.Kind == PeriodKind.Month ? 13 : grain.Level == AreaLevel.Ward ? 1 : 5,
        To = grain.Newest.Last == edition ? To : grain.Newest.Last,
    };

    public static string Code(Shown shown) => shown switch { Shown.Rate => "rate", Shown.Change => "change", _ => "count" };

    public static string Code(Axis axis) => axis switch { Axis.Period => "period", Axis.Indicator => "indicator", _ => "area" };

    public static string Code(PeriodKind kind) => kind switch { PeriodKind.Quarter => "quarter", PeriodKind.Rolling12 => "rolling12", PeriodKind.Year => "year", _ => "month" };

    /// <summary><c>2022-07/2</c>.</summary>
    public static bool TryEdition(string text, out (Month Month, int Number) edition)
    {
        edition = default;
        if (text.Split('/') is not [var month, var number] || !Month.TryParse(month, out var parsed)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)
            return false;
        edition = (parsed, n);
        return true;
    }

    /// <summary>The same selection as the query of a link, always written the same way.</summary>
    public string Query()
    {
        var parts = new List<(string Name, string Value)>();
        parts.AddRange(Indicators.Select(i => ("indicator", i)));
        parts.AddRange(Categories.Select(c => ("category", c.Key)));
        parts.Add(("level", Level.Code()));
        if (Within is { } within)
            parts.Add(("within", within.Value));
        parts.AddRange(Areas.Select(a => ("area", a.Value)));
        parts.Add(("period", Code(Kind)));
        parts.Add(("from", From is { } from ? from.ToString() : $"last{Last.ToString(CultureInfo.InvariantCulture)}"));
        if (To is { } to)
            parts.Add(("to", to.ToString()));
        parts.AddRange([("show", Code(Shown)), ("rows", Code(Rows)), ("columns", Code(Columns))]);
        if (Sums)
            parts.Add(("sums", "yes"));
        if (Sort.Length > 0)
            parts.Add(("sort", Sort));
        if (Edition is { } edition)
            parts.Add(("edition", $"{edition.Month}/{edition.Number.ToString(CultureInfo.InvariantCulture)}"));
        return string.Join('&', parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
    }

    public string Href => $"/tables?{Query()}";
}
