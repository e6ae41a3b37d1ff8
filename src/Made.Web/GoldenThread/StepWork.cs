using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Recovery;

namespace Made.Web.GoldenThread;

/// <summary>The work of one step; a board's word on a plan is a decision of its own beside the step, and what is judged real asks its lead.</summary>
internal static class StepWork
{
    public static ThreadWork Of(ThreadHistory history, ThreadAct act, string why, int seen, Bodies bodies)
    {
        // What is judged real asks the lead in the same change: a notice cannot be forgotten.
        var notice = act.Act == Processes.Real && history.Newest.Content is ThreadContent.Exception { Lead.Length: > 0 } real ? new[] { ExceptionClock.Notice(history.Point, real.Lead, bodies, act.Day) } : [];
        var work = new ThreadWork { Acts = [act, .. notice], Seen = new Dictionary<ThreadPoint, int> { [history.Point] = seen } };
        var decides = (history.Newest.Content, act.Act) switch
        {
            (ThreadContent.Plan, Processes.Accept or Processes.SendBack or Processes.Close or Processes.CloseAnyway) => true,
            (ThreadContent.Agreement a, var stage) => stage == "no-amendments" || a.Chain.Any(c => c.Act == stage && c.Approves),
            _ => false,
        };
        if (!decides)
            return work;
        var words = Processes.Of(history.Newest.Content).Moves.FirstOrDefault(m => m.Act == act.Act)?.Words ?? act.Act;
        var entry = history.Newest;
        return work with
        {
            // With its plan the exception is closed.
            Acts = entry.Content is ThreadContent.Plan && act.Act is Processes.Close or Processes.CloseAnyway ? [act, new(new(ThreadKind.Exception, history.Point.Id), Processes.Close, act.Day)] : [act],
            Entries =
            [
                new()
                {
                    Point = new(ThreadKind.Decision, $"{history.Point.Id}-{history.Stamp}-{act.Act}"),
                    Area = entry.Area,
                    IsWhole = entry.IsWhole,
                    Title = $"{words}: {entry.Title}",
                    Day = act.Day,
                    Source = "Recorded on the thread page",
                    Content = new ThreadContent.Decision
                    {
                        Cycle = entry.Content is ThreadContent.Agreement agreement ? agreement.Cycle : "",
                        By = "The board",
                        Decided = words,
                        Reason = why,
                        Plans = entry.Content is ThreadContent.Plan ? [history.Point.Id] : [],
                        Agreements = entry.Content is ThreadContent.Agreement ? [history.Point.Id] : [],
                    },
                },
            ],
        };
    }
}
