using Made.Core.Access;
using Made.Core.Register;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Access;

/// <summary>How far a person reaches before any object is looked at.</summary>
public sealed class ReachTests
{
    [Theory]
    [InlineData(Role.CountyAnalyst, false, Marking.OfficialSensitive, Reach.All)]
    [InlineData(Role.CountyAnalyst, false, Marking.Official, Reach.Own)]
    [InlineData(Role.CountyAnalyst, true, Marking.OfficialSensitive, Reach.Own)]
    [InlineData(Role.DistrictManager, true, Marking.OfficialSensitive, Reach.Own)]
    [InlineData(Role.DistrictManager, false, Marking.OfficialSensitive, Reach.Own)]
    [InlineData(Role.ScrutinyCouncillor, false, Marking.OfficialSensitive, Reach.None)]
    public void A_limit_of_the_grant_makes_all_into_own(Role role, bool limited, Marking clearance, Reach reach) =>
        AccessMatrix.ReachOf(Person.Of(Of(role, limited, clearance)), Resource.SmallAreas, Deed.Read).ShouldBe(reach);

    [Fact]
    public void The_widest_of_several_grants_counts()
    {
        var both = Person.AtTheMachine with { Grants = [Of(Role.DistrictManager, true, Marking.Official), Of(Role.CountyAnalyst, false, Marking.OfficialSensitive)] };
        AccessMatrix.ReachOf(both, Resource.SmallAreas, Deed.Read).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(both with { Grants = [both.Grants[0]] }, Resource.SmallAreas, Deed.Read).ShouldBe(Reach.Own);
    }

    [Fact]
    public void What_is_public_reaches_everybody_and_ones_own_account_whoever_signed_in()
    {
        AccessMatrix.ReachOf(Person.Visitor, Resource.PublicPages, Deed.Read).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(Person.Visitor, Resource.OwnAccount, Deed.Read).ShouldBe(Reach.None);
        AccessMatrix.ReachOf(Person.Of(Role.SignedIn), Resource.OwnAccount, Deed.Read).ShouldBe(Reach.All);
        AccessMatrix.ReachOf(Person.AtTheMachine, Resource.PublicPages, Deed.Change).ShouldBe(Reach.None);
    }

    /// <summary>"View as" must show what the role sees, no more.</summary>
    [Fact]
    public void A_person_of_a_role_has_that_grant_and_a_visitor_or_somebody_without_a_role_has_none()
    {
        Person.Of(Role.PublicVisitor).ShouldBe(Person.Visitor);
        (Person.Visitor.Name, Person.Visitor.IsKnown).ShouldBe(("visitor", false));
        Person.Of(Role.SignedIn).ShouldSatisfyAllConditions(p => p.Grants.ShouldBeEmpty(), p => p.IsKnown.ShouldBeTrue());
        Person.Of(Role.Administrator).Grants.ShouldHaveSingleItem().ShouldSatisfyAllConditions(g => g.Role.ShouldBe(Role.Administrator), g => g.Organisation.ShouldBe(""));
        Person.AtTheMachine.Name.ShouldBe("");
    }

    [Fact]
    public void A_refusal_says_which_limit_it_was()
    {
        string Why(Grant? grant, Resource resource, Deed deed, ObjectFacts facts) =>
            AccessMatrix.May(Person.AtTheMachine with { Grants = grant is null ? [] : [grant] }, resource, deed, facts).Reason;
        var elsewhere = new ObjectFacts { Organisations = ["police"], Districts = [new AreaCode("B")] };
        Why(null, Resource.Audit, Deed.Read, ObjectFacts.Kind).ShouldBe("No role has been given.");
        Why(Of(Role.PccOffice, false, Marking.Official), Resource.Audit, Deed.Read, ObjectFacts.Kind).ShouldBe("None of the roles given is named by the rule.");
        Why(Of(Role.DistrictManager, true, Marking.Official), Resource.SmallAreas, Deed.Read, elsewhere).ShouldBe("It lies in another area.");
        Why(Of(Role.PartnerContributor, true, Marking.Official), Resource.Exchange, Deed.Send, elsewhere).ShouldBe("It belongs to another organisation or area.");
    }

    [Fact]
    public void Every_role_has_a_code_of_its_own_that_finds_it_and_words_for_people()
    {
        Roles.All.ShouldAllBe(r => Roles.Of(r.Code()) == r);
        Roles.All.Select(r => r.Words()).Distinct().Count().ShouldBe(Roles.All.Count);
        Roles.All.ShouldAllBe(r => r.Words().Length > 5);
        Roles.All.Select(r => r.Code()).ShouldBe([
            "public-visitor", "signed-in", "partner-contributor", "partner-analyst", "county-analyst", "district-manager", "panel-member", "panel-chair", "review-chair",
            "scrutiny-councillor", "pcc-office", "information-governance", "administrator", "worker",
        ]);
    }

    /// <summary>The page "who can see what" prints these: a line without its reason would be a rule that nobody answers for.</summary>
    [Fact]
    public void Every_line_says_why_in_a_sentence_and_every_resource_and_deed_has_words()
    {
        AccessMatrix.Rules.ShouldAllBe(r => r.Why.Length > 10 && r.Why.EndsWith('.'));
        Enum.GetValues<Resource>().Select(r => r.Words()).ShouldAllBe(w => w.Length > 4);
        Enum.GetValues<Resource>().Select(r => r.Words()).ShouldBeUnique();
        Enum.GetValues<Deed>().Select(d => d.Words()).ShouldBeUnique();
        Enum.GetValues<Reach>().Select(r => r.Words()).ShouldBe(["no", "own", "yes"]);
    }

    private static Grant Of(Role role, bool limited, Marking clearance) =>
        new() { Role = role, Organisation = limited ? "fire" : "", Districts = limited ? [new AreaCode("A")] : [], Clearance = clearance };
}
