using Made.Core.GoldenThread;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Sharing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.GoldenThread;

/// <summary>What somebody wrote into the form of an entry, what is wrong with it, and how it is kept: alike for every kind of entry.</summary>
public sealed class EntryForm
{
    private readonly ILookup<string, string> texts;
    private readonly List<(string Field, string Message)> errors = [];

    private EntryForm(IEnumerable<(string Field, string Text)> texts, string by, int seen)
    {
        this.texts = texts.ToLookup(t => t.Field, t => t.Text, StringComparer.Ordinal);
        (By, Seen) = (by, seen);
    }

    /// <summary>One message for each field.</summary>
    public IReadOnlyList<(string Field, string Message)> Errors => [.. errors.DistinctBy(e => e.Field)];

    public string By { get; }

    /// <summary>The state of the entry that the form was filled in from; 0 for none.</summary>
    public int Seen { get; private set; }

    /// <summary>As a page first shows it.</summary>
    public static EntryForm Filled(ThreadHistory? held, params IEnumerable<(string Field, string Text)> texts) => new(texts, "", held?.Stamp ?? 0);

    public static EntryForm Sent(HttpContext http) => new(
        http.Request.Form.SelectMany(f => f.Value.Select(v => (f.Key, (v ?? "").Trim()))), http.Asking().NameOr(http.Request.Form["by"]),
        int.TryParse(http.Request.Form["seen"], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seen) ? seen : 0);

    public string Of(string field) => texts[field].FirstOrDefault("");

    public IReadOnlyList<string> Many(string field) => [.. texts[field].Where(t => t.Length > 0)];

    /// <summary>The lines of a text, without empty ones.</summary>
    public IReadOnlyList<string> Lines(string field) => [.. Of(field).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public string? ErrorOf(string field) => errors.FirstOrDefault(e => e.Field == field).Message;

    public void Refuse(string field, string message) => errors.Add((field, message));

    /// <summary>What rules of Core say is wrong, as sentences.</summary>
    public void Refuse(IEnumerable<(string Field, string Why)> broken)
    {
        foreach (var (field, why) in broken)
            Refuse(field, $"{char.ToUpperInvariant(why[0])}{why[1..]}.");
    }

    /// <summary>The text of a field that may not be empty.</summary>
    public string Need(string field, string otherwise)
    {
        if (Of(field).Length == 0)
            Refuse(field, otherwise);
        return Of(field);
    }

    public DateOnly Day(string field, string what) => SharingForm.Day(field, Of(field), what, errors);

    /// <summary>The first words of a text, for a title.</summary>
    public static string Short(string text) => text.Length > 60 ? text[..(text.LastIndexOf(' ', 59) is > 20 and var word ? word : 59)] + "…" : text;

    /// <summary>
    /// Keeps the entry. False where something is wrong: the page then shows what was written, with the status of the answer set; sent again after somebody else's change it goes on from
    /// what is held now.
    /// </summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="partnership">The partnership.</param>
    /// <param name="where">The page in words, for the audit.</param>
    /// <param name="entry">What is kept.</param>
    /// <param name="field">The field beside which a refusal is told.</param>
    /// <param name="beside">What must not have changed meanwhile either, as it was read.</param>
    public Task<bool> KeepAsync(PageModel page, Partnership partnership, string where, ThreadEntry entry, string field, params IReadOnlyList<ThreadHistory> beside) =>
        KeepAsync(page, partnership, where, entry, field, Need("why", "Say what changes, and why."), beside);

    /// <summary>The same, where what is kept is its own reason.</summary>
    public async Task<bool> KeepAsync(PageModel page, Partnership partnership, string where, ThreadEntry entry, string field, string why, params IReadOnlyList<ThreadHistory> beside)
    {
        if (By.Length == 0)
            Refuse("by", "Say in which role you do this.");
        if (errors.Count > 0)
            return Refused(page, StatusCodes.Status422UnprocessableEntity);
        var thread = partnership.Records.Thread;
        var seen = new Dictionary<ThreadPoint, int> { [entry.Point] = Seen };
        foreach (var other in beside)
            seen[other.Point] = other.Stamp;
        var work = new ThreadWork { Entries = [entry], Seen = seen };
        if ((await thread.Keep(work, partnership.Today, partnership.Change(page.HttpContext.Asking().By(where, By), why))).Problem is not { } problem)
            return true;
        Refuse(field, $"{problem.Message} {problem.Remedy}");
        if (problem.Code != "thread-changed-meanwhile")
            return Refused(page, StatusCodes.Status422UnprocessableEntity);
        Seen = (await thread.Find(entry.Point))?.Stamp ?? 0;
        return Refused(page, StatusCodes.Status409Conflict);
    }

    private static bool Refused(PageModel page, int status)
    {
        page.Response.StatusCode = status;
        return false;
    }
}
