using Made.Core.Access;
using Made.Core.Register;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Access;

/// <summary>The matrix against a table written by hand: one letter for each role, in the order of the heading (y everything, o own, - no).</summary>
public sealed class AccessMatrixTests
{
    // visitor, signed in, contributor, partner analyst, county analyst, district manager, panel member, panel chair, review chair, councillor, PCC office, IG, administrator, worker
    private const string Oracle = """
        public-pages read      yyyyyyyyyyyyyy
        dashboards read        --yyyyyyy-yy-y
        dashboards download    --yyyyyyy-yy--
        small-areas read       ---yyo----y---
        small-areas download   ---yyo----y---
        editions read          --yyyyyyy-yy--
        editions download      --yyyyyyy-yy--
        drafts read            ----y------y--
        drafts change          ----y---------
        drafts release         ----y---------
        papers read            --yyyyyyy-yy--
        papers download        --yyyyyyy-yy--
        papers change          ---yyy----y---
        products read          --yyyyyyy-yy--
        products download      --yyyyyyy-yy--
        products change        ---yyo--------
        work-plan read         --yyyyyyy-yy--
        work-plan download     --yyyyyyy-yy--
        work-plan change       ---yy---------
        own-requests read      -yyyyyyyyyyyyy
        own-requests change    -yyyyyyyyyyyyy
        partner-figures read   --yyyyyyy-yy-y
        workbench read         ---yyy----y---
        workbench download     ---yyy----y---
        tables read            --yyyyyyy-yy--
        tables download        --yyyyyyy-yy--
        tables change          ---yyy----y---
        indicators read        --yyyyyyy-yy--
        indicators download    --yyyyyyy-yy--
        indicators change      ----y---------
        exchange read          --o-y------y--
        exchange send          --o-y---------
        exchange withdraw      --o-y---------
        sharing read           --yyyyyyy-yy--
        sharing change         ----y------y--
        assessment read        --yyyyyyy-yy--
        assessment download    --yyyyyyy-yy--
        assessment change      ---yyo--------
        agreement read         --yyyyyyy-yy--
        agreement download     --yyyyyyy-yy--
        agreement change       ----yo--------
        comments change        ---yyy----y---
        recovery read          --yyyyyyy-yy--
        recovery change        ---yyo--------
        thread read            --yyyyyyy-yy--
        thread change          ----yo--------
        audit read             -----------y--
        audit download         -----------y--
        own-account read       -yyyyyyyyyyyyy
        own-account change     -yyyyyyyyyyyyy
        people read            -----------yy-
        people change          ------------y-
        """;

    [Fact]
    public void Each_cell_of_each_role_resource_and_deed_is_as_the_table_written_by_hand_says()
    {
        var expected = Oracle.Split('\n', StringSplitOptions.TrimEntries).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(l => (l[0], l[1]), l => l[2]);
        var cells = 0;
        foreach (var resource in Enum.GetValues<Resource>())
            foreach (var deed in Enum.GetValues<Deed>())
                for (var i = 0; i < Roles.All.Count; i++, cells++)
                {
                    var letter = expected.TryGetValue((resource.Code(), deed.Code()), out var line) ? line[i] : '-';
                    var reach = AccessMatrix.Find(resource, deed)?.ReachOf(Roles.All[i]) ?? Reach.None;
                    reach.ShouldBe(letter switch { 'y' => Reach.All, 'o' => Reach.Own, _ => Reach.None }, $"{Roles.All[i].Code()} {resource.Code()} {deed.Code()}");
                    AccessMatrix.May(Person.Of(Roles.All[i]), resource, deed, ObjectFacts.Kind).Allowed.ShouldBe(letter != '-');
                }
        cells.ShouldBe(14 * 23 * 6);
    }

    [Fact]
    public void These_deeds_ask_for_the_password_again_and_no_other() =>
        AccessMatrix.Rules.Where(r => r.NeedsFreshSignIn).Select(r => $"{r.Resource.Code()} {r.Deed.Code()}").ShouldBe(["dashboards download", "small-areas download", "drafts release", "workbench download", "tables download", "exchange withdraw", "audit download", "people change"]);

    [Theory]
    [InlineData("fire", "", "fire", "A", true)]
    [InlineData("fire", "", "police", "A", false)]
    [InlineData("", "", "", "A", false)]
    [InlineData("fire", "A", "fire", "A", true)]
    [InlineData("fire", "A", "fire", "B", false)]
    [InlineData("fire", "A", "fire", "", false)]
    public void A_contributor_reaches_what_its_own_body_supplies_inside_its_districts(string body, string district, string supplier, string place, bool allowed) =>
        AccessMatrix.May(Somebody(Role.PartnerContributor, body, district), Resource.Exchange, Deed.Send, Facts(supplier, place)).Allowed.ShouldBe(allowed);

    [Theory]
    [InlineData("A", "A", true)]
    [InlineData("A", "B", false)]
    [InlineData("", "A", false)]
    public void A_district_manager_sees_the_small_areas_of_his_district_only(string district, string place, bool allowed) =>
        AccessMatrix.May(Somebody(Role.DistrictManager, "", district), Resource.SmallAreas, Deed.Read, Facts("", place)).Allowed.ShouldBe(allowed);

    [Fact]
    public void A_marking_above_the_clearance_is_refused_whatever_the_role()
    {
        var facts = Facts("fire", "A") with { Marking = Marking.OfficialSensitive };
        AccessMatrix.May(Somebody(Role.CountyAnalyst, "", ""), Resource.Exchange, Deed.Send, facts).ShouldBe(new Decision(false, "The grant does not reach to this marking."));
        AccessMatrix.May(Person.AtTheMachine, Resource.Exchange, Deed.Send, facts).Allowed.ShouldBeTrue();
    }

    private static Person Somebody(Role role, string body, string district) =>
        new() { Name = "x", IsKnown = true, Grants = [new Grant { Role = role, Organisation = body, Districts = Codes(district) }] };

    private static ObjectFacts Facts(string supplier, string place) => new() { Organisations = [supplier], Districts = Codes(place) };

    private static AreaCode[] Codes(string code) => code.Length == 0 ? [] : [new AreaCode(code)];
}
