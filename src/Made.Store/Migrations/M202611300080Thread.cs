using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Made.Store.Migrations;

/// <summary>The golden thread: entries with their versions, the edges between points, and the steps that moved an entry from state to state.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300080_Thread")]
internal sealed class M202611300080Thread : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "thread_entries",
            t => new
            {
                number = Number(t),
                point = t.Column<string>(),
                kind = t.Column<string>(),
                version = t.Column<int>(),
                area = t.Column<string>(),
                is_whole = t.Column<bool>(),
                title = t.Column<string>(),
                day = t.Column<DateOnly>(),
                source = t.Column<string>(),
                json = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_thread_entries", r => r.number));
        migrationBuilder.CreateIndex("IX_thread_entries_point_version", "thread_entries", ["point", "version"], unique: true);
        migrationBuilder.CreateIndex("IX_thread_entries_kind_area", "thread_entries", ["kind", "area"]);
        migrationBuilder.CreateTable(
            "thread_links",
            t => new
            {
                number = Number(t),
                ground = t.Column<string>(),
                follows = t.Column<string>(),
                owner = t.Column<string>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
                ended = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_thread_links", r => r.number));
        foreach (var column in new[] { "ground", "follows", "owner" })
            migrationBuilder.CreateIndex($"IX_thread_links_{column}", "thread_links", column);
        migrationBuilder.CreateTable(
            "thread_steps",
            t => new
            {
                number = Number(t),
                point = t.Column<string>(),
                act = t.Column<string>(),
                from_state = t.Column<string>(),
                to_state = t.Column<string>(),
                day = t.Column<DateOnly>(),
                at = t.Column<long>(),
                by = t.Column<string>(),
                why = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_thread_steps", r => r.number));
        migrationBuilder.CreateIndex("IX_thread_steps_point", "thread_steps", "point");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("thread_entries");
        migrationBuilder.DropTable("thread_links");
        migrationBuilder.DropTable("thread_steps");
    }

    private static OperationBuilder<AddColumnOperation> Number(ColumnsBuilder t) => t.Column<long>()
        .Annotation("Sqlite:Autoincrement", true)
        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);
}
