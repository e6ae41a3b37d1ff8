using Made.Core.GoldenThread;
using Made.Web.Agreement;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>The register of strategies and legislation that agreements have to heed.</summary>
public sealed class StrategiesModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public int Count { get; private set; }

    public Table Table { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var thread = partnership.Records.Thread;
        var strategies = await thread.All(ThreadKind.Strategy);
        (Count, Table) = (strategies.Count, RegisterTables.Strategies(partnership, strategies, await thread.All(ThreadKind.Activity, CountyAssessment.WholeOf(partnership).Code)));
    }
}
