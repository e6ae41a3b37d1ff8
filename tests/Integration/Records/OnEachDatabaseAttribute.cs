using System.Reflection;
using Made.TestKit;
using Made.TestKit.Postgres;
using Xunit.Sdk;

namespace Made.Tests.Integration.Records;

/// <summary>Runs a theory on SQLite, and on PostgreSQL where it can be started; says plainly where it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    private static readonly Lazy<object[][]> Databases = new(() =>
    {
        if (PostgresCluster.WhyNot.Length == 0)
            return [[TemporaryHome.Sqlite], [TemporaryHome.Postgres]];
        Console.WriteLine(PostgresCluster.WhyNot);
        return [[TemporaryHome.Sqlite]];
    });

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => Databases.Value;
}
