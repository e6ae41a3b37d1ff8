using Made.Web.Composition;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Sharing;

/// <summary>The sharing register: agreements, what they leave unread, what has to be reviewed, and who answers for each dataset.</summary>
public sealed class IndexModel(Partnership partnership) : PageModel
{
    public SharingView View { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    public async Task OnGetAsync()
    {
        View = await SharingView.OfAsync(partnership);
        var unread = View.Unread.Count;
        Summary = unread switch
        {
            0 => "Every dataset that somebody owes is covered by an agreement in force.",
            1 => "One dataset is not read because no agreement in force covers it.",
            _ => $"{unread} datasets are not read because no agreement in force covers them.",
        };
    }
}
