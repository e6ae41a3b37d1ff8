using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>Keys by which programs send files: hashes, organisations and days.</summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300062_SendingKeys")]
internal sealed class M202611300062SendingKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "sending_keys",
            t => new
            {
                id = t.Column<Guid>(),
                name = t.Column<string>(),
                organisation = t.Column<string>(),
                hash = t.Column<string>(),
                made = t.Column<long>(),
                by = t.Column<string>(),
                until = t.Column<DateOnly>(),
                revoked = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_sending_keys", r => r.id));
        migrationBuilder.CreateIndex("IX_sending_keys_hash", "sending_keys", "hash", unique: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable("sending_keys");
}
