using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Who may sign in, what they were granted, where they are signed in, and this home's choices about access.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300030_Accounts")]
internal sealed class M202611300030Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts",
            t => new
            {
                id = t.Column<Guid>(),
                sign_in_name = t.Column<string>(),
                name = t.Column<string>(),
                state = t.Column<string>(),
                password_hash = t.Column<string>(),
                code_key = t.Column<string>(),
                code_step = t.Column<long>(),
                recovery_codes = t.Column<string>(),
                failures = t.Column<int>(),
                locked_until = t.Column<long>(),
                made = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("PK_accounts", r => r.id));
        migrationBuilder.CreateIndex("IX_accounts_sign_in_name", "accounts", "sign_in_name", unique: true);
        migrationBuilder.CreateIndex("IX_accounts_name", "accounts", "name", unique: true);
        migrationBuilder.CreateTable(
            "account_grants",
            t => new
            {
                id = t.Column<Guid>(),
                account = t.Column<Guid>(),
                role = t.Column<string>(),
                organisation = t.Column<string>(),
                districts = t.Column<string>(),
                clearance = t.Column<string>(),
                from = t.Column<DateOnly>(),
                until = t.Column<DateOnly>(),
                state = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_account_grants", r => r.id));
        migrationBuilder.CreateIndex("IX_account_grants_account", "account_grants", "account");
        migrationBuilder.CreateTable(
            "sign_ins",
            t => new
            {
                id = t.Column<Guid>(),
                account = t.Column<Guid>(),
                started = t.Column<long>(),
                fresh = t.Column<long>(),
                place = t.Column<string>(),
                state = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_sign_ins", r => r.id));
        migrationBuilder.CreateIndex("IX_sign_ins_account", "sign_ins", "account");
        migrationBuilder.CreateTable(
            "access_settings",
            t => new
            {
                name = t.Column<string>(),
                value = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_access_settings", r => r.name));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "accounts", "account_grants", "sign_ins", "access_settings" })
            migrationBuilder.DropTable(table);
    }
}
