using Made.Core.Exchange;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>Partners' files that are kept sealed, and those that were destroyed.</summary>
public sealed class OriginalsModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<SealedOriginal> Originals { get; private set; } = [];

    public IReadOnlyList<DatasetDefinition> Keeping => [.. partnership.Pack.Datasets.Where(d => d.Protection is { OriginalKeptDays: > 0 })];

    public DateOnly Today => partnership.Today;

    public int Due => Originals.Count(o => o.Standing(Today) == OriginalStanding.Due);

    public string TitleOf(string dataset) => partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset)?.Title ?? dataset;

    public async Task OnGetAsync() => Originals = await partnership.Records.Originals.All();
}
