using Made.Core.Exchange;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>The register of supplies with every revision.</summary>
public sealed class SuppliesModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<Supply> Supplies { get; private set; } = [];

    public string TitleOf(string dataset) => partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset)?.Title ?? dataset;

    public async Task OnGetAsync() =>
        Supplies = [.. (await partnership.Supplies.Register()).OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenByDescending(s => s.First).ThenByDescending(s => s.Revision)];
}
