using System.Globalization;
using Made.Core.Agreement;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Agreement;

/// <summary>One entry of the register of strategies and legislation.</summary>
public sealed class StrategyWriteModel(Partnership partnership) : PageModel
{
    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public IReadOnlyList<Choice> Issues => [.. partnership.Pack.Issues.Where(i => i.Kind != IssueKind.Outcome && i.From <= partnership.Today && partnership.Today <= i.To).Select(i => new Choice(i.Id, i.Title))];

    public async Task<IActionResult> OnGetAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (Held?.Newest is { Content: ThreadContent.Strategy s } entry)
            Form = EntryForm.Filled(Held,
                [
                    ("title", entry.Title), ("sort", $"{s.Sort}"), ("owner", s.Owner), ("from", s.From == DateOnly.MinValue ? "" : Day(s.From)), ("to", s.To == DateOnly.MaxValue ? "" : Day(s.To)),
                    .. s.Issues.Select(i => ("issues", i)), ("source", entry.Source),
                ]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var title = Form.Need("title", "Give it a title.");
        if (!Enum.TryParse<StrategySort>(Form.Of("sort"), out var sort) || !Enum.IsDefined(sort))
            Form.Refuse("sort", "Say what it is.");
        var strategy = new ThreadContent.Strategy
        {
            Sort = sort,
            Owner = Form.Of("owner"),
            From = Form.Of("from").Length == 0 ? DateOnly.MinValue : Form.Day("from", "the day from which it is in force"),
            To = Form.Of("to").Length == 0 ? DateOnly.MaxValue : Form.Day("to", "its last day"),
            Issues = Form.Many("issues"),
        };
        Form.Refuse(RegisterRules.Broken(strategy, partnership.Pack.Vocabulary));
        var (whole, slug) = (CountyAssessment.WholeOf(partnership).Code, AreaRanking.Slug(title).ToLowerInvariant());
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? new(ThreadKind.Strategy, slug.Length > 100 ? slug[..100].Trim('-') : slug),
            Area = whole,
            IsWhole = true,
            Title = title,
            Day = strategy.From == DateOnly.MinValue ? partnership.Today : strategy.From,
            Source = Form.Need("source", "Say where it is written."),
            Content = strategy,
        };
        return await Form.KeepAsync(this, partnership, "agreement page", entry, "title") ? LocalRedirect("/agreement/strategies?done=kept") : Page();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(string? id) => id is null || (Held = await partnership.Records.Thread.Find(new ThreadPoint(ThreadKind.Strategy, id))) is not null;
}
