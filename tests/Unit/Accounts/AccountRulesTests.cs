using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Register;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Accounts;

/// <summary>Which passwords, names and grants are taken, and what a grant is worth on a day.</summary>
public sealed class AccountRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly AreaCode District = new("E07000001");

    [Theory]
    [InlineData("three random words", "")]
    [InlineData("eleven char", "password-too-short")]
    [InlineData("aaaabbbbccccdddd", "password-easy")]
    [InlineData("my name is a.analyst@example.org", "password-easy")]
    [InlineData("i am the ANALYST, NORTH", "password-easy")]
    public void A_password_is_long_and_not_the_name(string password, string code) => (SignInRules.WhyNot(password, Account([])) is { } p ? p.Code : "").ShouldBe(code);

    [Fact]
    public void A_password_has_an_upper_length() => SignInRules.WhyNot(string.Concat(Enumerable.Repeat("abcdefgh", 26)), Account([]))!.Code.ShouldBe("password-too-long");

    [Theory]
    [InlineData("Analyst, north", "a@example.org", "")]
    [InlineData("An", "a@example.org", "no-name")]
    [InlineData("Analyst (tables page)", "a@example.org", "no-name")]
    [InlineData("Analyst\nSecond line", "a@example.org", "no-name")]
    [InlineData("Analyst", "a b", "no-sign-in-name")]
    [InlineData("Analyst", "ab", "no-sign-in-name")]
    public void A_name_can_not_pass_for_what_the_program_adds(string name, string signInName, string code) =>
        (SignInRules.WhyNot(name, signInName) is { } p ? p.Code : "").ShouldBe(code);

    [Theory]
    [InlineData(Role.CountyAnalyst, "", false, "")]
    [InlineData(Role.Administrator, "", false, "")]
    [InlineData(Role.PartnerContributor, "fire", false, "")]
    [InlineData(Role.PartnerContributor, "", false, "needs-organisation")]
    [InlineData(Role.PartnerContributor, "fier", false, "no-such-organisation")]
    [InlineData(Role.DistrictManager, "", true, "")]
    [InlineData(Role.DistrictManager, "", false, "needs-district")]
    [InlineData(Role.Worker, "", false, "role-is-not-given")]
    [InlineData(Role.PublicVisitor, "", false, "role-is-not-given")]
    [InlineData(Role.SignedIn, "", false, "role-is-not-given")]
    public void A_grant_names_what_its_role_needs(Role role, string organisation, bool inside, string code) =>
        (GrantRules.WhyNot(Dated(role, organisation, inside ? [District] : []), ["fire", "police"], [District]) is { } p ? p.Code : "").ShouldBe(code);

    [Fact]
    public void A_grant_of_an_unknown_district_or_without_days_is_refused()
    {
        GrantRules.WhyNot(Dated(Role.CountyAnalyst, "", [new AreaCode("E07000099")]), [], [District])!.Code.ShouldBe("no-such-district");
        GrantRules.WhyNot(Dated(Role.CountyAnalyst, "", []) with { Until = Day.AddDays(-1) }, [], [])!.Code.ShouldBe("ends-before-it-begins");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_grant_counts_from_its_first_day_to_its_last(int days, bool counts)
    {
        var grant = Dated(Role.CountyAnalyst, "", []) with { Until = Day.AddDays(10) };
        Account([grant]).On(Day.AddDays(days)).Grants.Count.ShouldBe(counts ? 1 : 0);
        Account([grant with { State = GrantState.Revoked }]).On(Day.AddDays(days)).Grants.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(GrantState.Proposed, false)]
    [InlineData(GrantState.InForce, true)]
    [InlineData(GrantState.Declined, false)]
    [InlineData(GrantState.Revoked, false)]
    public void Only_a_grant_in_force_counts(GrantState state, bool counts) =>
        Account([Dated(Role.CountyAnalyst, "", []) with { State = state }]).On(Day).Grants.Any().ShouldBe(counts);

    [Fact]
    public void Four_eyes_decide_and_none_of_them_are_those_of_whoever_gets_the_role()
    {
        var proposal = Dated(Role.CountyAnalyst, "", []) with { State = GrantState.Proposed, ProposedBy = "Analyst, north" };
        var (self, other) = (Account([]) with { Id = Guid.NewGuid() }, Account([]) with { Id = Guid.NewGuid(), Name = "Somebody else" });
        GrantRules.WhyNotDecide(proposal, isForThem: false, self)!.Code.ShouldBe("own-proposal");
        GrantRules.WhyNotDecide(proposal, isForThem: true, other)!.Code.ShouldBe("own-grant");
        GrantRules.WhyNotDecide(proposal with { ProposedBy = "made account grant" }, isForThem: true, self)!.Code.ShouldBe("own-grant");
        GrantRules.WhyNotDecide(proposal, isForThem: false, other).ShouldBeNull();
        foreach (var decided in new[] { GrantState.InForce, GrantState.Declined, GrantState.Revoked })
            GrantRules.WhyNotDecide(proposal with { State = decided }, isForThem: false, other)!.Code.ShouldBe("grant-not-proposed");
    }

    [Fact]
    public void Nobody_reaches_further_without_looking_at_the_object_than_with_it()
    {
        AccessMatrix.ReachOf(Person.Visitor, Resource.PublicPages, Deed.Read).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(Person.Visitor, Resource.OwnAccount, Deed.Read).ShouldBe(Reach.None);
        AccessMatrix.ReachOf(Account([]).On(Day), Resource.OwnAccount, Deed.Change).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(Account([]).On(Day), Resource.Dashboards, Deed.Read).ShouldBe(Reach.None);
        AccessMatrix.ReachOf(Account([Dated(Role.CountyAnalyst, "", [])]).On(Day), Resource.Exchange, Deed.Read).ShouldBe(Reach.Own, "its marking is still to be looked at");
        AccessMatrix.ReachOf(Account([Dated(Role.CountyAnalyst, "", [], Marking.OfficialSensitive)]).On(Day), Resource.Exchange, Deed.Read).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(Account([Dated(Role.CountyAnalyst, "", [District], Marking.OfficialSensitive)]).On(Day), Resource.Exchange, Deed.Read).ShouldBe(Reach.Own);
        AccessMatrix.ReachOf(Account([Dated(Role.PartnerContributor, "fire", [], Marking.OfficialSensitive)]).On(Day), Resource.Exchange, Deed.Read).ShouldBe(Reach.Own);
        AccessMatrix.ReachOf(Person.AtTheMachine, Resource.Exchange, Deed.Read).ShouldBe(Reach.All);
    }

    private static Account Account(IReadOnlyList<DatedGrant> grants) => new()
    {
        Id = Guid.Empty,
        Kind = AccountKind.Own,
        SignInName = "a.analyst@example.org",
        Name = "Analyst, north",
        IsEnabled = true,
        HasSecondFactor = false,
        LockedUntil = DateTimeOffset.UnixEpoch,
        Grants = grants,
    };

    private static DatedGrant Dated(Role role, string organisation, IReadOnlyList<AreaCode> districts, Marking clearance = Marking.Official) => new()
    {
        Id = Guid.Empty,
        Grant = new Grant { Role = role, Organisation = organisation, Districts = districts, Clearance = clearance },
        From = Day,
        Until = DateOnly.MaxValue,
        State = GrantState.InForce,
        ProposedBy = "",
        DecidedBy = "",
    };
}
