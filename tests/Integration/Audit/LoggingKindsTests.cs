using System.Reflection;
using Made.Store.Audit;
using Made.Store.Records;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Audit;

/// <summary>Each kind of change names what it is in the words of section 62 of the Data Protection Act 2018.</summary>
public sealed class LoggingKindsTests
{
    private static List<string> Codes(Type kinds) =>
        [.. kinds.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Every_kind_of_change_stands_in_the_table_once() =>
        LoggingKinds.All.Select(k => k.Code).ShouldBe(Codes(typeof(ChangeKinds)), ignoreOrder: true);

    [Fact]
    public void A_kind_that_the_table_does_not_name_would_be_noticed() =>
        Codes(typeof(Planted)).Except(LoggingKinds.All.Select(k => k.Code)).ShouldBe(["planted-kind"]);

    [Fact]
    public void All_six_have_something_to_log()
    {
        var used = LoggingKinds.All.Select(k => k.Logged).ToHashSet();
        used.ShouldBe([LoggingKind.Housekeeping, LoggingKind.Collection, LoggingKind.Alteration, LoggingKind.Combination, LoggingKind.Disclosure, LoggingKind.Erasure, LoggingKind.Consultation], ignoreOrder: true);
        LoggingKinds.Of("of a later version").Words.ShouldBe("of a later version");
    }

    private static class Planted
    {
        public const string Known = ChangeKinds.JobStarted;
        public const string Unknown = "planted-kind";
    }
}
