using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>An identity provider, the people and groups it tells of, and the groups of each sign-in. Accounts of before are opened by a password.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300050_IdentityProvider")]
internal sealed class M202611300050IdentityProvider : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("kind", "accounts", nullable: false, defaultValue: AccountRecords.Own);
        migrationBuilder.AddColumn<string>("subject", "accounts", nullable: false, defaultValue: "");
        migrationBuilder.CreateIndex("IX_accounts_kind_subject", "accounts", ["kind", "subject"], unique: true, filter: "subject <> ''");
        migrationBuilder.CreateTable(
            "sign_in_groups",
            t => new
            {
                sign_in = t.Column<Guid>(),
                account = t.Column<Guid>(),
            },
            constraints: t => t.PrimaryKey("PK_sign_in_groups", r => new { r.sign_in, r.account }));
        migrationBuilder.CreateTable(
            "identity_providers",
            t => new
            {
                issuer = t.Column<string>(),
                client_id = t.Column<string>(),
                name = t.Column<string>(),
                groups_claim = t.Column<string>(),
                client_secret = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_identity_providers", r => r.issuer));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("identity_providers");
        migrationBuilder.DropTable("sign_in_groups");
        migrationBuilder.DropIndex("IX_accounts_kind_subject", "accounts");
        migrationBuilder.DropColumn("subject", "accounts");
        migrationBuilder.DropColumn("kind", "accounts");
    }
}
