using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Papers for meetings that were made.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300072_Papers")]
internal sealed class M202611300072Papers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "papers",
        t => new
        {
            id = t.Column<Guid>(),
            choice = t.Column<string>(),
            at = t.Column<long>(),
            by = t.Column<string>(),
            pdf_sha256 = t.Column<string>(),
            word_sha256 = t.Column<string>(),
        },
        constraints: t => t.PrimaryKey("PK_papers", r => r.id));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("papers");
}
