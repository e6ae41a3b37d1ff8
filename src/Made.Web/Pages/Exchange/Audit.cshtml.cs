using Made.Store.Audit;
using Made.Web.Audit;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>Who changed what, when and why, and whether the record of it still holds.</summary>
public sealed class AuditModel(Partnership partnership, AuditStanding standing) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "part")]
    public int Number { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    public static IReadOnlyList<Choice> Kinds { get; } =
        [new("", "Everything"), .. LoggingKinds.All.Select(k => new Choice(k.Code, k.Words))];

    public int Count { get; private set; }

    public bool HasMore { get; private set; }

    public bool IsFiltered => Filter != AuditFilter.Everything;

    public Table Table { get; private set; } = AuditTables.Page([]);

    public AuditReport Report { get; private set; } = null!;

    public string State { get; private set; } = "";

    public string Covered { get; private set; } = "";

    private AuditFilter Filter => new(What ?? "", (Words ?? "").Trim());

    public string Query(int part) =>
        QueryString.Create(new Dictionary<string, string?> { ["what"] = Filter.What, ["words"] = Filter.Words, ["part"] = part > 1 ? $"{part}" : "" }.Where(p => !string.IsNullOrEmpty(p.Value))).ToString();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Max(1, Number);
        var rows = await partnership.Records.Audit.Newest(Filter, (Number - 1) * PageSize, PageSize + 1);
        (Table, HasMore) = (AuditTables.Page([.. rows.Take(PageSize)]), rows.Count > PageSize);
        Count = await partnership.Records.Audit.Count(Filter);
        if (standing.Last is null)
            await standing.CheckAsync(cancel);
        var (report, at) = standing.Last!.Value;
        Report = report;
        State = report.Problems.Count == 0
            ? $"Verified to row {report.Last:N0} on {LondonTime.Text(at)}: every row follows from the one before."
            : $"The audit does not hold. Checked to row {report.Last:N0} on {LondonTime.Text(at)}.";
        var signed = partnership.Records.Checkpoints.Covered;
        Covered = signed == 0
            ? "No checkpoint is signed yet."
            : $"Signed up to row {signed:N0} outside this home. Rows after it are signed within a minute; until then their loss would not be seen.";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await standing.CheckAsync(cancel);
        return LocalRedirect("/exchange/audit");
    }
}
