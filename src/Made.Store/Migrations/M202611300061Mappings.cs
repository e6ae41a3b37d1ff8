using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Names of suppliers that stand for ours, removed ones included.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300061_Mappings")]
internal sealed class M202611300061Mappings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "mappings",
            t => new
            {
                id = t.Column<Guid>(),
                dataset = t.Column<string>(),
                kind = t.Column<string>(),
                target = t.Column<string>(),
                sent = t.Column<string>(),
                meant = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                state = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_mappings", r => r.id));
        migrationBuilder.CreateIndex("IX_mappings_dataset", "mappings", "dataset");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("mappings");
}
