using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Recovery;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Recovery;

/// <summary>What is off its rule, by what has to be done next.</summary>
public sealed class IndexModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    private static readonly (string State, string Heading)[] Order =
    [
        (Processes.Open, "To be judged by an analyst"), (Processes.Confirmed, "Judged real, and no lead is known"), (Processes.Asked, "The lead owes a plan"),
        (Processes.WithGroup, "Handed on to the group"), (Processes.WithBoard, "Handed on to the board"),
        ("answered", "With a recovery plan"), ("known-cause", "Explained by a known cause"), ("artefact", "Artefacts of recording"), (Processes.Closed, "Closed"),
    ];

    public IReadOnlyList<(string Heading, IReadOnlyList<ThreadHistory> Exceptions)> Groups { get; private set; } = [];

    public IReadOnlyDictionary<string, ThreadHistory> Plans { get; private set; } = new Dictionary<string, ThreadHistory>();

    public string Sentence { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var (thread, person) = (partnership.Records.Thread, HttpContext.Asking().Person);
        var all = (await thread.All(ThreadKind.Exception)).Where(e => objects.MayRead(person, Resource.Recovery, e.Newest.Area)).ToList();
        Plans = (await thread.All(ThreadKind.Plan)).ToDictionary(p => p.Point.Id, StringComparer.Ordinal);
        Groups = [.. Order.Select(o => (o.Heading, (IReadOnlyList<ThreadHistory>)[.. all.Where(e => e.State == o.State).OrderByDescending(e => e.Newest.Day).ThenBy(e => e.Newest.Title, StringComparer.Ordinal)])).Where(g => g.Item2.Count > 0)];
        var (judge, owed, board) = (all.Count(e => e.State == Processes.Open), all.Count(e => Processes.OwesPlan(e.State)), all.Count(e => Plans.TryGetValue(e.Point.Id, out var p) && p.State == "submitted"));
        Sentence = all.Count == 0 ? "Nothing has been opened yet: no figure stood out by the rules, and no board has asked."
            : $"{Count(judge, "exception waits", "exceptions wait")} for an analyst's judgement, {Count(owed, "plan is", "plans are")} owed, {Count(board, "plan waits", "plans wait")} for the board.";
    }

    /// <summary>". Asked 3 days ago; an answer is due on 14 December 2026"; empty where nobody owes a plan.</summary>
    public string Clock(ThreadHistory exception) => RecoveryClock.Standing(exception, partnership.Pack.Escalation, partnership.Today) is { } clock
        ? $". {RecoveryView.OwingOf((ThreadContent.Exception)exception.Newest.Content, clock, new Bodies(partnership.Pack.Organisations))}: {clock.Words}" : "";

    public string Place(ThreadHistory exception) => Wording.PlaceName(partnership.Areas, exception.Newest.Area, Month.Of(partnership.Today));

    private static string Count(int n, string one, string many) => n == 1 ? $"1 {one}" : $"{n} {many}";
}
