using Made.Core;
using Made.Store.Audit;
using Made.Store.Vault;

namespace Made.Store.Records;

/// <summary>The records of a home, opened: migrated where that was pending, bound to their home and swept of what a kill left behind.</summary>
public sealed class OpenRecords : IDisposable
{
    private readonly RecordsSource source;

    private OpenRecords(Home home, RecordsSource source, VaultRecords vault)
    {
        this.source = source;
        Home = home;
        Vault = vault;
        Supplies = new Supplies(source, home);
        Originals = new Originals(source, home, vault.Ring);
        Receipts = new Receipts(source);
        SendingKeys = new SendingKeys(source);
        Mappings = new MappingRecords(source);
        Register = new RegisterStore(source);
        Indicators = new IndicatorRecords(source);
        SavedTables = new SavedTables(source);
        Sharing = new SharingRecords(source, vault.Fields);
        Returns = new ReturnRecords(source);
        Accounts = new AccountRecords(source);
        AccountSecrets = new AccountSecrets(source, vault.Fields);
        SignIns = new SignInRecords(source, vault.Fields);
        Providers = new ProviderRecords(source, vault.Fields);
        Mail = new MailRecords(source, vault.Fields);
        MailAddresses = new MailAddresses(source, vault.Fields);
        MailNotices = new MailNotices(source);
        Thread = new ThreadRecords(source);
        Editions = new EditionRecords(source, home);
        Releases = new ReleaseRecords(source);
        EditionNotes = new EditionNotes(source);
        ReleaseSettings = new ReleaseSettings(source);
        Subscriptions = new Subscriptions(source);
        Papers = new PaperRecords(source, home);
        Products = new ProductRecords(source, home, vault.Ring);
        WorkRequests = new WorkRequests(source);
        Jobs = new Jobs(source);
        Reference = new ReferenceVintages(source);
        Audit = new AuditLog(source);
        Checkpoints = new Checkpoints(source, home);
    }

    public Home Home { get; }

    public Supplies Supplies { get; }

    public Originals Originals { get; }

    public Receipts Receipts { get; }

    public MappingRecords Mappings { get; }

    public SendingKeys SendingKeys { get; }

    public RegisterStore Register { get; }

    public IndicatorRecords Indicators { get; }

    public SavedTables SavedTables { get; }

    public SharingRecords Sharing { get; }

    public ReturnRecords Returns { get; }

    public AccountRecords Accounts { get; }

    public AccountSecrets AccountSecrets { get; }

    public SignInRecords SignIns { get; }

    public ProviderRecords Providers { get; }

    public MailRecords Mail { get; }

    public MailAddresses MailAddresses { get; }

    public MailNotices MailNotices { get; }

    public ThreadRecords Thread { get; }

    public EditionRecords Editions { get; }

    public ReleaseRecords Releases { get; }

    public EditionNotes EditionNotes { get; }

    public ReleaseSettings ReleaseSettings { get; }

    public Subscriptions Subscriptions { get; }

    public PaperRecords Papers { get; }

    public ProductRecords Products { get; }

    public WorkRequests WorkRequests { get; }

    public Jobs Jobs { get; }

    public ReferenceVintages Reference { get; }

    public AuditLog Audit { get; }

    /// <summary>What was signed of the audit, outside the home.</summary>
    public Checkpoints Checkpoints { get; }

    /// <summary>The keys of what lies sealed.</summary>
    public VaultRecords Vault { get; }

    /// <summary>"SQLite" or "PostgreSQL": for the start-up line and <c>/health</c>.</summary>
    public string Database => source.IsPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>True where this process has left audit rows, its start included: they wait for a checkpoint.</summary>
    public bool Changed => source.Wrote;

    /// <summary>What the start swept away, relative to the home.</summary>
    public IReadOnlyList<string> Swept { get; private init; } = [];

    /// <param name="home">The home.</param>
    /// <param name="change">Who starts the program: named in the audit where the start migrates the records.</param>
    public static async Task<Outcome<OpenRecords>> Open(Home home, Change change)
    {
        var postgres = Environment.GetEnvironmentVariable("MADE_RECORDS") is { Length: > 0 } asked ? asked : home.Settings.Records;
        var opened = new RecordsSource(home.RecordsFile, postgres);
        var vault = new VaultRecords(opened, new KeyRing(home.Keys));
        if ((await new RecordsStart(home, opened, change).Run() ?? await EarlierFields.Seal(opened, vault, change)) is { } problem)
        {
            opened.Dispose();
            return problem;
        }
        return new OpenRecords(home, opened, vault) { Swept = await Sweep.Run(home, opened) };
    }

    /// <summary>What to tell where the database did not take a change or something sealed could not be opened; null where the exception speaks of something else.</summary>
    public static Problem? Refusal(Exception exception) => exception switch
    {
        SealRefusedException sealRefused => sealRefused.Problem,
        Microsoft.EntityFrameworkCore.DbUpdateException or System.Data.Common.DbException => Problems.RecordsRefused(exception.GetBaseException().Message),
        _ => null,
    };

    /// <summary>A consistent copy of the records in a file of its own, taken while others work. SQLite only.</summary>
    public Task CopyRecords(string file) => source.Read(async db =>
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, $"VACUUM INTO {file}"));

    public void Dispose() => source.Dispose();
}
