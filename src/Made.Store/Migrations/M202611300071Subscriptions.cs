using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>What readers subscribed to, and up to when they have read what was released.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300071_Subscriptions")]
internal sealed class M202611300071Subscriptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "readers",
            t => new
            {
                reader = t.Column<string>(),
                read_until = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_readers", r => r.reader));
        migrationBuilder.CreateTable(
            "subscriptions",
            t => new
            {
                reader = t.Column<string>(),
                subject = t.Column<string>(),
                at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_subscriptions", r => new { r.reader, r.subject }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "readers", "subscriptions" })
            migrationBuilder.DropTable(table);
    }
}
