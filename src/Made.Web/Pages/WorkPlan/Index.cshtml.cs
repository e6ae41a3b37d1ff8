using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Products;
using Made.Web.WorkPlan;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.WorkPlan;

/// <summary>What the analysts are asked for, who does it and until when.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public const int MostClosed = 100;

    public WorkPlanView View { get; private set; } = null!;

    public Table Open => WorkPlanView.Table(partnership, View.Open, "Open requests, what is due first on top");

    public Table Closed => WorkPlanView.Table(partnership, View.Closed.Take(MostClosed), "Closed requests, newest first");

    public Table ToReview => ProductShelf.Table(partnership, View.Products, View.ToReview) with { Title = "Products due for review, longest due first" };

    public async Task OnGetAsync() => View = await WorkPlanView.OfAsync(partnership, objects, HttpContext.Asking().Person);
}
