using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>Plans a strategic assessment, or changes the plan of one that is not complete.</summary>
public sealed class StrategicWriteModel(Partnership partnership) : PageModel
{
    private static readonly string[] UsualStages = ["Scoping", "Data gathered", "Conference", "Workshops in each partnership", "Consultation", "Draft", "Signed off"];
    private static readonly string[] UsualSections = ["Evaluation of previous work", "What consultation found", "Crime and disorder in the area", "Effects on equality", "What is not known", "Recommendations"];

    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = Held?.Newest.Content is ThreadContent.Assessment a
            ? EntryForm.Filled(Held, ("title", Held.Newest.Title), ("cycle", a.Cycle), ("from", Day(a.From)), ("to", Day(a.To)),
                ("stages", string.Join('\n', a.Stages.Select(s => $"{Day(s.Planned)} {s.Words}"))), ("sections", string.Join('\n', a.Sections.Select(s => s.Heading))))
            : EntryForm.Filled(null, ("stages", string.Join('\n', UsualStages.Select((s, i) => $"{Day(partnership.Today.AddMonths(i + 1))} {s}"))), ("sections", string.Join('\n', UsualSections)));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var title = Form.Need("title", "Give it a title.");
        var known = Held?.Newest.Content as ThreadContent.Assessment;
        var assessment = new ThreadContent.Assessment
        {
            Cycle = Form.Need("cycle", "Say which years it is for, such as 2026-29."),
            From = Form.Day("from", "the day from which it holds"),
            To = Form.Day("to", "its last day"),
            Stages = Stages(known),
            // A section that keeps its heading keeps its id, and with it its text.
            Sections = [.. Form.Lines("sections").Select(heading => new RequiredSection(known?.Sections.FirstOrDefault(s => s.Heading == heading)?.Id ?? Slug(heading), heading))],
        };
        if (Form.Errors.Count == 0)
            Form.Refuse(AssessmentRules.Broken(assessment));
        if (Held is not null && Held.State != Processes.Of(Held.Newest.Content).Start && assessment.Stages.All(s => s.Act != Held.State))
            Form.Refuse("stages", "Keep the stage at which it stands: its words tell it again.");
        var whole = CountyAssessment.WholeOf(partnership);
        var slug = Slug($"{whole.Code}-{assessment.Cycle}-{title}");
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? new(ThreadKind.Assessment, slug.Length > 80 ? slug[..80].Trim('-') : slug),
            Area = whole.Code,
            IsWhole = true,
            Title = title,
            Day = partnership.Today,
            Source = "Planned on the assessment page",
            Content = assessment,
        };
        return await Form.KeepAsync(this, partnership, "assessment page", entry, "title") ? LocalRedirect($"/assessment/strategic/{entry.Point.Id}?done=planned") : Page();
    }

    private List<AssessmentStage> Stages(ThreadContent.Assessment? known)
    {
        var stages = new List<AssessmentStage>();
        foreach (var line in Form.Lines("stages"))
            if (line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var day, { Length: > 0 } words] && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var planned))
                // A stage that keeps its words keeps its code, and with it the steps that passed it.
                stages.Add(new(known?.Stages.FirstOrDefault(s => s.Words == words)?.Act ?? Slug(words), words, planned));
            else
                Form.Refuse("stages", $"'{line}' is not a day and words, such as 2027-03-01 Workshops.");
        return stages;
    }

    private static string Slug(string text) => AreaRanking.Slug(text).ToLowerInvariant();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(string? id) => id is null || (Held = await partnership.Records.Thread.Find(new ThreadPoint(ThreadKind.Assessment, id))) is not null;
}
