using System.Globalization;
using System.Text;
using Made.Core.Access;
using Made.Core.Exchange;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.Web.Exchange;

/// <summary>The returns that are still owed as a calendar (RFC 5545), to be taken into one's own.</summary>
internal static class CalendarFile
{
    private const int LongestLine = 75;

    public static void MapCalendarFile(this WebApplication app) => app.MapGet("/exchange/calendar.ics", AnswerAsync).ExcludeFromDescription();

    public static string Of(IEnumerable<DueReturn> returns, string partnership, DateTimeOffset now)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(Folded(line)).Append("\r\n");
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//MADE Interactive//Exchange//EN");
        Line($"X-WR-CALNAME:{Escaped($"Returns due: {partnership}")}");
        foreach (var due in returns.Where(r => r.IsOwed))
        {
            Line("BEGIN:VEVENT");
            Line($"UID:{due.Dataset.Id}-{due.Last}@made");
            Line($"DTSTAMP:{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
            Line($"DTSTART;VALUE=DATE:{due.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            Line($"SUMMARY:{Escaped($"{due.Dataset.Title}, {due.Period}: last day in time")}");
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }
        Line("END:VCALENDAR");
        return text.ToString();
    }

    private static async Task<IResult> AnswerAsync(Partnership partnership, AddressedObjects objects, HttpContext context)
    {
        var returns = DueCalendar.Of(objects.Datasets(context.Asking().Person, Deed.Read), await partnership.Supplies.Current(), partnership.Today);
        return Results.File(Encoding.UTF8.GetBytes(Of(returns, partnership.Pack.Title, partnership.Now)), "text/calendar; charset=utf-8", "returns-due.ics");
    }

    private static string Escaped(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Lines of at most 75 bytes; one that goes on begins with a space.</summary>
    private static string Folded(string line)
    {
        var (folded, bytes) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }
            folded.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
