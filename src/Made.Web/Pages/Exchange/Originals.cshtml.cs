using Made.Core.Access;
using Made.Core.Exchange;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>Partners' files that are kept sealed, and those that were destroyed.</summary>
public sealed class OriginalsModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public IReadOnlyList<SealedOriginal> Originals { get; private set; } = [];

    public IReadOnlyList<DatasetDefinition> Keeping => [.. partnership.Pack.Datasets.Where(d => d.Protection is { OriginalKeptDays: > 0 })];

    public DateOnly Today => partnership.Today;

    public int Due => Originals.Count(o => o.Standing(Today) == OriginalStanding.Due);

    public string TitleOf(string dataset) => partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset)?.Title ?? dataset;

    /// <summary>Of the datasets that whoever asks may see.</summary>
    public async Task OnGetAsync()
    {
        var seen = objects.Datasets(HttpContext.Asking().Person, Deed.Read).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        Originals = [.. (await partnership.Records.Originals.All()).Where(o => seen.Contains(o.Dataset))];
    }
}
