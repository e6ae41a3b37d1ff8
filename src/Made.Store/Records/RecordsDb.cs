using System.Text;
using Made.Store.Vault;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

/// <summary>The tables, alike on SQLite and PostgreSQL. Migrations are written by hand; a test compares them with this model on both.</summary>
internal sealed class RecordsDb(DbContextOptions<RecordsDb> options) : DbContext(options)
{
    public DbSet<HomeRow> Homes => Set<HomeRow>();

    public DbSet<RegisterRow> Register => Set<RegisterRow>();

    public DbSet<SupplyRow> Supplies => Set<SupplyRow>();

    public DbSet<MappingRow> Mappings => Set<MappingRow>();

    public DbSet<SendingKeyRow> SendingKeys => Set<SendingKeyRow>();

    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    public DbSet<EditionRow> Editions => Set<EditionRow>();

    public DbSet<EditionStepRow> EditionSteps => Set<EditionStepRow>();

    public DbSet<EditionNoteRow> EditionNotes => Set<EditionNoteRow>();

    public DbSet<ReleaseSettingRow> ReleaseSettings => Set<ReleaseSettingRow>();

    public DbSet<ReaderRow> Readers => Set<ReaderRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<PaperRow> Papers => Set<PaperRow>();

    public DbSet<RecordVersionRow> RecordVersions => Set<RecordVersionRow>();

    public DbSet<ProductFileRow> ProductFiles => Set<ProductFileRow>();

    public DbSet<JobRow> Jobs => Set<JobRow>();

    public DbSet<VintageRow> Vintages => Set<VintageRow>();

    public DbSet<IndicatorStepRow> IndicatorSteps => Set<IndicatorStepRow>();

    public DbSet<SavedTableRow> SavedTables => Set<SavedTableRow>();

    public DbSet<SharingStepRow> SharingSteps => Set<SharingStepRow>();

    public DbSet<ReturnStepRow> ReturnSteps => Set<ReturnStepRow>();

    public DbSet<ThreadEntryRow> ThreadEntries => Set<ThreadEntryRow>();

    public DbSet<ThreadLinkRow> ThreadLinks => Set<ThreadLinkRow>();

    public DbSet<ThreadStepRow> ThreadSteps => Set<ThreadStepRow>();

    public DbSet<OriginalRow> Originals => Set<OriginalRow>();

    public DbSet<AccountRow> Accounts => Set<AccountRow>();

    public DbSet<AccountGrantRow> AccountGrants => Set<AccountGrantRow>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<SignInGroupRow> SignInGroups => Set<SignInGroupRow>();

    public DbSet<IdentityProviderRow> IdentityProviders => Set<IdentityProviderRow>();

    public DbSet<MailServerRow> MailServers => Set<MailServerRow>();

    public DbSet<MailNoticeRow> MailNotices => Set<MailNoticeRow>();

    public DbSet<AccessSettingRow> AccessSettings => Set<AccessSettingRow>();

    public DbSet<ChangeRow> Changes => Set<ChangeRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<HomeRow>().ToTable("homes").HasKey(r => r.Id);
        modelBuilder.Entity<RegisterRow>().ToTable("register").HasKey(r => new { r.Kind, r.Id, r.Version });
        modelBuilder.Entity<SupplyRow>(e =>
        {
            e.ToTable("supplies").HasKey(r => r.Id);
            e.HasIndex(r => new { r.Dataset, r.First, r.Last, r.Revision }).IsUnique();
            e.HasIndex(r => new { r.Dataset, r.First, r.Last }).IsUnique().HasFilter("state = 'current'");
            e.HasIndex(r => new { r.Dataset, r.Sha256 });
            e.Property(r => r.Provisional).HasDefaultValue(false);
        });
        modelBuilder.Entity<MappingRow>(e =>
        {
            e.ToTable("mappings").HasKey(r => r.Id);
            e.HasIndex(r => r.Dataset);
        });
        modelBuilder.Entity<SendingKeyRow>(e =>
        {
            e.ToTable("sending_keys").HasKey(r => r.Id);
            e.HasIndex(r => r.Hash).IsUnique();
        });
        modelBuilder.Entity<ReceiptRow>(e =>
        {
            e.ToTable("receipts").HasKey(r => r.Id);
            e.HasIndex(r => r.Received);
            e.HasIndex(r => r.Supply);
        });
        modelBuilder.Entity<EditionRow>().ToTable("editions").HasKey(r => new { r.Month, r.Number });
        modelBuilder.Entity<EditionStepRow>(e =>
        {
            e.ToTable("edition_steps").HasKey(r => r.Number);
            e.HasIndex(r => new { r.Month, r.Edition }).IsUnique().HasFilter("step = 'released'");
        });
        modelBuilder.Entity<EditionNoteRow>().ToTable("edition_notes").HasKey(r => new { r.Month, r.Area, r.Indicator });
        modelBuilder.Entity<ReleaseSettingRow>().ToTable("release_settings").HasKey(r => r.Number);
        modelBuilder.Entity<ReaderRow>().ToTable("readers").HasKey(r => r.Reader);
        modelBuilder.Entity<SubscriptionRow>().ToTable("subscriptions").HasKey(r => new { r.Reader, r.Subject });
        modelBuilder.Entity<PaperRow>().ToTable("papers").HasKey(r => r.Id);
        modelBuilder.Entity<RecordVersionRow>(e =>
        {
            e.ToTable("record_versions").HasKey(r => r.Number);
            // By its name it was a key before, and lost its "required" with that.
            e.Property(r => r.Id).IsRequired();
            e.HasIndex(r => new { r.Kind, r.Id, r.Version }).IsUnique();
        });
        modelBuilder.Entity<ProductFileRow>().ToTable("product_files").HasKey(r => r.Id);
        modelBuilder.Entity<JobRow>(e =>
        {
            e.ToTable("jobs").HasKey(r => r.Id);
            e.HasIndex(r => r.Started);
            e.HasIndex(r => r.Alone).IsUnique().HasFilter("state = 'running' AND alone <> ''");
        });
        modelBuilder.Entity<VintageRow>().ToTable("reference_vintages").HasKey(r => r.Number);
        modelBuilder.Entity<IndicatorStepRow>(e =>
        {
            e.ToTable("indicator_steps").HasKey(r => r.Number);
            e.HasIndex(r => r.Indicator);
        });
        modelBuilder.Entity<SavedTableRow>().ToTable("saved_tables").HasKey(r => r.Name);
        modelBuilder.Entity<ChangeRow>(e =>
        {
            e.ToTable("changes").HasKey(r => r.Number);
            e.Property(r => r.Hash).HasDefaultValue("");
        });
        modelBuilder.Entity<SharingStepRow>(e =>
        {
            e.ToTable("sharing_steps").HasKey(r => r.Number);
            e.HasIndex(r => r.Agreement);
        });
        modelBuilder.Entity<ReturnStepRow>(e =>
        {
            e.ToTable("return_steps").HasKey(r => r.Number);
            e.HasIndex(r => r.Quarter);
        });
        modelBuilder.Entity<ThreadEntryRow>(e =>
        {
            e.ToTable("thread_entries").HasKey(r => r.Number);
            e.HasIndex(r => new { r.Point, r.Version }).IsUnique();
            e.HasIndex(r => new { r.Kind, r.Area });
        });
        modelBuilder.Entity<ThreadLinkRow>(e =>
        {
            e.ToTable("thread_links").HasKey(r => r.Number);
            e.HasIndex(r => r.Ground);
            e.HasIndex(r => r.Follows);
            e.HasIndex(r => r.Owner);
        });
        modelBuilder.Entity<ThreadStepRow>(e =>
        {
            e.ToTable("thread_steps").HasKey(r => r.Number);
            e.HasIndex(r => r.Point);
        });
        modelBuilder.Entity<OriginalRow>(e =>
        {
            e.ToTable("originals").HasKey(r => r.Id);
            e.HasIndex(r => r.Sha256);
        });
        modelBuilder.Entity<AccountRow>(e =>
        {
            e.ToTable("accounts").HasKey(r => r.Id);
            e.HasIndex(r => r.SignInName).IsUnique();
            e.HasIndex(r => r.Name).IsUnique();
            e.Property(r => r.Kind).HasDefaultValue(AccountRecords.Own);
            e.Property(r => r.Subject).HasDefaultValue("");
            e.Property(r => r.MailAddress).HasDefaultValue("");
            e.Property(r => r.MailSince).HasDefaultValue(0L);
            e.HasIndex(r => new { r.Kind, r.Subject }).IsUnique().HasFilter("subject <> ''");
        });
        modelBuilder.Entity<AccountGrantRow>(e =>
        {
            e.ToTable("account_grants").HasKey(r => r.Id);
            e.Property(r => r.ProposedBy).HasDefaultValue("");
            e.Property(r => r.DecidedBy).HasDefaultValue("");
            e.HasIndex(r => r.Account);
        });
        modelBuilder.Entity<SignInRow>(e =>
        {
            e.ToTable("sign_ins").HasKey(r => r.Id);
            foreach (var column in new[] { nameof(SignInRow.AsRole), nameof(SignInRow.AsOrganisation), nameof(SignInRow.AsDistricts), nameof(SignInRow.AsClearance) })
                e.Property(column).HasDefaultValue("");
            e.HasIndex(r => r.Account);
        });
        modelBuilder.Entity<SignInGroupRow>().ToTable("sign_in_groups").HasKey(r => new { r.SignIn, r.Account });
        modelBuilder.Entity<IdentityProviderRow>(e =>
        {
            e.ToTable("identity_providers").HasKey(r => r.Issuer);
            e.Property(r => r.Hosts).HasDefaultValue("");
        });
        modelBuilder.Entity<MailServerRow>().ToTable("mail_servers").HasKey(r => r.Host);
        modelBuilder.Entity<MailNoticeRow>(e =>
        {
            e.ToTable("mail_notices").HasKey(r => r.Id);
            e.HasIndex(r => r.Account).IsUnique().HasFilter("state = 'waiting'");
        });
        modelBuilder.Entity<AccessSettingRow>().ToTable("access_settings").HasKey(r => r.Name);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            property.SetColumnName(Snake(property.Name));
    }

    // Lower case with underscores needs no quoting on PostgreSQL.
    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
