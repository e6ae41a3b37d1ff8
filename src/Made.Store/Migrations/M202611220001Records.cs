using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Made.Store.Migrations;

/// <summary>The first tables: homes, register, supplies, receipts, editions, jobs, reference vintages and changes.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611220001_Records")]
internal sealed class M202611220001Records : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("homes", t => new { id = t.Column<string>() }, constraints: t => t.PrimaryKey("PK_homes", r => r.id));
        Register(migrationBuilder);
        Supplies(migrationBuilder);
        Receipts(migrationBuilder);
        Editions(migrationBuilder);
        Jobs(migrationBuilder);
        Vintages(migrationBuilder);
        Changes(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["homes", "register", "supplies", "receipts", "editions", "jobs", "reference_vintages", "changes"])
            migrationBuilder.DropTable(table);
    }

    private static void Register(MigrationBuilder migration) => migration.CreateTable(
        "register",
        t => new
        {
            kind = t.Column<string>(),
            id = t.Column<string>(),
            version = t.Column<int>(),
            from = t.Column<DateOnly>(),
            to = t.Column<DateOnly>(),
            position = t.Column<int>(),
            json = t.Column<string>(),
            pack_version = t.Column<string>(),
        },
        constraints: t => t.PrimaryKey("PK_register", r => new { r.kind, r.id, r.version }));

    private static void Supplies(MigrationBuilder migration)
    {
        migration.CreateTable(
            "supplies",
            t => new
            {
                id = t.Column<string>(),
                dataset = t.Column<string>(),
                first = t.Column<string>(),
                last = t.Column<string>(),
                revision = t.Column<int>(),
                state = t.Column<string>(),
                superseded_by = t.Column<string>(),
                file = t.Column<string>(),
                sha256 = t.Column<string>(),
                facts_sha256 = t.Column<string>(),
                received = t.Column<long>(),
                released = t.Column<DateOnly>(nullable: true),
                stored = t.Column<long>(),
                without_place = t.Column<long>(),
                outside_area = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_supplies", r => r.id));
        migration.CreateIndex("IX_supplies_dataset_first_last_revision", "supplies", ["dataset", "first", "last", "revision"], unique: true);
        migration.CreateIndex("IX_supplies_dataset_first_last", "supplies", ["dataset", "first", "last"], unique: true, filter: "state = 'current'");
        migration.CreateIndex("IX_supplies_dataset_sha256", "supplies", ["dataset", "sha256"]);
    }

    private static void Receipts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "receipts",
            t => new
            {
                id = t.Column<Guid>(),
                received = t.Column<long>(),
                by = t.Column<string>(),
                dataset = t.Column<string>(),
                period = t.Column<string>(),
                supply = t.Column<string>(),
                verdict = t.Column<string>(),
                file = t.Column<string>(),
                sha256 = t.Column<string>(),
                json = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_receipts", r => r.id));
        migration.CreateIndex("IX_receipts_received", "receipts", "received");
        migration.CreateIndex("IX_receipts_supply", "receipts", "supply");
    }

    private static void Editions(MigrationBuilder migration) => migration.CreateTable(
        "editions",
        t => new
        {
            month = t.Column<string>(),
            number = t.Column<int>(),
            as_at = t.Column<DateOnly>(),
            built = t.Column<long>(),
            why = t.Column<string>(),
            sha256 = t.Column<string>(),
            json = t.Column<string>(),
        },
        constraints: t => t.PrimaryKey("PK_editions", r => new { r.month, r.number }));

    private static void Jobs(MigrationBuilder migration)
    {
        migration.CreateTable(
            "jobs",
            t => new
            {
                id = t.Column<Guid>(),
                kind = t.Column<string>(),
                state = t.Column<string>(),
                alone = t.Column<string>(),
                rows = t.Column<long>(),
                rate = t.Column<double>(),
                message = t.Column<string>(),
                started = t.Column<long>(),
                finished = t.Column<long>(nullable: true),
                lease_holder = t.Column<string>(),
                lease_until = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_jobs", r => r.id));
        migration.CreateIndex("IX_jobs_started", "jobs", "started");
        migration.CreateIndex("IX_jobs_alone", "jobs", "alone", unique: true, filter: "state = 'running' AND alone <> ''");
    }

    private static void Vintages(MigrationBuilder migration) => migration.CreateTable(
        "reference_vintages",
        t => new
        {
            number = t.Column<long>()
                .Annotation("Sqlite:Autoincrement", true)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            vintage = t.Column<string>(),
            adopted = t.Column<long>(),
        },
        constraints: t => t.PrimaryKey("PK_reference_vintages", r => r.number));

    private static void Changes(MigrationBuilder migration) => migration.CreateTable(
        "changes",
        t => new
        {
            number = t.Column<long>()
                .Annotation("Sqlite:Autoincrement", true)
                .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
            at = t.Column<long>(),
            by = t.Column<string>(),
            why = t.Column<string>(),
            what = t.Column<string>(),
            subject = t.Column<string>(),
        },
        constraints: t => t.PrimaryKey("PK_changes", r => r.number));
}
