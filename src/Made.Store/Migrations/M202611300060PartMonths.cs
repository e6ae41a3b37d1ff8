using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Whether a supply holds a part of its month. Those of before were not looked at for it.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300060_PartMonths")]
internal sealed class M202611300060PartMonths : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("provisional", "supplies", nullable: false, defaultValue: false);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("provisional", "supplies");
}
