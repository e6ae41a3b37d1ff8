using Made.Core;
using Made.Core.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>
/// Defines, changes and retires indicators. A definition is a line of the register beside those of the pack, under the next version of its
/// id; nothing is ever overwritten. What was done to it, by whom and why is a step. See docs/adr/0009.
/// </summary>
public sealed class IndicatorRecords
{
    /// <summary>The same turn as packs take: a version is given to one of them only.</summary>
    private const string Turn = RegisterStore.Turn;
    private readonly RecordsSource source;

    internal IndicatorRecords(RecordsSource source) => this.source = source;

    /// <summary>Every indicator in the order of the register, retired ones included.</summary>
    public async Task<IndicatorCatalogue> All()
    {
        var lines = await source.Select(
            $"SELECT id, version, position, json, pack_version FROM register WHERE kind = '{PackEntries.Indicator}'",
            r => (Id: r.GetString(0), Version: r.GetInt32(1), Position: r.GetInt32(2), Held: new DefinitionVersion(Json.Read<IndicatorDefinition>(r.GetString(3)), r.GetString(4))));
        var steps = (await source.Select(
            "SELECT number, indicator, version, step, at, \"by\", why FROM indicator_steps",
            r => (Number: r.GetInt64(0), Step: new IndicatorStep(r.GetString(1), r.GetInt32(2), Parse(r.GetString(3)), Instants.Of(r.GetInt64(4)), r.GetString(5), r.GetString(6)))))
            .OrderBy(s => s.Number).ToLookup(s => s.Step.Indicator, s => s.Step);
        return new([
            .. lines.GroupBy(l => l.Id)
                .OrderBy(g => g.MaxBy(l => l.Version).Position).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new IndicatorHistory { Versions = [.. g.OrderBy(l => l.Version).Select(l => l.Held)], Steps = [.. steps[g.Key]] }),
        ]);
    }

    /// <summary>The number of the newest change of the pack or an indicator: it moves also when another process changed them.</summary>
    public async Task<long> Newest() => (await source.Select(
        $"SELECT max(number) FROM changes WHERE what IN ('{ChangeKinds.PackAdopted}', '{ChangeKinds.PackUpdated}', '{ChangeKinds.IndicatorDefined}', '{ChangeKinds.IndicatorChanged}', '{ChangeKinds.IndicatorRetired}', '{ChangeKinds.IndicatorTakenBack}')",
        r => r.IsDBNull(0) ? 0 : r.GetInt64(0)))[0];

    /// <summary>Keeps a new indicator as version 1, whatever version it carries.</summary>
    public Task<Outcome<IndicatorDefinition>> Define(IndicatorDefinition definition, Change change) => source.Write<Outcome<IndicatorDefinition>>(Turn, change, async writing =>
    {
        if (await Newest(writing.Db, definition.Id) is not null)
            return Problems.IndicatorExists(definition.Id);
        var last = await writing.Db.Register.Where(r => r.Kind == PackEntries.Indicator).MaxAsync(r => (int?)r.Position) ?? 0;
        return Keep(writing, definition with { Version = 1 }, last + 1, IndicatorStepKind.Defined);
    });

    /// <summary>Keeps a further version. The one it was made from must still be the newest, or somebody else was quicker.</summary>
    /// <param name="definition">The definition, carrying the version it was made from.</param>
    /// <param name="change">Who changes it, and why.</param>
    public Task<Outcome<IndicatorDefinition>> Revise(IndicatorDefinition definition, Change change) => source.Write<Outcome<IndicatorDefinition>>(Turn, change, async writing =>
    {
        if (await Newest(writing.Db, definition.Id) is not { } newest)
            return Problems.NoSuchIndicator(definition.Id);
        if (await IsRetired(writing.Db, definition.Id))
            return Problems.IndicatorRetired(definition.Id);
        if (newest.Version != definition.Version)
            return Problems.IndicatorChangedMeanwhile(definition.Id, newest.Version);
        if (newest.Json == Json.Text(definition))
            return Problems.NothingChanged(definition.Id, newest.Version);
        return Keep(writing, definition with { Version = newest.Version + 1 }, newest.Position, IndicatorStepKind.Changed);
    });

    /// <summary>Leaves an indicator out of every edition made from now on; earlier ones keep it.</summary>
    public Task<Outcome<IndicatorStep>> Retire(string id, Change change) => source.Write<Outcome<IndicatorStep>>(Turn, change, async writing =>
        await Newest(writing.Db, id) is not { } newest ? Problems.NoSuchIndicator(id)
        : await IsRetired(writing.Db, id) ? Problems.IndicatorRetired(id)
        : Step(writing, id, newest.Version, IndicatorStepKind.Retired));

    /// <summary>Takes a retirement back: the next editions have the indicator again, in its newest version.</summary>
    public Task<Outcome<IndicatorStep>> TakeBack(string id, Change change) => source.Write<Outcome<IndicatorStep>>(Turn, change, async writing =>
        await Newest(writing.Db, id) is not { } newest ? Problems.NoSuchIndicator(id)
        : !await IsRetired(writing.Db, id) ? Problems.IndicatorNotRetired(id)
        : Step(writing, id, newest.Version, IndicatorStepKind.TakenBack));

    internal static string Code(IndicatorStepKind kind) => kind switch
    {
        IndicatorStepKind.Defined => ChangeKinds.IndicatorDefined,
        IndicatorStepKind.Changed => ChangeKinds.IndicatorChanged,
        IndicatorStepKind.Retired => ChangeKinds.IndicatorRetired,
        _ => ChangeKinds.IndicatorTakenBack,
    };

    private static IndicatorStepKind Parse(string code) => Enum.GetValues<IndicatorStepKind>().Single(k => Code(k) == code);

    private static Task<RegisterRow?> Newest(RecordsDb db, string id) => db.Register.AsNoTracking()
        .Where(r => r.Kind == PackEntries.Indicator && r.Id == id).OrderByDescending(r => r.Version).FirstOrDefaultAsync();

    private static async Task<bool> IsRetired(RecordsDb db, string id) =>
        await db.IndicatorSteps.Where(s => s.Indicator == id).OrderByDescending(s => s.Number).Select(s => s.Step).FirstOrDefaultAsync() == ChangeKinds.IndicatorRetired;

    private static IndicatorDefinition Keep(Writing writing, IndicatorDefinition definition, int position, IndicatorStepKind kind)
    {
        writing.Db.Register.Add(RegisterStore.Row(PackEntries.OfIndicator(definition, position), ""));
        Step(writing, definition.Id, definition.Version, kind);
        return definition;
    }

    private static IndicatorStep Step(Writing writing, string id, int version, IndicatorStepKind kind)
    {
        var change = writing.Change;
        writing.Db.IndicatorSteps.Add(new IndicatorStepRow
        {
            Indicator = id,
            Version = version,
            Step = Code(kind),
            At = Instants.Micros(change.At),
            By = change.By,
            Why = change.Why,
        });
        writing.Note(Code(kind), id);
        return new IndicatorStep(id, version, kind, change.At, change.By, change.Why);
    }
}
