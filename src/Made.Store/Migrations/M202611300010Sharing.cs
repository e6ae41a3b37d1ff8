using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Made.Store.Migrations;

/// <summary>What was done to sharing agreements (their versions are lines of the register), and to returns of the statutory exchange.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300010_Sharing")]
internal sealed class M202611300010Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sharing_steps",
            t => new
            {
                number = t.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                agreement = t.Column<string>(),
                version = t.Column<int>(),
                step = t.Column<string>(),
                other = t.Column<string>(),
                role = t.Column<string>(),
                day = t.Column<DateOnly>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_sharing_steps", r => r.number));
        migrationBuilder.CreateIndex("IX_sharing_steps_agreement", "sharing_steps", "agreement");
        migrationBuilder.CreateTable(
            "return_steps",
            t => new
            {
                number = t.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                prescribed_set = t.Column<int>(),
                organisation = t.Column<string>(),
                quarter = t.Column<string>(),
                step = t.Column<string>(),
                day = t.Column<DateOnly>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_return_steps", r => r.number));
        migrationBuilder.CreateIndex("IX_return_steps_quarter", "return_steps", "quarter");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("sharing_steps");
        migrationBuilder.DropTable("return_steps");
    }
}
