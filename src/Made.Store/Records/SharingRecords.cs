using System.Globalization;
using Made.Core;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// The sharing register. A version of an agreement is a line of the register beside those of the pack; signatures and ends are steps.
/// Nothing is ever overwritten, and a change made from an earlier state than the one held is refused. See docs/adr/0016.
/// </summary>
public sealed class SharingRecords
{
    /// <summary>The same turn as packs take: a version is given to one of them only.</summary>
    private const string Turn = RegisterStore.Turn;
    private readonly RecordsSource source;
    private readonly SealedFields fields;

    internal SharingRecords(RecordsSource source, SealedFields fields) => (this.source, this.fields) = (source, fields);

    /// <summary>Every agreement by title, ended ones included.</summary>
    public async Task<IReadOnlyList<SharingHistory>> All()
    {
        var versions = await source.Select(
            $"SELECT json FROM register WHERE kind = '{PackEntries.Agreement}' ORDER BY version", r => Json.Read<SharingAgreement>(r.GetString(0)));
        var steps = await source.Select(
            "SELECT agreement, version, step, other, role, day, at, \"by\", why FROM sharing_steps ORDER BY number",
            r => new SharingStep
            {
                Agreement = r.GetString(0),
                Version = r.GetInt32(1),
                Kind = KindOf(r.GetString(2)),
                Other = r.GetString(3),
                Role = fields.Read(RolePlace(r.GetString(0), r.GetInt32(1), r.GetString(2), r.GetString(3)), r.GetString(4)),
                Day = r.GetFieldValue<DateOnly>(5),
                Change = new Change(r.GetString(7), r.GetString(8), Instants.Of(r.GetInt64(6))),
            });
        return
        [
            .. versions.GroupBy(v => v.Id)
                .Select(g => new SharingHistory { Versions = [.. g], Steps = [.. steps.Where(s => s.Agreement == g.Key)] })
                .OrderBy(h => h.Newest.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>Keeps a new agreement as version 1, whatever version it carries.</summary>
    public Task<Outcome<SharingHistory>> Add(SharingAgreement agreement, Change change) => source.Write<Outcome<SharingHistory>>(Turn, change, async writing =>
    {
        if (await Held(writing.Db, agreement.Id) is not null)
            return Core.Sharing.Problems.AgreementExists(agreement.Id);
        var last = await writing.Db.Register.Where(r => r.Kind == PackEntries.Agreement).MaxAsync(r => (int?)r.Position) ?? 0;
        return await Keep(writing, new() { Versions = [], Steps = [] }, agreement with { Version = 1, Signed = [] }, last + 1, SharingStepKind.Added);
    });

    /// <summary>Keeps a further version, which nobody has signed yet.</summary>
    /// <param name="agreement">What it says now.</param>
    /// <param name="state">The state it was made from: see <see cref="SharingHistory.State"/>.</param>
    /// <param name="change">Who changes it, and why.</param>
    public Task<Outcome<SharingHistory>> Revise(SharingAgreement agreement, int state, Change change) => Changing(agreement.Id, state, change, async (writing, held) =>
    {
        var next = agreement with { Version = held.Newest.Version + 1, Signed = [] };
        if (Json.Text(next) == Json.Text(held.Newest with { Version = next.Version, Signed = [] }))
            return Core.Sharing.Problems.NothingChanged(held.Newest);
        var position = writing.Db.Register.Local.Where(r => r.Kind == PackEntries.Agreement && r.Id == agreement.Id).Max(r => r.Position);
        return await Keep(writing, held, next, position, SharingStepKind.Revised);
    });

    /// <summary>Records a signature under the newest version.</summary>
    public Task<Outcome<SharingHistory>> Sign(string id, Signature signature, Bodies bodies, DateOnly today, int state, Change change) =>
        Changing(id, state, change, async (writing, held) => SharingRules.WhyNotSign(held, signature, bodies, today) is { } problem
            ? problem
            : await Step(writing, held, SharingStepKind.Signed, held.Newest.Version, signature.Day, signature.Organisation, signature.Role.Trim()));

    /// <summary>Ends an agreement with its last day; what is held already stays.</summary>
    public Task<Outcome<SharingHistory>> End(string id, DateOnly last, string supersededBy, int state, Change change) =>
        Changing(id, state, change, async (writing, held) =>
            SharingRules.WhyNotEnd(held, last) is { } problem ? problem
            : supersededBy.Length > 0 && (supersededBy == id || !writing.Db.Register.Any(r => r.Kind == PackEntries.Agreement && r.Id == supersededBy))
                ? Core.Sharing.Problems.NoSuchAgreement(supersededBy)
            : await Step(writing, held, SharingStepKind.Ended, held.Newest.Version, last, supersededBy));

    private Task<Outcome<SharingHistory>> Changing(string id, int state, Change change, Func<Writing, SharingHistory, Task<Outcome<SharingHistory>>> body) =>
        source.Write<Outcome<SharingHistory>>(Turn, change, async writing =>
            await Held(writing.Db, id) is not { } held ? Core.Sharing.Problems.NoSuchAgreement(id)
            : held.End is { } end ? Core.Sharing.Problems.HasEnded(held.Newest.Title, end.Day)
            : held.State != state ? Core.Sharing.Problems.ChangedMeanwhile(held)
            : await body(writing, held));

    private async Task<SharingHistory?> Held(RecordsDb db, string id)
    {
        var versions = await db.Register.Where(r => r.Kind == PackEntries.Agreement && r.Id == id).OrderBy(r => r.Version).ToListAsync();
        var steps = await db.SharingSteps.AsNoTracking().Where(s => s.Agreement == id).OrderBy(s => s.Number).ToListAsync();
        return versions.Count == 0 ? null : new() { Versions = [.. versions.Select(v => Json.Read<SharingAgreement>(v.Json))], Steps = [.. steps.Select(Of)] };
    }

    private async Task<Outcome<SharingHistory>> Keep(Writing writing, SharingHistory held, SharingAgreement version, int position, SharingStepKind kind)
    {
        var kept = await Step(writing, held with { Versions = [.. held.Versions, version] }, kind, version.Version, version.From);
        if (kept.Problem is null)
            writing.Db.Register.Add(RegisterStore.Row(PackEntries.OfAgreement(version, position), ""));
        return kept;
    }

    private async Task<Outcome<SharingHistory>> Step(Writing writing, SharingHistory held, SharingStepKind kind, int version, DateOnly day, string other = "", string role = "")
    {
        if (!(await fields.Seal(writing, RolePlace(held.Id, version, Code(kind), other), role)).Succeeded(out var sealedRole, out var problem))
            return problem;
        var row = new SharingStepRow
        {
            Agreement = held.Id,
            Version = version,
            Step = Code(kind),
            Other = other,
            Role = sealedRole,
            Day = day,
            At = Instants.Micros(writing.Change.At),
            By = writing.Change.By,
            Why = writing.Change.Why,
        };
        writing.Db.SharingSteps.Add(row);
        writing.Note(Code(kind), held.Id);
        return held with { Steps = [.. held.Steps, Of(row)] };
    }

    private SharingStep Of(SharingStepRow r) => new()
    {
        Agreement = r.Agreement,
        Version = r.Version,
        Kind = KindOf(r.Step),
        Other = r.Other,
        Role = fields.Read(RolePlace(r.Agreement, r.Version, r.Step, r.Other), r.Role),
        Day = r.Day,
        Change = new Change(r.By, r.Why, Instants.Of(r.At)),
    };

    /// <summary>Bound to who signed what: a signatory cannot be moved under another agreement, version or organisation.</summary>
    private static SealedPlace RolePlace(string agreement, int version, string step, string other) =>
        SealedColumn.SignatoryRole.At(agreement, version.ToString(CultureInfo.InvariantCulture), step, other);

    private static string Code(SharingStepKind kind) => kind switch
    {
        SharingStepKind.Added => ChangeKinds.SharingAdded,
        SharingStepKind.Revised => ChangeKinds.SharingRevised,
        SharingStepKind.Signed => ChangeKinds.SharingSigned,
        _ => ChangeKinds.SharingEnded,
    };

    private static SharingStepKind KindOf(string code) => Enum.GetValues<SharingStepKind>().Single(k => Code(k) == code);
}
