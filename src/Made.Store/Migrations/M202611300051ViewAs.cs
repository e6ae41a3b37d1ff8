using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>The role, organisation, districts and clearance that a sign-in looks as.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300051_ViewAs")]
internal sealed class M202611300051ViewAs : Migration
{
    private static readonly string[] Columns = ["as_role", "as_organisation", "as_districts", "as_clearance"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in Columns)
            migrationBuilder.AddColumn<string>(column, "sign_ins", nullable: false, defaultValue: "");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var column in Columns)
            migrationBuilder.DropColumn(column, "sign_ins");
    }
}
