using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>The manifest of supplies: which revision of each dataset and period counts, and what came before it.</summary>
public sealed class Supplies
{
    internal const string Turn = "supplies";
    private readonly RecordsSource source;
    private readonly Home home;

    internal Supplies(RecordsSource source, Home home) => (this.source, this.home) = (source, home);

    /// <summary>
    /// Makes the offer a supply: its facts are on the disk, and in one short transaction they are renamed into their place and manifest row, receipt
    /// and audit rows committed. Killed anywhere, it is all or nothing; a file moved without a row is swept at the next start.
    /// </summary>
    public async Task<Acceptance> Accept(SupplyOffer offer, Change change)
    {
        CrashPoints.Reached(CrashPoints.Staged);
        return await source.Write(Turn, change, async writing =>
        {
            CrashPoints.Reached(CrashPoints.Locked);
            var (revisions, held) = await Before(writing.Db, offer);
            return held.Find(r => r.Sha256 == offer.Sha256) is { } same
                ? new Acceptance.AlreadyHeld(same.ToSupply(), Receipts.Keep(writing, AlreadyHeld(offer, same)))
                : Objection(offer, held) is { } problem
                    ? new Acceptance.Refused(problem, Receipts.Keep(writing, Refused(offer, problem)))
                    : await Keep(writing, offer, revisions, held);
        });
    }

    /// <summary>The receipt that the offer would get now. Nothing is kept, and it names no supply that is not there yet.</summary>
    public Task<Receipt> Foreseen(SupplyOffer offer) => source.Read(async db =>
    {
        var (revisions, held) = await Before(db, offer);
        return held.Find(r => r.Sha256 == offer.Sha256) is { } same ? AlreadyHeld(offer, same)
            : Objection(offer, held) is { } problem ? Refused(offer, problem)
            : offer.Receipt with { Changes = Changes(offer, revisions) };
    });

    /// <summary>Takes a supply out of use for the change's reason. If it was current, what it had replaced counts again.</summary>
    public Task<Outcome<Withdrawal>> Withdraw(string id, Change change) => source.Write<Outcome<Withdrawal>>(Turn, change, async writing =>
    {
        if (await writing.Db.Supplies.SingleOrDefaultAsync(r => r.Id == id) is not { } row)
            return Problems.NoSuchSupply(id);
        if (row.State == SupplyRows.Withdrawn)
            return Problems.AlreadyWithdrawn(id);
        var wasCurrent = row.State == SupplyRows.Current;
        row.State = SupplyRows.Withdrawn;
        writing.Note(ChangeKinds.SupplyWithdrawn, id);
        var restored = new List<SupplyRow>();
        if (wasCurrent)
        {
            // Saved in two steps: the database allows one current revision of a period at every moment.
            await writing.Db.SaveChangesAsync();
            await Restore(writing, id, restored);
        }
        return new Withdrawal(row.ToSupply(), [.. restored.Select(r => r.ToSupply())]);
    });

    /// <summary>Every supply ever held, by dataset, period and revision.</summary>
    public Task<IReadOnlyList<Supply>> Register() => List("1 = 1");

    /// <summary>What counts of a dataset, by period.</summary>
    public Task<IReadOnlyList<Supply>> Current(string dataset) => List("state = 'current' AND dataset = @dataset", ("@dataset", dataset));

    /// <summary>What counts of a dataset for exactly these months; null where nothing does.</summary>
    public async Task<Supply?> Current(string dataset, Month first, Month last) => (await List(
        "state = 'current' AND dataset = @dataset AND first = @first AND last = @last",
        ("@dataset", dataset), ("@first", first.ToString()), ("@last", last.ToString()))).SingleOrDefault();

    /// <summary>What counts of every dataset.</summary>
    public Task<IReadOnlyList<Supply>> Current() => List("state = 'current'");

    public Task<Supply?> Find(string id) => source.Read(async db =>
        (await db.Supplies.SingleOrDefaultAsync(r => r.Id == id))?.ToSupply());

    /// <summary>The current supply with these bytes, so that a file already held need not be read again.</summary>
    public Task<Supply?> CurrentWithFile(string dataset, string sha256) => source.Read(async db =>
        (await db.Supplies.FirstOrDefaultAsync(r => r.Dataset == dataset && r.Sha256 == sha256 && r.State == SupplyRows.Current))?.ToSupply());

    private async Task<IReadOnlyList<Supply>> List(string which, params (string Name, object Value)[] parameters) =>
        [.. (await source.Select($"{SupplyRows.Select} WHERE {which}", SupplyRows.Row, parameters)).Select(r => r.ToSupply())
            .OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenBy(s => s.First).ThenBy(s => s.Last).ThenBy(s => s.Revision)];

    /// <summary>
    /// Every revision of exactly the offer's period, and the current supplies whose months it touches; of reported values only those of exactly its
    /// period. Months sort as their texts do.
    /// </summary>
    private static async Task<(List<SupplyRow> Revisions, List<SupplyRow> Held)> Before(RecordsDb db, SupplyOffer offer)
    {
        var (first, last, overlaps) = (offer.First.ToString(), offer.Last.ToString(), offer.Shape == DatasetShape.Records);
        var rows = await db.Supplies.Where(r => r.Dataset == offer.Dataset && ((r.First == first && r.Last == last)
            || (overlaps && r.State == SupplyRows.Current && string.Compare(r.First, last) <= 0 && string.Compare(r.Last, first) >= 0))).ToListAsync();
        return ([.. rows.Where(r => r.First == first && r.Last == last).OrderBy(r => r.Revision)], rows.FindAll(r => r.State == SupplyRows.Current));
    }

    private static Problem? Objection(SupplyOffer offer, List<SupplyRow> held)
    {
        if (offer.Completes is { } completed && !held.Exists(r => r.Id == completed.Id))
            return Problems.SupplyReplaced(completed);
        foreach (var supply in held.Select(r => r.ToSupply()))
        {
            if (supply.First < offer.First || supply.Last > offer.Last)
                return Problems.OverlappingPeriod(supply, offer.Period);
            if (offer.Released is { } offered && supply.Released is { } released && offered < released)
                return Problems.OlderRelease(supply, offered);
        }
        return null;
    }

    private static Receipt AlreadyHeld(SupplyOffer offer, SupplyRow held) =>
        offer.Receipt with { Verdict = Verdict.AlreadyHeld, Supply = held.Id, Changes = "" };

    private static Receipt Refused(SupplyOffer offer, Problem problem) => offer.Receipt with
    {
        Verdict = Verdict.Refused,
        Supply = "",
        IsProvisional = false,
        Findings = [new Finding(problem.Code, 0, "", problem.Message, problem.Remedy, 1), .. offer.Receipt.Findings],
    };

    private async Task<Acceptance> Keep(Writing writing, SupplyOffer offer, List<SupplyRow> revisions, List<SupplyRow> held)
    {
        var row = offer.ToRow(revisions.Count == 0 ? 1 : revisions[^1].Revision + 1, Instants.Micros(writing.Change.At));
        foreach (var replaced in held)
        {
            (replaced.State, replaced.SupersededBy) = (SupplyRows.Superseded, row.Id);
            writing.Note(ChangeKinds.SupplySuperseded, replaced.Id);
        }
        if (held.Count > 0)
            await writing.Db.SaveChangesAsync();
        CrashPoints.Reached(CrashPoints.Superseding);
        var supply = row.ToSupply();
        MoveFacts(offer.StagedFacts.Path, supply);
        CrashPoints.Reached(CrashPoints.Renamed);
        writing.Db.Supplies.Add(row);
        writing.Note(ChangeKinds.SupplyAccepted, row.Id);
        var receipt = Receipts.Keep(writing, offer.Receipt with { Supply = row.Id, Changes = Changes(offer, revisions) });
        return new Acceptance.Accepted(supply, [.. held.Select(r => r.ToSupply())], receipt);
    }

    private void MoveFacts(string staged, Supply supply)
    {
        var target = home.FactsFile(supply);
        // No row has this id yet, and writers take turns: a folder in the way was left by a kill between rename and commit.
        if (Directory.Exists(Path.GetDirectoryName(target)))
            Directory.Delete(Path.GetDirectoryName(target)!, recursive: true);
        Durable.Move(staged, target);
    }

    private static string Changes(SupplyOffer offer, List<SupplyRow> revisions)
    {
        if (revisions.FindLast(r => r.Sha256 == offer.Sha256) is not { } earlier)
            return offer.Receipt.Changes;
        var note = $"The same file as {earlier.Id}, which is {earlier.State}: it counts again as a new revision.";
        return offer.Receipt.Changes.Length == 0 ? note : $"{offer.Receipt.Changes} {note}";
    }

    /// <summary>What a withdrawn supply had replaced counts again; where that was withdrawn as well, what it had replaced in its turn.</summary>
    private static async Task Restore(Writing writing, string withdrawn, List<SupplyRow> restored)
    {
        foreach (var earlier in await writing.Db.Supplies.Where(r => r.SupersededBy == withdrawn).ToListAsync())
        {
            if (earlier.State == SupplyRows.Withdrawn)
            {
                await Restore(writing, earlier.Id, restored);
                continue;
            }
            (earlier.State, earlier.SupersededBy) = (SupplyRows.Current, "");
            writing.Note(ChangeKinds.SupplyRestored, earlier.Id);
            restored.Add(earlier);
        }
    }
}
