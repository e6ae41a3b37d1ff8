using Made.Core.Exchange;
using Made.Core.Sharing;
using Made.Web.Composition;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>The record of processing activities, printed from the sharing register.</summary>
public sealed class ProcessingModel(Partnership partnership) : PageModel
{
    public SharingView View { get; private set; } = null!;

    public IReadOnlyList<DatasetDefinition> Owed => [.. View.Pack.Datasets.Where(SharingCover.Needed)];

    public async Task OnGetAsync() => View = await SharingView.OfAsync(partnership);
}
