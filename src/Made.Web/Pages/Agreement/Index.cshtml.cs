using Made.Core.GoldenThread;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Every agreement of the whole partnership, newest first.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public IReadOnlyList<ThreadHistory> Agreements { get; private set; } = [];

    public async Task OnGetAsync() =>
        Agreements = [.. (await partnership.Records.Thread.All(ThreadKind.Agreement)).Where(a => a.Newest.IsWhole).OrderByDescending(a => ((ThreadContent.Agreement)a.Newest.Content).From)];
}
