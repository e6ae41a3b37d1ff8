using Made.Store.Records;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Made.Store.Migrations;

/// <summary>
/// A place in the hash chain for each audit row. SQLite has no SHA-256, so the start gives the earlier rows their hashes right after this,
/// before anything else may be written (<see cref="Audit.EarlierRows"/>).
/// </summary>
[DbContext(typeof(RecordsDb))]
[Migration("202611300001_AuditChain")]
internal sealed class M202611300001AuditChain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("hash", "changes", defaultValue: "");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropColumn("hash", "changes");
}
