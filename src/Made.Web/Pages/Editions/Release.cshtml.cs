using System.Globalization;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Store.Editions;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Exchange;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Editions;

/// <summary>Releases a draft now or at a set time, or takes a set time back.</summary>
public sealed class ReleaseModel(Partnership partnership) : PageModel
{
    private const int LongestReason = 400;

    public EditionReader Draft { get; private set; } = null!;

    public IReadOnlyList<EditionManifest> Earlier { get; private set; } = [];

    public string Words { get; private set; } = "";

    /// <summary>A time is set for this draft.</summary>
    public bool IsSet { get; private set; }

    /// <summary>The month was released before, so its pages will say why it is again.</summary>
    public bool WasReleased { get; private set; }

    /// <summary>The draft that was looked at.</summary>
    public int Number { get; private set; }

    public string When { get; private set; } = "now";

    public string Day { get; private set; } = "";

    public string Time { get; private set; } = "";

    public string Why { get; private set; } = "";

    public string By { get; private set; } = "";

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public string Back => $"/drafts/{Draft.Manifest.Month}";

    public static IReadOnlyList<Choice> Choices(bool isSet) =>
        [new("now", "Now"), new("then", "At a set time"), .. isSet ? new[] { new Choice("not", "Take the set time back; it stays a draft") } : []];

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(string month)
    {
        if (!await LoadAsync(month))
            return NotFound();
        Number = Draft.Manifest.Number;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string month, string? when, string? day, string? time, string? why, string? by, int number)
    {
        if (!await LoadAsync(month))
            return NotFound();
        (When, Day, Time, Why, By, Number) = (when ?? "", (day ?? "").Trim(), (time ?? "").Trim(), NoteText.Plain(why).Replace('\n', ' '), HttpContext.Asking().NameOr(by), number);
        var errors = new List<(string Field, string Message)>();
        var due = Due(errors);
        if (!Choices(IsSet).Any(c => c.Value == When))
            errors.Add(("when", "Choose when it is released."));
        if (Why.Length == 0 && WasReleased)
            errors.Add(("why", "Say in one sentence why the month is released again."));
        else if (NoteText.WhyNot(Why, LongestReason, partnership.Today) is { } wrong)
            errors.Add(("why", Why.Length > LongestReason ? $"The reason is longer than {LongestReason} characters." : $"{wrong.Message} {wrong.Remedy}"));
        if (By.Length == 0)
            errors.Add(("by", "Say in which role you do this."));
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        if (number != Draft.Manifest.Number)
            return Stale(Core.Editions.Problems.DraftChanged(Draft.Manifest.Month));
        var change = partnership.Change(HttpContext.Asking().By("drafts page", By), Why);
        var problem = When switch
        {
            "now" => (await partnership.ReleaseAsync(Draft.Manifest.Month, number, change)).Problem,
            "then" => (await partnership.Records.Releases.Schedule(Draft.Manifest, due, change)).Problem,
            _ => (await partnership.Records.Releases.Unschedule(Draft.Manifest, change)).Problem,
        };
        return problem is null ? LocalRedirect(When == "now" ? "/editions" : Back)
            : problem.Code == "draft-changed" ? Stale(problem)
            : Refused([(problem.Code == "release-time-passed" ? "day" : "when", $"{problem.Message} {problem.Remedy}")], StatusCodes.Status422UnprocessableEntity);
    }

    private DateTimeOffset Due(List<(string Field, string Message)> errors)
    {
        if (When != "then")
            return default;
        var isDay = DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var isTime = TimeOnly.TryParseExact(Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time);
        if (!isDay)
            errors.Add(("day", "Write the day as 2026-12-03."));
        if (!isTime)
            errors.Add(("time", "Write the time as 09:30."));
        return isDay && isTime ? LondonTime.Instant(day, time) : default;
    }

    // Sent again, it speaks of the draft as it is now.
    private PageResult Stale(Problem problem)
    {
        Number = Draft.Manifest.Number;
        return Refused([("when", $"{problem.Message} {problem.Remedy}")], StatusCodes.Status409Conflict);
    }

    private PageResult Refused(IReadOnlyList<(string, string)> errors, int status)
    {
        (Errors, Response.StatusCode) = (errors, status);
        return Page();
    }

    private async Task<bool> LoadAsync(string month)
    {
        var drafts = await partnership.Records.Editions.Drafts();
        if (!Month.TryParse(month, out var wanted) || drafts.FirstOrDefault(d => d.Month == wanted) is not { } found)
            return false;
        Draft = await partnership.Editions.Open(found);
        Earlier = [.. drafts.Where(d => d.Month < wanted)];
        var last = await partnership.Records.Releases.Find(wanted, found.Number);
        (Words, IsSet, WasReleased) = (DraftWords.Of(last), last?.Step == ReleaseRecords.Scheduled, await partnership.Records.Editions.Latest(wanted) is not null);
        return true;
    }
}
