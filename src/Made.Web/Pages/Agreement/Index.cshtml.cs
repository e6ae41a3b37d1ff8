using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>Every agreement of the whole partnership, newest first, and the areas' own plans.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public IReadOnlyList<ThreadHistory> Agreements { get; private set; } = [];

    /// <summary>The areas that the reader may see, each with its plans, newest first, and whether the reader may draft one.</summary>
    public IReadOnlyList<(Area Area, IReadOnlyList<ThreadHistory> Plans, bool MayDraft)> Areas { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var all = (await partnership.Records.Thread.All(ThreadKind.Agreement)).OrderByDescending(a => ((ThreadContent.Agreement)a.Newest.Content).From).ToList();
        var person = HttpContext.Asking().Person;
        Agreements = [.. all.Where(a => a.Newest.IsWhole)];
        Areas =
        [
            .. partnership.Areas.At(AreaLevel.Csp, Month.Of(partnership.Today)).Where(c => objects.MayRead(person, Resource.Agreement, c.Code)).OrderBy(c => c.Name, StringComparer.Ordinal)
                .Select(c => (c, (IReadOnlyList<ThreadHistory>)[.. all.Where(a => a.Newest.Area == c.Code)], objects.May(person, Resource.Agreement, Deed.Change, c.Code))),
        ];
    }
}
