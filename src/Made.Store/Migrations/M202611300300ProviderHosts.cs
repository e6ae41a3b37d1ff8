using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Further hosts of an identity provider that may be asked. One that was set before has none: its own host and no other.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300300_ProviderHosts")]
internal sealed class M202611300300ProviderHosts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("hosts", "identity_providers", nullable: false, defaultValue: "");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("hosts", "identity_providers");
}
