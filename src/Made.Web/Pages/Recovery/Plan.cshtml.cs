using System.Globalization;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Recovery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Recovery;

/// <summary>The lead's recovery plan.</summary>
public sealed class PlanModel(Partnership partnership) : PageModel
{
    public RecoveryView View { get; private set; } = null!;

    public Dictionary<string, string> Texts { get; private set; } = new(StringComparer.Ordinal);

    public int Seen { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public string Of(string field) => Texts.GetValueOrDefault(field, "");

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Seen = View.Plan?.Stamp ?? 0;
        if (View.Promised is { } p)
            Texts = new(StringComparer.Ordinal)
            {
                ["causes"] = p.Causes,
                ["partners"] = p.Partners,
                ["actions"] = p.Actions,
                ["resources"] = p.Resources,
                ["trajectory"] = string.Join('\n', p.Trajectory.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Month} {t.AtMost:0.###}"))),
                ["atmost"] = p.Exit.AtMost.ToString("0.###", CultureInfo.InvariantCulture),
                ["months"] = p.Exit.Months.ToString(CultureInfo.InvariantCulture),
            };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string? why, string? by, int seen)
    {
        if (!await LoadAsync(id))
            return NotFound();
        foreach (var field in new[] { "causes", "partners", "actions", "resources", "trajectory", "atmost", "months" })
            Texts[field] = Request.Form[field].ToString().Trim();
        (Texts["why"], Texts["by"], Seen) = ((why ?? "").Trim(), HttpContext.Asking().NameOr(by), seen);
        var errors = new List<(string Field, string Message)>();
        var plan = Read(id, errors);
        errors.AddRange(RecoveryRules.Broken(plan).Where(b => !errors.Exists(e => e.Field == b.Field)).Select(b => (b.Field, $"{char.ToUpperInvariant(b.Why[0])}{b.Why[1..]}.")));
        if (Of("why").Length == 0)
            errors.Add(("why", "Say what changes, and why."));
        if (Of("by").Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count == 0 && View.Plan is null && !Processes.OwesPlan(View.Exception.State))
            errors.Add(("causes", $"{Core.Recovery.Problems.NotAsked(View.Exception.Newest.Title).Message} {Core.Recovery.Problems.NotAsked("").Remedy}"));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var exception = View.Exception;
        var entry = new ThreadEntry { Point = new(ThreadKind.Plan, id), Area = exception.Newest.Area, IsWhole = exception.Newest.IsWhole, Title = $"Recovery plan: {exception.Newest.Title}", Day = partnership.Today, Source = "Written on the recovery page", Content = plan };
        var work = new ThreadWork
        {
            Entries = [entry],
            Acts = View.Plan is null ? [new(exception.Point, Processes.Answer, partnership.Today)] : [],
            Seen = new Dictionary<ThreadPoint, int> { [entry.Point] = seen },
        };
        if ((await partnership.Records.Thread.Keep(work, partnership.Today, partnership.Change(HttpContext.Asking().By("recovery page", Of("by")), Of("why")))).Problem is not { } problem)
            return LocalRedirect($"/recovery/{id}");
        var stale = problem.Code == "thread-changed-meanwhile";
        await LoadAsync(id);
        Seen = stale ? View.Plan?.Stamp ?? 0 : Seen;
        return Refused([("causes", $"{problem.Message} {problem.Remedy}")], stale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private ThreadContent.Plan Read(string id, List<(string Field, string Message)> errors)
    {
        var trajectory = new List<TrajectoryPoint>();
        foreach (var line in Of("trajectory").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var m, var v] && Month.TryParse(m, out var month) && double.TryParse(v, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
                trajectory.Add(new(month, value));
            else
                errors.Add(("trajectory", $"'{line}' is not a month and a count, such as 2026-12 120."));
        if (!double.TryParse(Of("atmost"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var atMost))
            errors.Add(("atmost", "Give the count at or below which it has to stay."));
        if (!int.TryParse(Of("months"), NumberStyles.None, CultureInfo.InvariantCulture, out var months))
            errors.Add(("months", "Give the number of months."));
        return new()
        {
            Of = id,
            Causes = Of("causes"),
            Partners = Of("partners"),
            Actions = Of("actions"),
            Resources = Of("resources"),
            Trajectory = [.. trajectory.OrderBy(t => t.Month)],
            Exit = new(atMost, months),
        };
    }

    private PageResult Refused(IReadOnlyList<(string Field, string Message)> errors, int status)
    {
        (Errors, Response.StatusCode) = ([.. errors.DistinctBy(e => e.Field)], status);
        return Page();
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (await RecoveryView.OfAsync(partnership, id) is not { } view)
            return false;
        View = view;
        return true;
    }
}
