using Made.Core.Access;
using Made.Core.Exchange;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>What the organisations owe that whoever looks may see, by day, with the reminders of today.</summary>
public sealed class CalendarModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public IReadOnlyList<DueReturn> Returns { get; private set; } = [];

    public DateOnly Today => partnership.Today;

    public IReadOnlyList<DueReturn> Reminders => [.. Returns.Where(r => r.IsRemindedOn(Today))];

    public string Summary => Returns.Count(r => r.State == DueState.Late) switch
    {
        0 when Returns.FirstOrDefault(r => r.IsOwed) is { } next => $"Nothing is late. Next: {next.Dataset.Title} for {next.Period}.",
        0 => "Nothing is late.",
        1 => "One return is late.",
        var late => $"{late:N0} returns are late.",
    };

    public string SupplierOf(DueReturn due) => partnership.Pack.Organisations.FirstOrDefault(o => o.Id == due.Dataset.Supplier)?.Name ?? due.Dataset.Supplier;

    public async Task OnGetAsync() =>
        Returns = DueCalendar.Of(objects.Datasets(HttpContext.Asking().Person, Deed.Read), await partnership.Supplies.Current(), Today);
}
