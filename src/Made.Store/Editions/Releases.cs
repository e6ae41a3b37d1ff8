using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Records;

namespace Made.Store.Editions;

/// <summary>
/// Releases drafts to partners and public: by hand, at a set time, or by themselves where no CSP asks for a check. A page shows the months before it, so
/// a draft takes the drafts of earlier months with it. Before that, each is held against the edition that was released before it, as readers can.
/// </summary>
public sealed class Releases(OpenRecords records, EditionShelf shelf, TimeProvider clock)
{
    /// <summary>Releases the draft of a month, and with it those of the months before.</summary>
    /// <param name="month">The month.</param>
    /// <param name="number">The draft that was looked at.</param>
    /// <param name="change">Who releases it; the reason stands on the page where the month was released before.</param>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> Release(Month month, int number, Change change)
    {
        var drafts = (await records.Editions.Drafts()).Where(d => d.Month <= month).ToList();
        if (drafts.Find(d => d.Month == month) is not { } asked)
            return Core.Editions.Problems.NoDraft(month);
        if (asked.Number != number)
            return Core.Editions.Problems.DraftChanged(month);
        if (change.Why.Length == 0 && await records.Editions.Latest(month) is not null)
            return Core.Editions.Problems.NoReason();
        return await Alone(change, async () =>
        {
            foreach (var draft in drafts)
                if (await WhyNot(draft) is { } problem)
                    return problem;
            return await records.Releases.Release([.. drafts.Select(d => (d, change.Why.Length > 0 ? change.Why : d.Why))], change);
        });
    }

    /// <summary>Releases the drafts whose set time has come, and those that no CSP asks to check. One that would disclose stays a draft, and a step says why.</summary>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> ReleaseDue(Areas areas, DateOnly today, Change change)
    {
        var drafts = await records.Editions.Drafts();
        if (drafts.Count == 0)
            return Array.Empty<EditionManifest>();
        var steps = (await records.Releases.All()).GroupBy(s => (s.Month, s.Number)).ToDictionary(g => g.Key, g => g.Last());
        var settings = await records.ReleaseSettings.All();
        bool IsSet(EditionManifest d, out EditionStep step) => steps.TryGetValue((d.Month, d.Number), out step!) && step.Step == ReleaseRecords.Scheduled;
        bool Waits(EditionManifest d) => IsSet(d, out var set) ? set.Due > change.At : steps.TryGetValue((d.Month, d.Number), out var step) && step.Step == ReleaseRecords.Held;
        bool IsDue(EditionManifest d) => IsSet(d, out var step) ? step.Due <= change.At : settings.AskForCheck(areas.At(AreaLevel.Csp, d.Month).Select(a => a.Code.Value), today).Count == 0;
        // What comes after a draft that is held, or whose time is set, shows it and waits with it.
        if (drafts.TakeWhile(d => !Waits(d)).LastOrDefault(IsDue) is not { } last)
            return Array.Empty<EditionManifest>();
        string WhyOf(EditionManifest d) => IsSet(d, out var set) || IsSet(last, out set) ? set.Change.Why : d.Why;
        return await Alone(change, async () =>
        {
            var release = new List<(EditionManifest, string)>();
            foreach (var draft in drafts.TakeWhile(d => d.Month <= last.Month))
                if (await WhyNot(draft) is { } problem)
                {
                    await records.Releases.Hold(draft, change with { Why = problem.Message });
                    break;
                }
                else
                    release.Add((draft, WhyOf(draft)));
            return release.Count == 0 ? Array.Empty<EditionManifest>() : await records.Releases.Release(release, change);
        });
    }

    /// <summary>Why a draft may not be released; null where it may.</summary>
    public async Task<Problem?> WhyNot(EditionManifest draft)
    {
        if (await shelf.Open(draft.Month) is not { } before)
            return null;
        var found = Subtraction.Of(before.Whole, (await shelf.Open(draft)).Whole).ToList();
        return found is [var first, ..] ? Core.Editions.Problems.WouldDisclose(draft.Month, $"{first.Indicator} of {first.Area}, {first.Period}: {first.Finding}", found.Count - 1) : null;
    }

    private async Task<Outcome<IReadOnlyList<EditionManifest>>> Alone(Change change, Func<Task<Outcome<IReadOnlyList<EditionManifest>>>> body)
    {
        if (!(await records.Jobs.StartAlone(Refresh.Kind, "Releasing editions", change)).Succeeded(out var job, out var problem))
            return problem;
        var (state, message) = (JobState.Failed, "Stopped by a fault.");
        try
        {
            var done = await body();
            (state, message) = done.Succeeded(out var released, out problem) ? (JobState.Done, $"{released.Count} editions released.") : (state, problem.Message);
            return done;
        }
        finally
        {
            await records.Jobs.Finish(job.Id, state, message, change with { At = clock.GetUtcNow() });
        }
    }
}
