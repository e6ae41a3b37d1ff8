using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Made.Store.Migrations;

/// <summary>What was done here to indicators (the definitions themselves are lines of the register), and the tables that people saved.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611220002_Definitions")]
internal sealed class M202611220002Definitions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "indicator_steps",
            t => new
            {
                number = t.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                indicator = t.Column<string>(),
                version = t.Column<int>(),
                step = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_indicator_steps", r => r.number));
        migrationBuilder.CreateIndex("IX_indicator_steps_indicator", "indicator_steps", "indicator");
        migrationBuilder.CreateTable(
            "saved_tables",
            t => new
            {
                name = t.Column<string>(),
                title = t.Column<string>(),
                selection = t.Column<string>(),
                month = t.Column<string>(),
                edition = t.Column<int>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                state = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_saved_tables", r => r.name));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("indicator_steps");
        migrationBuilder.DropTable("saved_tables");
    }
}
