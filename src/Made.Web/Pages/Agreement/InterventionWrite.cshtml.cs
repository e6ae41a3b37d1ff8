using System.Globalization;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>One intervention of an area or of the whole partnership.</summary>
public sealed class InterventionWriteModel(Partnership partnership) : PageModel
{
    public Area Area { get; private set; } = null!;

    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public IReadOnlyList<Choice> Priorities { get; private set; } = [];

    public IReadOnlyList<Choice> Activities { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (Held?.Newest is { Content: ThreadContent.Intervention i } entry)
            Form = EntryForm.Filled(Held,
                [
                    ("title", entry.Title), ("aim", i.Aim), ("cost", i.Cost?.ToString(CultureInfo.InvariantCulture) ?? ""), ("funder", i.Funder), ("from", i.From == DateOnly.MinValue ? "" : Day(i.From)),
                    ("to", i.To == DateOnly.MaxValue ? "" : Day(i.To)), ("evaluation", i.Evaluation), .. i.Priorities.Select(p => ("priorities", p)), .. i.Activities.Select(a => ("activities", a)),
                ]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var title = Form.Need("title", "Give it a title.");
        var cost = decimal.TryParse(Form.Of("cost"), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds) ? pounds : (decimal?)null;
        if (cost is null && Form.Of("cost").Length > 0)
            Form.Refuse("cost", "Write the cost in pounds, such as 12500, or leave it empty.");
        var intervention = new ThreadContent.Intervention
        {
            Aim = Form.Of("aim"),
            Cost = cost,
            Funder = Form.Of("funder"),
            From = Form.Of("from").Length == 0 ? DateOnly.MinValue : Form.Day("from", "the day it begins"),
            To = Form.Of("to").Length == 0 ? DateOnly.MaxValue : Form.Day("to", "its last day"),
            Evaluation = Form.Of("evaluation"),
            Priorities = [.. Form.Many("priorities").Where(p => Priorities.Any(c => c.Value == p))],
            Activities = [.. Form.Many("activities").Where(a => Activities.Any(c => c.Value == a))],
        };
        Form.Refuse(RegisterRules.Broken(intervention));
        var slug = AreaRanking.Slug($"{Area.Code}-{title}").ToLowerInvariant();
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? new(ThreadKind.Intervention, slug.Length > 100 ? slug[..100].Trim('-') : slug),
            Area = Area.Code,
            IsWhole = Area.Code == CountyAssessment.WholeOf(partnership).Code,
            Title = title,
            Day = partnership.Today,
            Source = "Entered on the agreement page",
            Content = intervention,
        };
        return await Form.KeepAsync(this, partnership, "agreement page", entry, "title") ? LocalRedirect("/agreement/interventions?done=kept") : Page();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(string? id)
    {
        var (thread, whole) = (partnership.Records.Thread, CountyAssessment.WholeOf(partnership));
        if (id is not null && (Held = await thread.Find(new ThreadPoint(ThreadKind.Intervention, id))) is null)
            return false;
        // From the address alone, as access was decided by it.
        var code = Held?.Newest.Area ?? (Request.Query["gss"].ToString() is { Length: > 0 } gss ? new AreaCode(gss) : whole.Code);
        if (!partnership.Areas.TryFind(code, out var area) || (area.Level != AreaLevel.Csp && area.Code != whole.Code))
            return false;
        Area = area;
        Priorities = [.. (await thread.All(ThreadKind.Priority, area.Code)).Where(p => p.State == "agreed").Select(p => new Choice(p.Point.Id, p.Newest.Title))];
        Activities = [.. (await thread.All(ThreadKind.Activity, area.Code)).Select(a => new Choice(a.Point.Id, a.Newest.Title))];
        return true;
    }
}
