using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>How a return that is owed stands, and the reminder it calls for.</summary>
internal static class CalendarWords
{
    public static string Of(DueReturn due) => due.State switch
    {
        DueState.Received => "received",
        DueState.Nil => "nil return",
        DueState.Provisional => "a part is held",
        DueState.ToCome => "to come",
        _ => "late",
    };

    /// <summary>A sentence that asks and does not scold.</summary>
    public static string Reminder(DueReturn due, DateOnly today)
    {
        var days = due.Day.DayNumber - today.DayNumber;
        var when = days switch
        {
            0 => "is due today",
            1 => "is due tomorrow",
            > 1 => $"is due in {days} days, on {LondonTime.Day(due.Day)}",
            -1 => "was due yesterday",
            _ => $"was due {-days:N0} days ago, on {LondonTime.Day(due.Day)}",
        };
        return $"{due.Dataset.Title} for {due.Period} {when}.{(due.State == DueState.Provisional ? " A part of it is held." : "")}";
    }
}
