using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Made.Store.Migrations;

/// <summary>Drafts and releases of editions, the notes that wait for a release, and which CSPs ask for a check. What was built before counts as released when it was built.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300070_Releases")]
internal sealed class M202611300070Releases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "edition_steps",
            t => new
            {
                number = t.Column<long>().Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                month = t.Column<string>(),
                edition = t.Column<int>(),
                step = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
                kind = t.Column<string>(),
                due = t.Column<long>(),
                notes = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_edition_steps", r => r.number));
        migrationBuilder.CreateIndex("IX_edition_steps_month_edition", "edition_steps", ["month", "edition"], unique: true, filter: "step = 'released'");
        migrationBuilder.CreateTable(
            "edition_notes",
            t => new
            {
                month = t.Column<string>(),
                area = t.Column<string>(),
                indicator = t.Column<string>(),
                text = t.Column<string>(),
                role = t.Column<string>(),
                day = t.Column<DateOnly>(),
                at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_edition_notes", r => new { r.month, r.area, r.indicator }));
        migrationBuilder.CreateTable(
            "release_settings",
            t => new
            {
                number = t.Column<long>().Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                csp = t.Column<string>(),
                setting = t.Column<string>(),
                from = t.Column<DateOnly>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_release_settings", r => r.number));
        migrationBuilder.Sql("""
            INSERT INTO edition_steps (month, edition, step, at, "by", why, kind, due, notes)
            SELECT month, number, 'released', built, 'made', why, CASE WHEN number = 1 THEN 'first' ELSE 'addition' END, 0, '[]' FROM editions;
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "edition_steps", "edition_notes", "release_settings" })
            migrationBuilder.DropTable(table);
    }
}
