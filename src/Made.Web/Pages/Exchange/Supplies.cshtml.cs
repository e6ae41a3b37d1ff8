using Made.Core.Access;
using Made.Core.Exchange;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>The register of supplies with every revision.</summary>
public sealed class SuppliesModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public IReadOnlyList<Supply> Supplies { get; private set; } = [];

    public string TitleOf(string dataset) => partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset)?.Title ?? dataset;

    public async Task OnGetAsync()
    {
        var seen = objects.Datasets(HttpContext.Asking().Person, Deed.Read).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        Supplies = [.. (await partnership.Supplies.Register()).Where(s => seen.Contains(s.Dataset)).OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenByDescending(s => s.First).ThenByDescending(s => s.Revision)];
    }
}
