using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Partners' files that are kept sealed as they were received, with their day, holds and destruction.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300040_Originals")]
internal sealed class M202611300040Originals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "originals",
            t => new
            {
                id = t.Column<string>(),
                dataset = t.Column<string>(),
                supplies = t.Column<string>(),
                sha256 = t.Column<string>(),
                bytes = t.Column<long>(),
                received = t.Column<DateOnly>(),
                kept_until = t.Column<DateOnly>(),
                key = t.Column<string>(),
                hold = t.Column<string>(),
                destroyed_at = t.Column<long>(nullable: true),
                by = t.Column<string>(),
                second = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_originals", r => r.id));
        migrationBuilder.CreateIndex("IX_originals_sha256", "originals", "sha256");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("originals");
}
