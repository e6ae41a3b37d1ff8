using Made.Core;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Web.Composition;

namespace Made.Web.Recovery;

/// <summary>What time does to exceptions: leads that became known are asked, and what nobody answered in time is handed on.</summary>
internal static class ExceptionClock
{
    /// <summary>Null where all that was due is recorded.</summary>
    public static async Task<Problem?> RunAsync(Partnership partnership)
    {
        var (thread, today) = (partnership.Records.Thread, partnership.Today);
        var exceptions = await thread.All(ThreadKind.Exception);
        var waiting = exceptions.Where(e => e.State == Processes.Confirmed).ToList();
        var agreements = waiting.Count == 0 ? [] : await thread.All(ThreadKind.Agreement);
        var led = waiting.Select(e => WithLead(e, agreements)).OfType<ThreadEntry>().ToList();
        var named = new Bodies(partnership.Pack.Organisations);
        IReadOnlyList<ThreadAct> acts = [.. led.Select(e => Notice(e.Point, ((ThreadContent.Exception)e.Content).Lead, named, today)), .. RecoveryClock.HandedOn(exceptions, partnership.Pack.Escalation, today)];
        if (acts.Count == 0)
            return null;
        var work = new ThreadWork { Entries = led, Acts = acts, Seen = exceptions.Where(e => acts.Any(a => a.Point == e.Point)).ToDictionary(e => e.Point, e => e.Stamp) };
        var problem = (await thread.Keep(work, today, partnership.Change("worker", "The clock of exceptions"))).Problem;
        // Somebody changed one of them just now: the next look finds what is still due.
        return problem is { Code: "thread-changed-meanwhile" } ? null : problem;
    }

    /// <summary>The notice to a lead: a step with its own reason.</summary>
    public static ThreadAct Notice(ThreadPoint exception, string lead, Bodies bodies, DateOnly day) => new(exception, Processes.Ask, day, $"Notice to {bodies.Name(lead)}: a recovery plan is asked for");

    // A version of its own where the lead became known after the exception was opened; the same entry else.
    private static ThreadEntry? WithLead(ThreadHistory exception, IReadOnlyList<ThreadHistory> agreements)
    {
        var about = (ThreadContent.Exception)exception.Newest.Content;
        var lead = about.Lead.Length > 0 ? about.Lead : ExceptionOpening.LeadOf(about.Issues, agreements);
        return lead.Length == 0 ? null : exception.Newest with { Content = about with { Lead = lead } };
    }
}
