using Made.Core.Calendar;
using Made.Core.Register;
using Made.Core.Subscriptions;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Subscriptions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Home;

/// <summary>A person's own page.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public HomeView View { get; private set; } = null!;

    public string Error { get; private set; } = "";

    public string Sentence => View.Unread switch
    {
        0 => "Nothing was released since you last read.",
        1 => "One edition was released since you last read.",
        _ => $"{View.Unread} editions were released since you last read.",
    } + (View.Products.Count == 0 ? "" : View.Products.Count == 1 ? " One product was filed or changed." : $" {View.Products.Count} products were filed or changed.");

    public IReadOnlyList<Choice> Choices =>
    [
        new("everything", "Everything that is released"),
        .. partnership.Areas.At(AreaLevel.Csp, MonthShown).Select(a => new Choice($"area:{a.Code}", Wording.PlaceName(partnership.Areas, a.Code, MonthShown))).OrderBy(c => c.Text, StringComparer.Ordinal),
        .. partnership.Pack.Indicators.OrderBy(i => i.Order).Select(i => new Choice($"indicator:{i.Id}", i.Title)),
        .. View.Register.Readable.Where(View.Register.IsInForce).Select(p => new Choice($"product:{p.Id}", $"Product: {p.Newest.Title}")),
    ];

    private Month MonthShown => View.Latest ?? Month.Of(partnership.Today);

    public string Words(Subscription subscription) => HomeView.Words(partnership, View.Register, subscription, MonthShown);

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? act, string? subject, long until)
    {
        await LoadAsync();
        var (store, asking) = (partnership.Records.Subscriptions, HttpContext.Asking());
        var (reader, change) = (HomeView.ReaderOf(asking), partnership.Change(asking.By("home page"), "Own page"));
        if (act == "read")
        {
            // Milliseconds are what the form carries: to the end of the one in which the last was released.
            var given = DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(until, 0, partnership.Now.ToUnixTimeMilliseconds())).AddMilliseconds(1);
            await store.MarkRead(reader, given, change);
            return LocalRedirect("/home");
        }
        if (!Subscription.TryParse(subject ?? "", out var subscription) || (act == "follow" && !Choices.Any(c => c.Value == subscription.Code)) || act is not ("follow" or "leave"))
        {
            (Error, Response.StatusCode) = ("Choose an area, an indicator, a product or everything.", StatusCodes.Status422UnprocessableEntity);
            return Page();
        }
        await (act == "follow" ? store.Add(reader, subscription, change) : store.Remove(reader, subscription, change));
        return LocalRedirect("/home#subscriptions");
    }

    private async Task LoadAsync() => View = await HomeView.OfAsync(partnership, objects, HttpContext.Asking());
}
