using System.Globalization;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Methods;
using Made.Core.Scorecard;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Scorecard;

/// <summary>Sets where an indicator of an outcome is to get to, or writes a further version of it.</summary>
public sealed class TargetModel(Partnership partnership) : PageModel
{
    public OutcomesView View { get; private set; } = null!;

    public OutcomeLine Line { get; private set; } = null!;

    public string Better { get; private set; } = "";

    public string Trajectory { get; private set; } = "";

    public string Source { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string gss, string? outcome, string? indicator)
    {
        if (!await LoadAsync(gss, outcome, indicator))
            return NotFound();
        Seen = Line.Target?.Stamp ?? 0;
        if (Line.Aim is { } aim)
            (Better, Trajectory, Source) = (aim.Better.ToString(), string.Join('\n', aim.Trajectory.OrderBy(t => t.Month).Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Month} {t.Value:0.###}"))), Line.Target!.Newest.Source);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string gss, string? outcome, string? indicator, string? better, string? trajectory, string? source, string? why, string? by, int seen)
    {
        if (!await LoadAsync(gss, outcome, indicator))
            return NotFound();
        (Better, Trajectory, Source, Why, By, Seen) = (better ?? "", trajectory ?? "", (source ?? "").Trim(), (why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        var errors = new List<(string Field, string Message)>();
        var points = new List<TargetPoint>();
        foreach (var line in Trajectory.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var m, var v] && Month.TryParse(m, out var month) && double.TryParse(v, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                points.Add(new(month, value));
            else
                errors.Add(("trajectory", $"'{line}' is not a month and a figure, such as 2026-12 120."));
        var target = new ThreadContent.Target
        {
            Outcome = Line.Outcome.Id,
            Indicator = Line.Indicator.Id,
            Under = View.Agreement!.Point.Id,
            Better = Enum.TryParse<Improvement>(Better, out var way) ? way : Improvement.Neutral,
            Trajectory = [.. points.OrderBy(p => p.Month)],
        };
        errors.AddRange(OutcomeRules.Broken(target, partnership.Pack.Indicators, partnership.Pack.Vocabulary).Where(b => !errors.Exists(e => e.Field == b.Field)).Select(b => (b.Field, $"{char.ToUpperInvariant(b.Why[0])}{b.Why[1..]}.")));
        if (Source.Length == 0)
            errors.Add(("source", "Say where the target stands: a document, or a meeting with its day."));
        if (Why.Length == 0)
            errors.Add(("why", "Say what changes, and why."));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var entry = new ThreadEntry
        {
            Point = OutcomeRules.TargetOf(target.Outcome, target.Indicator, View.Area.Code),
            Area = View.Area.Code,
            IsWhole = View.Area.Level is not (Core.Register.AreaLevel.Csp or Core.Register.AreaLevel.District),
            Title = $"Target of {Line.Indicator.Title} for '{Line.Outcome.Title}', {View.Place}",
            Day = partnership.Today,
            Source = Source,
            Content = target,
        };
        var work = new ThreadWork { Entries = [entry], Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = seen } };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("scorecard page", By), Why))).Problem is not { } problem)
            return LocalRedirect($"{View.Address}?done=target");
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(gss, outcome, indicator);
        Seen = stale ? Line.Target?.Stamp ?? 0 : Seen;
        return Refused([("trajectory", $"{problem.Message} {problem.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private PageResult Refused(IReadOnlyList<(string Field, string Message)> errors, int status)
    {
        (Errors, Response.StatusCode) = ([.. errors.DistinctBy(e => e.Field)], status);
        return Page();
    }

    private async Task<bool> LoadAsync(string gss, string? outcome, string? indicator)
    {
        if (await OutcomesViews.OfAsync(partnership, gss, null, null) is not { } view || view.Lines.FirstOrDefault(l => l.Outcome.Id == outcome && l.Indicator.Id == indicator) is not { } line)
            return false;
        (View, Line) = (view, line);
        return true;
    }
}
