using Made.Store.Records;
using Made.TestKit;
using Made.TestKit.Postgres;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class SchemaTests
{
    [Theory, OnEachDatabase]
    public async Task The_migrations_make_the_schema_that_the_model_describes(string database)
    {
        using var created = await Fresh(database);
        using var migrated = await Fresh(database);
        await using (var db = created.Source.Context())
            await db.Database.EnsureCreatedAsync();
        await using (var db = migrated.Source.Context())
            await db.Database.MigrateAsync();
        var described = await Describe(created.Source);
        described.Count.ShouldBeGreaterThan(60);
        (await Describe(migrated.Source)).ShouldBe(described);
    }

    [Theory, OnEachDatabase]
    public async Task A_column_or_index_that_only_one_side_has_is_noticed(string database)
    {
        using var created = await Fresh(database);
        await using var db = created.Source.Context();
        await db.Database.EnsureCreatedAsync();
        var before = await Describe(created.Source);
        await db.Database.ExecuteSqlRawAsync("ALTER TABLE supplies ADD COLUMN planted text");
        var withColumn = await Describe(created.Source);
        withColumn.ShouldNotBe(before);
        await db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_supplies_dataset_first_last\"");
        (await Describe(created.Source)).ShouldNotBe(withColumn);
    }

    /// <summary>Tables with each column's type, nullness, default and identity, and every index with its filter: sorted, so that order does not matter.</summary>
    private static async Task<IReadOnlyList<string>> Describe(RecordsSource source)
    {
        const string postgres = """
            SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_identity || ' ' || coalesce(column_default, '-') AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
            UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
            """;
        const string sqlite = """
            SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || coalesce(c.dflt_value, '-')
                || (CASE WHEN c.pk > 0 AND m.sql LIKE '%AUTOINCREMENT%' THEN ' identity' ELSE '' END) AS "Value"
            FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
            UNION ALL SELECT 'index ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
            """;
        await using var db = source.Context();
        var rows = await db.Database.SqlQueryRaw<string>(source.IsPostgres ? postgres : sqlite).ToListAsync();
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private static async Task<EmptyDatabase> Fresh(string database) => new(
        Directory.CreateTempSubdirectory("made-schema-").FullName,
        database == TemporaryHome.Postgres ? await PostgresCluster.NewDatabase() : "");

    private sealed class EmptyDatabase(string folder, string postgres) : IDisposable
    {
        public RecordsSource Source { get; } = new(Path.Combine(folder, "records.db"), postgres);

        public void Dispose()
        {
            Source.Dispose();
            Directory.Delete(folder, recursive: true);
        }
    }
}
