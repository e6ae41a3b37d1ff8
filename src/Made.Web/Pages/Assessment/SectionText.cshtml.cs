using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>The text of one required section.</summary>
public sealed class SectionTextModel(Partnership partnership) : PageModel
{
    public ThreadHistory Assessment { get; private set; } = null!;

    public RequiredSection Part { get; private set; } = null!;

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    private ThreadPoint Point => new(ThreadKind.Section, $"{Assessment.Point.Id}-{Part.Id}");

    public async Task<IActionResult> OnGetAsync(string id, string part)
    {
        if (!await LoadAsync(id, part))
            return NotFound();
        var held = await partnership.Records.Thread.Find(Point);
        Form = held?.Newest.Content is ThreadContent.Section s ? EntryForm.Filled(held, ("text", s.Text), ("author", s.Author)) : EntryForm.Filled(null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string part)
    {
        if (!await LoadAsync(id, part))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        if (AssessmentRules.WhyNotKept(Assessment, isNewFinding: false) is { } complete)
            Form.Refuse("text", $"{complete.Message} {complete.Remedy}");
        var entry = new ThreadEntry
        {
            Point = Point,
            Area = Assessment.Newest.Area,
            IsWhole = true,
            Title = Part.Heading,
            Day = partnership.Today,
            Source = "Written on the assessment page",
            Content = new ThreadContent.Section
            {
                Of = id,
                Part = part,
                Text = Form.Need("text", "Write the section."),
                Author = Form.Need("author", "Say in which role the author writes."),
            },
        };
        return await Form.KeepAsync(this, partnership, "assessment page", entry, "text", Assessment) ? LocalRedirect($"/assessment/strategic/{id}?done=written") : Page();
    }

    private async Task<bool> LoadAsync(string id, string part)
    {
        if (await partnership.Records.Thread.Find(new ThreadPoint(ThreadKind.Assessment, id)) is not { Newest.Content: ThreadContent.Assessment a } held || a.Sections.FirstOrDefault(s => s.Id == part) is not { } required)
            return false;
        (Assessment, Part) = (held, required);
        return true;
    }
}
