using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>A mail server, addresses of accounts, and the outbox. Nobody is told by e-mail before they ask for it.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300200_Mail")]
internal sealed class M202611300200Mail : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("mail_address", "accounts", nullable: false, defaultValue: "");
        migrationBuilder.AddColumn<long>("mail_since", "accounts", nullable: false, defaultValue: 0L);
        migrationBuilder.CreateTable(
            "mail_servers",
            t => new
            {
                host = t.Column<string>(),
                port = t.Column<int>(),
                sender = t.Column<string>(),
                user_name = t.Column<string>(),
                tls = t.Column<string>(),
                public_address = t.Column<string>(),
                password = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_mail_servers", r => r.host));
        migrationBuilder.CreateTable(
            "mail_notices",
            t => new
            {
                id = t.Column<Guid>(),
                account = t.Column<Guid>(),
                covers = t.Column<long>(),
                state = t.Column<string>(),
                made = t.Column<long>(),
                tries = t.Column<int>(),
                next_try = t.Column<long>(),
                last_try = t.Column<long>(),
                last_answer = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_mail_notices", r => r.id));
        migrationBuilder.CreateIndex("IX_mail_notices_account", "mail_notices", "account", unique: true, filter: "state = 'waiting'");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("mail_notices");
        migrationBuilder.DropTable("mail_servers");
        migrationBuilder.DropColumn("mail_since", "accounts");
        migrationBuilder.DropColumn("mail_address", "accounts");
    }
}
