using Made.Core;
using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Store.Facts;
using Made.Store.Facts.Engine;
using Made.Store.Records;
using Made.Store.Reference;
using Made.Web.Access;
using Made.Web.Exchange;
using Made.Web.Recovery;

namespace Made.Web.Composition;

/// <summary>One home, opened: its records, its register and reference, its editions. Commands and pages work through it.</summary>
public sealed class Partnership : IAsyncDisposable
{
    private readonly OpenRecords records;
    private readonly DateOnly? fixedToday;
    private readonly TimeProvider clock;
    private readonly Registers registers;

    private Partnership(OpenRecords records, FactEngine engine, Registers registers, DateOnly? today, TimeProvider clock)
    {
        this.records = records;
        fixedToday = today;
        this.clock = clock;
        Engine = engine;
        this.registers = registers;
        Cubes = new CubeFiles(engine, records.Home.Folder);
        MeasureFiles = new MeasureFiles(engine, records.Home.Folder);
        Editions = new EditionShelf(records, engine, MeasureFiles, new CubeShelf(Cubes), registers.OfAsync, Looking.Sight);
        Releases = new Releases(records, Editions, clock);
        Figures = new Figures(this);
    }

    public Home Home => records.Home;

    /// <summary>The pack with the indicators as new editions are made with them now.</summary>
    public Pack Pack => registers.Pack;

    /// <summary>Every indicator with its past, retired ones included.</summary>
    public IndicatorCatalogue Indicators => registers.Indicators;

    public FactEngine Engine { get; }

    public CubeFiles Cubes { get; }

    public MeasureFiles MeasureFiles { get; }

    public Supplies Supplies => records.Supplies;

    public Receipts Receipts => records.Receipts;

    public Jobs Jobs => records.Jobs;

    public OpenRecords Records => records;

    public EditionShelf Editions { get; }

    private Releases Releases { get; }

    public Figures Figures { get; }

    /// <summary>The register with its reference files; null before any were loaded.</summary>
    public Register? Register => registers.Current;

    /// <summary>True where also the person at the machine has to sign in.</summary>
    public bool IsSignInRequired { get; private set; }

    public Areas Areas => Register?.Areas ?? new Areas(Pack, []);

    public DateOnly Today => fixedToday ?? LondonTime.DayOf(clock.GetUtcNow());

    public DateTimeOffset Now => clock.GetUtcNow();

    public static bool Exists(HomeChoice choice) => File.Exists(Path.Combine(choice.Root, "settings.json"));

    public static async Task<Outcome<Partnership>> CreateAsync(HomeChoice choice, Pack pack, TimeProvider? clock = null)
    {
        clock ??= TimeProvider.System;
        var made = await Home.Create(choice.Root, choice.KeysFolder);
        if (!made.Succeeded(out var home, out var problem))
            return problem;
        var change = new Change("made init", $"New home with the pack {pack.Id} {pack.Version}", clock.GetUtcNow());
        var opened = await OpenRecords.Open(home, change);
        if (!opened.Succeeded(out var records, out problem))
            return problem;
        using (records)
        {
            if ((await records.Register.AdoptPack(pack, change)).Problem is { } refused)
                return refused;
            if ((await records.Checkpoints.Keep(clock.GetUtcNow())).Problem is { } unsigned)
                return unsigned;
        }
        return await OpenAsync(choice, clock);
    }

    public static async Task<Outcome<Partnership>> OpenAsync(HomeChoice choice, TimeProvider? clock = null, bool restoring = false)
    {
        clock ??= TimeProvider.System;
        if (!Home.Open(choice.Root, choice.KeysFolder, restoring).Succeeded(out var home, out var problem))
            return problem;
        if (!(await OpenRecords.Open(home, new Change("made", "Start", clock.GetUtcNow()))).Succeeded(out var records, out problem))
            return problem;
        // A home of an earlier version has its first checkpoint as soon as it has a chain. What hinders it is told by verify.
        if (records.Changed)
            await records.Checkpoints.Keep(clock.GetUtcNow());
        if (!(await Registers.OpenAsync(records)).Succeeded(out var registers, out problem))
        {
            records.Dispose();
            return problem;
        }
        var opened = new Partnership(records, FactEngine.Open(home.Folder, EngineLimits.Default), registers, choice.Today, clock);
        await opened.TakeInSignInAsync();
        return opened;
    }

    /// <summary>Signs the audit up to its last row; tells up to which row it is signed.</summary>
    public Task<Outcome<long>> CheckpointAsync() => records.Checkpoints.Keep(Now);

    public Change Change(string by, string why) => new(by, why, clock.GetUtcNow());

    public async Task<Outcome<ReferenceData>> LoadReferenceAsync(string folder, Change change)
    {
        if (!Directory.Exists(folder))
            return Problems.NoFolder(folder);
        if (!Intake.Reference.ReferenceReader.Read(folder, Pack, Register?.Reference).Succeeded(out var reference, out var problem))
            return problem;
        await new ReferenceFiles(Home).Save(reference);
        await records.Reference.Adopt(reference.Vintage, change);
        registers.Use(reference);
        return reference;
    }

    /// <summary>Takes in what was done to indicators or to the pack since, here or by a command beside the site; a number that moves when that was something.</summary>
    public Task<long> TakeInDefinitionsAsync() => registers.TakeInAsync();

    /// <summary>Takes in whether this home asks everybody to sign in, here or by a command beside the site.</summary>
    public async Task TakeInSignInAsync() => IsSignInRequired = await records.Accounts.IsSignInRequired();

    /// <summary>The newest month that has a released dashboard; null before the first.</summary>
    public Task<Month?> LatestMonthAsync() => records.Editions.LatestMonth();

    /// <summary>The address of one dashboard of the newest month; null before the first.</summary>
    public async Task<string?> FirstDashboardPathAsync() =>
        await LatestMonthAsync() is { } month && Areas.At(AreaLevel.Csp, month).FirstOrDefault() is { } csp ? $"/dashboard/{csp.Code}/{month}" : null;

    /// <summary>Builds what the supplies call for, and releases what waits for nobody.</summary>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> RefreshAsync(Month? only, Change change, CancellationToken cancel)
    {
        if (Register is not { } register)
            return Problems.NoReference();
        var built = await new Refresh(records, Engine, Cubes, MeasureFiles, register, clock).Run(only, Today, change, cancel);
        return built.Problem is null && (await ReleaseDueAsync()).Problem is { } problem ? problem : built;
    }

    /// <summary>Releases the draft of a month by hand, with those of the months before.</summary>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> ReleaseAsync(Month month, int number, Change change) => await OpenedAsync(await Releases.Release(month, number, change));

    /// <summary>Why a draft may not be released; null where it may.</summary>
    public Task<Problem?> WhyNotReleaseAsync(EditionManifest draft) => Releases.WhyNot(draft);

    /// <summary>Releases the drafts whose time has come.</summary>
    public async Task<Outcome<IReadOnlyList<EditionManifest>>> ReleaseDueAsync() =>
        await OpenedAsync(await Releases.ReleaseDue(Areas, Today, Change("worker", "Released as set")));

    /// <summary>Exceptions are about what readers see: whichever way it was released, the same rules open them.</summary>
    private async Task<Outcome<IReadOnlyList<EditionManifest>>> OpenedAsync(Outcome<IReadOnlyList<EditionManifest>> released) =>
        released.Succeeded(out var editions, out _) && editions.Count > 0 && await ExceptionOpening.RunAsync(this) is { } unopened ? unopened : released;

    /// <summary>The last change to the records: a page rendered before it may be stale, one rendered after it is not.</summary>
    public async Task<long> VersionAsync() => (await records.Audit.Newest(0, 1)) is [var last] ? last.Number : 0;

    public ValueTask DisposeAsync()
    {
        Engine.Dispose();
        registers.Dispose();
        records.Dispose();
        return ValueTask.CompletedTask;
    }
}
