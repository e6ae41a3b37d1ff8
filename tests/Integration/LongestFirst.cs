using Made.Tests.Integration.Accounts;
using Made.Tests.Integration.Disclosure;
using Made.Tests.Integration.Program;
using Made.Tests.Integration.Site;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Made.Tests.Integration.LongestFirst", "Made.Tests.Integration")]

namespace Made.Tests.Integration;

/// <summary>Classes that take longest begin first, so that at the end no processor waits for one of them.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [nameof(StopTests), nameof(AccessByRoleTests), nameof(CrawlTests), nameof(SecretRecordsTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(c => Longest.Contains(c.DisplayName[(c.DisplayName.LastIndexOf('.') + 1)..]));
}
