using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Who proposed a grant and who decided it. Grants of before were made by one person at the machine.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300031_FourEyes")]
internal sealed class M202611300031FourEyes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("proposed_by", "account_grants", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<string>("decided_by", "account_grants", nullable: false, defaultValue: "");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("proposed_by", "account_grants");
        migrationBuilder.DropColumn("decided_by", "account_grants");
    }
}
