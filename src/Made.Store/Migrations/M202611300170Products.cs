using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Records that are kept whole in versions, intelligence products and requests to the analysts among them, and the sealed files of products.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300170_Products")]
internal sealed class M202611300170Products : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "record_versions",
            t => new
            {
                number = t.Column<long>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation("Npgsql:ValueGenerationStrategy", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                kind = t.Column<string>(),
                id = t.Column<string>(),
                version = t.Column<int>(),
                json = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_record_versions", r => r.number));
        migrationBuilder.CreateIndex("IX_record_versions_kind_id_version", "record_versions", ["kind", "id", "version"], unique: true);
        migrationBuilder.CreateTable(
            "product_files",
            t => new
            {
                id = t.Column<string>(),
                product = t.Column<string>(),
                sha256 = t.Column<string>(),
                key = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_product_files", r => r.id));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "record_versions", "product_files" })
            migrationBuilder.DropTable(table);
    }
}
