using Made.Core.Calendar;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>One quarter of the statutory exchange: who owes what, and what became of it.</summary>
public sealed class QuarterlyModel(Partnership partnership) : PageModel
{
    public Period Quarter { get; private set; }

    public DateOnly Today => partnership.Today;

    public IReadOnlyList<StatutoryReturn> Returns { get; private set; } = [];

    public string Summary { get; private set; } = "";

    /// <summary>Providers with something overdue, and how much.</summary>
    public IReadOnlyList<(Organisation Provider, int Count)> Letters { get; private set; } = [];

    public IReadOnlyList<Choice> Quarters =>
        [.. StatutoryExchange.Back(StatutoryExchange.NewestEnded(Today)).Select(q => new Choice($"{q.Last}", $"{q.Name}, due {LondonTime.Day(StatutoryExchange.DueDay(q))}"))];

    /// <summary>A quarter by its last month, from the first one of the Regulations to the newest that has ended.</summary>
    public static bool TryParse(string text, DateOnly today, out Period quarter)
    {
        quarter = StatutoryExchange.NewestEnded(today);
        if (!Month.TryParse(text, out var last) || last.Number % 3 != 0 || last < StatutoryExchange.First.Last || last > quarter.Last)
            return false;
        quarter = quarter with { Last = last };
        return true;
    }

    public async Task<IActionResult> OnGetAsync([FromRoute] string? quarter, [FromQuery(Name = "quarter")] string? asked)
    {
        // Of the newest quarter nothing is due yet: the one before it is what has to be looked after.
        var newest = StatutoryExchange.NewestEnded(Today);
        var wanted = quarter ?? asked;
        Quarter = newest.Last > StatutoryExchange.First.Last ? newest with { Last = newest.Last.Plus(-3) } : newest;
        if (wanted is not null)
        {
            if (!TryParse(wanted, Today, out var found))
                return NotFound();
            Quarter = found;
        }
        Returns = StatutoryExchange.Of(partnership.Pack, Quarter, await partnership.Records.Returns.Of(Quarter));
        Letters = [.. Returns.Where(r => r.IsOverdue(Today)).GroupBy(r => r.Provider.Id).Select(g => (g.First().Provider, g.Count())).OrderBy(l => l.Provider.Name, StringComparer.OrdinalIgnoreCase)];
        var states = Returns.CountBy(r => r.State(Today)).ToDictionary();
        int Count(ReturnState state) => states.GetValueOrDefault(state);
        Summary = $"Of {Returns.Count} returns owed, {Count(ReturnState.Received)} were received in time, {Count(ReturnState.ReceivedLate)} late; "
            + $"{Count(ReturnState.Late)} are late and not chased, {Count(ReturnState.Chased)} chased, {Count(ReturnState.NotYetDue)} not yet due, {Count(ReturnState.NotHeld)} not held by the provider.";
        return Page();
    }
}
