using System.Globalization;
using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Assessment;
using Made.Web.Components;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Assessment;

/// <summary>One scorer's score of one issue: the matrix's criteria, with what measures suggest beside each.</summary>
public sealed class ScoreModel(Partnership partnership) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Cycle { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Issue { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Scorer { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Moderated { get; set; }

    public AreaAssessment View { get; private set; } = null!;

    public IReadOnlyList<SuggestedScore> Suggested { get; private set; } = [];

    public Dictionary<string, string> Values { get; private set; } = new(StringComparer.Ordinal);

    public string Confidence { get; private set; } = "";

    public string Note { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    /// <summary>The state of the score when the form was filled in; 0 for none.</summary>
    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public bool IsChosen => !string.IsNullOrWhiteSpace(Issue) && !string.IsNullOrWhiteSpace(Scorer);

    public IReadOnlyList<Choice> Issues => [.. View.Vocabulary.On(partnership.Today, IssueKind.Issue).Select(i => new Choice(i.Id, i.Title))];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public SuggestedScore? SuggestionFor(string criterion) => Suggested.FirstOrDefault(s => s.Criterion == criterion);

    public async Task<IActionResult> OnGetAsync(string gss)
    {
        if (!await LoadAsync(gss))
            return NotFound();
        if (Held() is { Newest.Content: ThreadContent.Score held } history)
        {
            (Seen, Confidence, Note) = (history.Stamp, held.Confidence.ToString(), held.Note);
            Values = held.Values.ToDictionary(v => v.Key, v => v.Value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, string? confidence, string? note, string? why, string? by, int seen)
    {
        if (!await LoadAsync(gss) || !IsChosen)
            return NotFound();
        (Confidence, Note, Why, By, Seen) = (confidence ?? "", (note ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        Values = View.Matrix!.Criteria.Select(c => (c.Id, Text: Request.Form[$"value-{c.Id}"].ToString())).Where(v => v.Text.Length > 0).ToDictionary(v => v.Id, v => v.Text, StringComparer.Ordinal);
        var errors = new List<(string Field, string Message)>();
        if (!Enum.TryParse<Confidence>(Confidence, out var sure) || !Enum.IsDefined(sure))
            errors.Add(("confidence", "Say how sure the scorer is."));
        if (Why.Length == 0)
            errors.Add(("why", "Say what the score rests on or who met to agree it."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        var score = new ThreadContent.Score
        {
            Issue = Issue!,
            Matrix = View.Matrix.Id,
            Cycle = View.Cycle,
            Scorer = Scorer!.Trim(),
            IsModerated = Moderated,
            Confidence = sure,
            Values = Values.ToDictionary(v => v.Key, v => int.TryParse(v.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1, StringComparer.Ordinal),
            Evidence = [.. Suggested.Select(s => s.Measure.Id).Concat((Held()?.Newest.Content as ThreadContent.Score)?.Evidence ?? []).Distinct()],
            Note = Note,
        };
        errors.AddRange(ScoreRules.Broken(score, View.Matrix, View.Vocabulary, partnership.Today).Select(b => (Field(b.Field), $"{char.ToUpperInvariant(b.Why[0])}{b.Why[1..]}.")));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var entry = ScoreEntry.Of(View, score, partnership.Today);
        var work = new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = seen } };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("assessment page", By), Why))).Problem is not { } problem)
            return LocalRedirect($"/assessment/{gss}?cycle={View.Cycle}&done=scored");
        return await RefusedAsync(gss, problem);
    }

    private async Task<IActionResult> RefusedAsync(string gss, Core.Problem problem)
    {
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(gss);
        // What was written stays; sent again, it goes on from what is held now.
        Seen = stale ? Held()?.Stamp ?? 0 : Seen;
        return Refused([("values", $"{problem.Message} {problem.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private static string Field(string field) => field is "issue" or "scorer" or "values" ? field : $"value-{field}";

    private ThreadHistory? Held() => !IsChosen ? null
        : View.Scores.FirstOrDefault(s => s.Point == AreaRanking.PointOf(View.Area.Code, View.Cycle, Issue!, Scorer!.Trim(), Moderated));

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string gss)
    {
        if (await AreaAssessment.OfAsync(partnership, gss, Cycle) is not { Matrix: { } matrix } view || (!string.IsNullOrEmpty(Issue) && view.Vocabulary.Find(Issue) is not { Kind: IssueKind.Issue }))
            return false;
        View = view;
        Suggested = IsChosen ? await SuggestedScores.OfAsync(partnership, view.Area, matrix, Issue!) : [];
        return true;
    }
}
