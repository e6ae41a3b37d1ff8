using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>What was done about the release of an edition.</summary>
/// <param name="Month">The edition's month.</param>
/// <param name="Number">The edition's number.</param>
/// <param name="Step">One of the constants of <see cref="ReleaseRecords"/>.</param>
/// <param name="Due">Of a scheduled one, when it is to be released.</param>
/// <param name="Kind">Of a released one, what it is to those before it.</param>
/// <param name="Change">Who, when and why.</param>
public sealed record EditionStep(Month Month, int Number, string Step, DateTimeOffset Due, ReleaseKind Kind, Change Change);

/// <summary>Releases of editions, and what precedes one. A draft becomes a released edition by one step that nothing takes back.</summary>
public sealed class ReleaseRecords
{
    public const string Released = "released";
    public const string Scheduled = "scheduled";
    public const string Unscheduled = "unscheduled";

    /// <summary>Not released by itself, because it would disclose.</summary>
    public const string Held = "held";

    private readonly RecordsSource source;

    internal ReleaseRecords(RecordsSource source) => this.source = source;

    /// <summary>Whether an edition is released, and its notes: the frozen ones, or those that wait.</summary>
    public async Task<EditionStanding> Standing(EditionManifest edition)
    {
        var steps = await source.Select(
            "SELECT at, why, kind, notes FROM edition_steps WHERE month = @month AND edition = @edition AND step = 'released'",
            r => new EditionStanding
            {
                IsDraft = false,
                At = Instants.Of(r.GetInt64(0)),
                Why = r.GetString(1),
                Kind = ReleaseKinds.Of(r.GetString(2)),
                Notes = Json.Read<IReadOnlyList<EditionNote>>(r.GetString(3)),
            },
            ("@month", edition.Month.ToString()), ("@edition", edition.Number));
        return steps is [var released] ? released : EditionStanding.Draft(edition.Built, [.. (await EditionNotes.Waiting(source, edition.Month)).Select(n => n.Note)]);
    }

    /// <summary>Every step, oldest first.</summary>
    public async Task<IReadOnlyList<EditionStep>> All() => await source.Select(
        "SELECT month, edition, step, due, kind, at, \"by\", why FROM edition_steps ORDER BY number",
        r => new EditionStep(
            Month.Parse(r.GetString(0)), r.GetInt32(1), r.GetString(2), Instants.Of(r.GetInt64(3)),
            r.GetString(4) is { Length: > 0 } kind ? ReleaseKinds.Of(kind) : ReleaseKind.First,
            new Change(r.GetString(6), r.GetString(7), Instants.Of(r.GetInt64(5)))));

    /// <summary>The last step of a draft that is not released; null where nothing was done about it.</summary>
    public async Task<EditionStep?> Find(Month month, int number) => (await All()).LastOrDefault(s => s.Month == month && s.Number == number);

    /// <summary>
    /// Releases drafts in one step: all of them, or none where one was built again since. The reason of an edition that follows another stands on its page;
    /// its notes are frozen with it.
    /// </summary>
    public Task<Outcome<IReadOnlyList<EditionManifest>>> Release(IReadOnlyList<(EditionManifest Edition, string Why)> drafts, Change change) =>
        source.Write<Outcome<IReadOnlyList<EditionManifest>>>(EditionRecords.Turn, change, async writing =>
        {
            foreach (var (edition, why) in drafts)
            {
                var month = edition.Month.ToString();
                if (await writing.Db.Editions.Where(r => r.Month == month).MaxAsync(r => (int?)r.Number) != edition.Number || await IsReleased(writing.Db, edition))
                    return Core.Editions.Problems.DraftChanged(edition.Month);
                var before = await LastReleased(writing.Db, month);
                var notes = await writing.Db.EditionNotes.Where(n => n.Month == month).ToListAsync();
                writing.Db.EditionNotes.RemoveRange(notes);
                writing.Db.EditionSteps.Add(Row(
                    edition, Released, change, before is null ? "" : why,
                    kind: ReleaseKinds.After(before, edition).Code(),
                    notes: Json.Text(notes.Select(EditionNotes.Of).OrderBy(n => n.Indicator, StringComparer.Ordinal).ThenBy(n => n.Area, StringComparer.Ordinal).ToList())));
                writing.Note(ChangeKinds.EditionReleased, edition.Name, why);
            }
            return drafts.Select(d => d.Edition).ToList();
        });

    /// <summary>Sets the time at which a draft is released.</summary>
    public Task<Outcome<EditionManifest>> Schedule(EditionManifest draft, DateTimeOffset due, Change change) => source.Write<Outcome<EditionManifest>>(EditionRecords.Turn, change, async writing =>
    {
        if (due <= change.At)
            return Core.Editions.Problems.TimePassed();
        if (await IsReleased(writing.Db, draft))
            return Core.Editions.Problems.DraftChanged(draft.Month);
        writing.Db.EditionSteps.Add(Row(draft, Scheduled, change, change.Why, due: Instants.Micros(due)));
        writing.Note(ChangeKinds.EditionScheduled, draft.Name);
        return draft;
    });

    /// <summary>Takes a set time back.</summary>
    public Task<Outcome<EditionManifest>> Unschedule(EditionManifest draft, Change change) => source.Write<Outcome<EditionManifest>>(EditionRecords.Turn, change, async writing =>
    {
        if ((await Last(writing.Db, draft))?.Step != Scheduled)
            return Core.Editions.Problems.NothingScheduled(draft.Month);
        writing.Db.EditionSteps.Add(Row(draft, Unscheduled, change, change.Why));
        writing.Note(ChangeKinds.EditionUnscheduled, draft.Name);
        return draft;
    });

    /// <summary>Notes once that a draft is not released by itself, and why.</summary>
    public Task<bool> Hold(EditionManifest draft, Change change) => source.Write(EditionRecords.Turn, change, async writing =>
    {
        if ((await Last(writing.Db, draft))?.Step == Held)
            return false;
        writing.Db.EditionSteps.Add(Row(draft, Held, change, change.Why));
        writing.Note(ChangeKinds.EditionHeld, draft.Name);
        return true;
    });

    private static Task<bool> IsReleased(RecordsDb db, EditionManifest edition)
    {
        var month = edition.Month.ToString();
        return db.EditionSteps.AnyAsync(s => s.Month == month && s.Edition == edition.Number && s.Step == Released);
    }

    private static Task<EditionStepRow?> Last(RecordsDb db, EditionManifest edition)
    {
        var month = edition.Month.ToString();
        return db.EditionSteps.Where(s => s.Month == month && s.Edition == edition.Number).OrderByDescending(s => s.Number).FirstOrDefaultAsync();
    }

    private static async Task<EditionManifest?> LastReleased(RecordsDb db, string month)
    {
        var number = await db.EditionSteps.Where(s => s.Month == month && s.Step == Released).MaxAsync(s => (int?)s.Edition);
        return number is null ? null : Json.Read<EditionManifest>((await db.Editions.SingleAsync(e => e.Month == month && e.Number == number)).Json);
    }

    private static EditionStepRow Row(EditionManifest edition, string step, Change change, string why, string kind = "", long due = 0, string notes = "") => new()
    {
        Month = edition.Month.ToString(),
        Edition = edition.Number,
        Step = step,
        At = Instants.Micros(change.At),
        By = change.By,
        Why = why,
        Kind = kind,
        Due = due,
        Notes = notes,
    };
}
