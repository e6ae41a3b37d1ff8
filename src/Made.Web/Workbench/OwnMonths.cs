using System.Globalization;
using Made.Core.Calendar;

namespace Made.Web.Workbench;

/// <summary>Months as people write them, in a table of their own: always English, always day before month.</summary>
internal static class OwnMonths
{
    public const string Forms = "2024-01, 2024-01-31, 31/01/2024, Jan 2024";

    private static readonly string[] Known =
    [
        "yyyy-MM", "yyyy-MM-dd", "yyyy/MM/dd", "d/M/yyyy", "d.M.yyyy", "MM/yyyy", "MMMM yyyy", "MMM yyyy", "MMM-yyyy", "MMM-yy", "MMM yy", "d MMMM yyyy", "d MMM yyyy",
        "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm:ss",
    ];

    public static bool TryParse(string text, out Month month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, Known, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (!DateTime.TryParseExact(text, Known[^2..], CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
                return false;
            day = DateOnly.FromDateTime(instant);
        }
        month = Month.Of(day);
        return true;
    }
}
