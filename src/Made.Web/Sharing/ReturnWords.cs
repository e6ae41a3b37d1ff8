using Made.Core.Calendar;
using Made.Core.Sharing;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Sharing;

/// <summary>The statutory quarterly exchange in words and tables.</summary>
public static class ReturnWords
{
    public static string State(StatutoryReturn r, DateOnly today) => r.State(today) switch
    {
        ReturnState.NotYetDue => "Not yet due",
        ReturnState.Late => "Late",
        ReturnState.Chased => $"Chased on {LondonTime.Day(r.Standing[^1].Day)}",
        ReturnState.Received => $"Received on {LondonTime.Day(r.Standing[^1].Day)}",
        ReturnState.ReceivedLate => $"Received late, on {LondonTime.Day(r.Standing[^1].Day)}",
        _ => "Not held by the provider",
    };

    public static string Step(ReturnStep s) => s.Kind switch
    {
        ReturnStepKind.Received => $"Received on {LondonTime.Day(s.Day)}",
        ReturnStepKind.Chased => $"Chased on {LondonTime.Day(s.Day)}",
        ReturnStepKind.NotHeld => $"Provider said on {LondonTime.Day(s.Day)} that it does not hold it",
        _ => "The entry before was taken back",
    };

    public static string Path(StatutoryReturn r) => $"/sharing/quarterly/{r.Quarter.Last}/{r.Set.Number}/{r.Provider.Id}";

    public static string Letter(Period quarter, string organisation) => $"/sharing/quarterly/{quarter.Last}/letter/{organisation}";

    public static string Duty(StatutoryReturn r) => r.Certain ? "Named by the Regulations" : $"Not certain. {r.Note}";

    public static Table Table(IReadOnlyList<StatutoryReturn> returns, DateOnly today) => new()
    {
        Name = "returns",
        Title = "Who owes what for the quarter",
        Columns = [new("Data set"), new("Provider"), new("Standing"), new("Is the duty on it?"), new("Citation"), new("Mark")],
        Rows = [.. returns.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of($"{r.Set.Number}. {r.Set.Title}", Path(r)), Cell.Of(r.Provider.Name), Cell.Of(State(r, today)), Cell.Of(Duty(r)),
            Cell.Of($"SI 2007/1831, {r.Set.Paragraph}"), Cell.Of(r.Set.Mark.Letter()),
        ])],
    };
}
