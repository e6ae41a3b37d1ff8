using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Assessment;
using Made.Web.Composition;
using Made.Web.GoldenThread;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>One survey wave: who was asked, what they said as counts, and what was done about it.</summary>
public sealed class SurveyWriteModel(Partnership partnership) : PageModel
{
    public AreaEvidence View { get; private set; } = null!;

    public ThreadHistory? Held { get; private set; }

    public EntryForm Form { get; private set; } = EntryForm.Filled(null);

    public async Task<IActionResult> OnGetAsync(string gss, string? id)
    {
        if (!await LoadAsync(gss, id))
            return NotFound();
        Form = Held?.Newest.Content is ThreadContent.Survey s
            ? EntryForm.Filled(Held,
                ("title", Held.Newest.Title), ("from", s.From == DateOnly.MinValue ? "" : Day(s.From)), ("to", s.To == DateOnly.MinValue ? "" : Day(s.To)), ("asked", s.Asked), ("drawn", s.IsDrawn ? "yes" : ""), ("base", s.Base?.ToString(CultureInfo.InvariantCulture) ?? ""),
                ("answers", string.Join('\n', s.Answers.Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Count} {a.Wording} = {View.Vocabulary.Title(a.Issue)}")))),
                ("replies", string.Join('\n', s.Replies.Select(r => $"{r.Said} => {r.Did}"))), ("of", s.Of))
            : EntryForm.Filled(null, ("of", View.Assessment?.Point.Id ?? ""));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, string? id)
    {
        if (!await LoadAsync(gss, id))
            return NotFound();
        Form = EntryForm.Sent(HttpContext);
        var title = Form.Need("title", "Give it a title.");
        var size = int.TryParse(Form.Of("base"), NumberStyles.None, CultureInfo.InvariantCulture, out var answered) ? answered : (int?)null;
        if (size is null && Form.Of("base").Length > 0)
            Form.Refuse("base", "Write how many answered as a whole number, or leave it empty.");
        var survey = new ThreadContent.Survey
        {
            Of = View.Assessments.Any(a => a.Point.Id == Form.Of("of")) ? Form.Of("of") : "",
            From = Form.Day("from", "the first day of asking"),
            To = Form.Day("to", "its last day"),
            Asked = Form.Of("asked"),
            IsDrawn = Form.Of("drawn") == "yes",
            Base = size,
            Answers = Answers(),
            Replies = [.. Form.Lines("replies").Select(l => l.Split("=>", 2, StringSplitOptions.TrimEntries)).Select(l => new SaidAndDid(l[0], l.Length > 1 ? l[1] : ""))],
        };
        Form.Refuse(SurveyRules.Broken(survey, View.Vocabulary));
        var slug = AreaRanking.Slug($"{View.Area.Code}-{title}").ToLowerInvariant();
        var entry = new ThreadEntry
        {
            Point = Held?.Point ?? new(ThreadKind.Survey, slug.Length > 100 ? slug[..100].Trim('-') : slug),
            Area = View.Area.Code,
            IsWhole = View.Area.Code == CountyAssessment.WholeOf(partnership).Code,
            Title = title,
            Day = survey.To,
            Source = "Entered on the assessment page",
            Content = survey,
        };
        return await Form.KeepAsync(this, partnership, "assessment page", entry, "title") ? LocalRedirect($"/assessment/{gss}/survey/{entry.Point.Id}?done=survey") : Page();
    }

    private List<CodedAnswer> Answers()
    {
        var answers = new List<CodedAnswer>();
        foreach (var line in Form.Lines("answers"))
        {
            var parts = line.Split(' ', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                Form.Refuse("answers", $"'{line}' does not begin with a count.");
                continue;
            }
            var words = parts[1].Split('=', 2, StringSplitOptions.TrimEntries);
            switch (View.Vocabulary.Meaning(words[^1], partnership.Today))
            {
                case [var issue]:
                    answers.Add(new(issue, words[0], count));
                    break;
                case []:
                    Form.Refuse("answers", $"'{words[^1]}' is neither an issue of the vocabulary nor a wording of one: write = and the issue after it.");
                    break;
                default:
                    Form.Refuse("answers", $"'{words[^1]}' means several issues: write = and the one that is meant after it.");
                    break;
            }
        }
        return answers;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<bool> LoadAsync(string gss, string? id)
    {
        if (await AreaEvidence.OfAsync(partnership, gss, null) is not { } view)
            return false;
        View = view;
        Held = id is null ? null : view.Surveys.FirstOrDefault(s => s.Point.Id == id);
        return id is null || Held is not null;
    }
}
