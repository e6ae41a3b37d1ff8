using System.Collections.Concurrent;
using Made.Core;
using Made.Core.Disclosure.Topics;
using Made.Core.Editions;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Store.Records;
using Made.Store.Reference;

namespace Made.Web.Composition;

/// <summary>The pack and reference files of one home, in every form that its editions were made with. Indicators may change while it is open.</summary>
internal sealed class Registers : IDisposable
{
    private readonly OpenRecords records;
    private readonly SemaphoreSlim turn = new(1);
    private readonly ConcurrentDictionary<string, Register> vintages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Vintage, string Definitions), Register> made = [];
    private volatile State now;

    private Registers(OpenRecords records, State now) => (this.records, this.now) = (records, now);

    public Pack Pack => now.Pack;

    public IndicatorCatalogue Indicators => now.Indicators;

    /// <summary>What new editions are made with; null before reference files were loaded.</summary>
    public Register? Current => now.Register;

    public static async Task<Outcome<Registers>> OpenAsync(OpenRecords records)
    {
        var stamp = await records.Indicators.Newest();
        if (await records.Register.Load() is not { } pack)
            return Problems.HomeWithoutPack(records.Home.Folder);
        var registers = new Registers(records, new State(stamp, pack, await records.Indicators.All(), null));
        if (await records.Reference.Current() is not { } current)
            return registers;
        if (!new ReferenceFiles(records.Home).Load(current.Vintage).Succeeded(out var reference, out var problem))
            return problem;
        registers.Use(reference);
        return registers;
    }

    public void Use(ReferenceData reference) =>
        now = now with { Register = vintages[reference.Vintage] = Register.Of(now.Pack, reference) };

    /// <summary>The register that an edition was made with: its reference vintage, and each indicator in the version it pinned.</summary>
    public async Task<Register> OfAsync(EditionManifest edition)
    {
        if (!now.Indicators.Knows(edition))
            await TakeInAsync();
        IReadOnlyList<IndicatorDefinition> indicators = [.. now.Indicators.Of(edition).Select(i => DisclosureRule.UnderTopicOfToday(now.Pack, i, now.Indicators.Find(i.Id)?.Current))];
        var names = string.Join(' ', indicators.Select(i => $"{i.Id}/{i.Version}/{i.Topic}"));
        return made.GetOrAdd((edition.ReferenceVintage, names), key => Vintage(key.Vintage).With(indicators));
    }

    public async Task<long> TakeInAsync()
    {
        await turn.WaitAsync();
        try
        {
            var stamp = await records.Indicators.Newest();
            if (stamp != now.Stamp && await records.Register.Load() is { } pack)
                Take(stamp, pack, await records.Indicators.All());
            return stamp;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    // Indicators alone leave places and people as they are, which take long to read.
    private void Take(long stamp, Pack pack, IndicatorCatalogue indicators)
    {
        var others = Json.Text(pack with { Indicators = [] }) == Json.Text(now.Pack with { Indicators = [] });
        if (!others)
        {
            vintages.Clear();
            made.Clear();
        }
        now = new State(stamp, pack, indicators, now.Register is not { } register ? null : others ? register.With(pack.Indicators) : Register.Of(pack, register.Reference));
    }

    private Register Vintage(string vintage) => vintages.GetOrAdd(vintage, v =>
        new ReferenceFiles(records.Home).Load(v).Succeeded(out var reference, out var problem)
            ? Register.Of(now.Pack, reference)
            : throw new IOException(problem.ToString()));

    private sealed record State(long Stamp, Pack Pack, IndicatorCatalogue Indicators, Register? Register);
}
