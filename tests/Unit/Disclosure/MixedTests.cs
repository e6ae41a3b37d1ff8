using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>Records of a partner over records that are already public, or the other way about.</summary>
public sealed class MixedTests
{
    private static readonly Month Last = new(2017, 3);

    private static readonly IndicatorDefinition PartnerOverOpen = Ratio("over-open", "crimes", "open", new CategoryFilter { Only = ["b"] });
    private static readonly IndicatorDefinition OpenOverPartner = Ratio("over-partner", "open", "crimes", CategoryFilter.Everything) with { Base = new CategoryFilter { Only = ["b"] } };

    private static readonly SmallWorld World = new()
    {
        Policy = DisclosurePolicy.Partner,
        Crimes = (district, month) => 30 + ((month.Index * 7 + district.Value[0]) % 23),
        OfKindB = (district, month) => (month.Index * 5 + district.Value[0] * 3) % 13,
        Open = (district, month) => 200 + ((month.Index * 11 + district.Value[0]) % 40),
        Indicators = [Releases.Kind("crime"), Releases.Kind("a", "a"), PartnerOverOpen, OpenOverPartner],
    };

    [Fact]
    public void A_ratio_is_a_partner_s_where_either_side_is()
    {
        var pack = World.Inputs().Areas.Pack;
        DisclosureRule.Of(pack, PartnerOverOpen).IsGuarded.ShouldBeTrue();
        DisclosureRule.Of(pack, OpenOverPartner).IsGuarded.ShouldBeTrue();
        DisclosureRule.Of(pack, PartnerOverOpen with { Dataset = "open", BaseDataset = null }).IsGuarded.ShouldBeFalse();
    }

    [Fact]
    public void It_counts_each_side_in_its_own_dataset()
    {
        var open = Releases.Sealed(new SmallWorld { Crimes = World.Crimes, OfKindB = World.OfKindB, Open = World.Open, Indicators = World.Indicators }.Inputs(), Last);
        var month = new Period(PeriodKind.Month, Last);
        var ratio = open[("over-open", SmallWorld.East, month)];
        (ratio.Count.Number, ratio.Denominator.Number).ShouldBe((World.OfKindB(SmallWorld.East, Last), World.Open(SmallWorld.East, Last)));
        ratio.Value.Number.ShouldBe(100.0 * ratio.Count.Number / ratio.Denominator.Number, 1e-9);
        ratio.Method.ShouldStartWith("rate-");
        open[("over-partner", SmallWorld.East, month)].Denominator.Number.ShouldBe(World.OfKindB(SmallWorld.East, Last));
    }

    [Fact]
    public void With_the_public_side_known_the_attack_finds_nothing()
    {
        Releases.Attacked(World.Inputs(), Last, m => m.Count.IsShown).ShouldBeEmpty();
        var read = Releases.Read(World.Inputs(), Last).Values.ToList();
        foreach (var id in new[] { "over-open", "over-partner" })
        {
            read.ShouldContain(m => m.Indicator == id && m.Value.IsShown);
            read.ShouldContain(m => m.Indicator == id && m.Count.Why == Reason.SmallOrGivesAway);
        }

        // The value times the public base is the partner's count: hidden together.
        read.Where(m => m.Indicator == "over-open" && !m.Count.IsShown).ShouldAllBe(m => !m.Value.IsShown && !m.Lower95.IsShown && !m.Denominator.IsShown);
    }

    [Fact]
    public void The_attack_breaks_a_rule_that_takes_the_ratio_for_public()
    {
        var naive = Releases.Sealed(World.Inputs(), Last);
        var found = new Core.Disclosure.Audit.ReleaseAudit(World.Inputs(), (i, a, p) => naive.TryGetValue((i, a, p), out var m) && (i.StartsWith("over-", StringComparison.Ordinal) || Releases.IsSealedShown(m))).Run(Last);
        found.ShouldContain(f => f.Attack == "small" && f.Indicator == "over-open");
        found.ShouldContain(f => f.Attack == "small" && f.Indicator == "over-partner");
        found.ShouldContain(f => f.Attack == "margins");
    }

    [Fact]
    public void A_side_withheld_for_the_other_sides_sake_is_no_finding_and_a_small_side_is()
    {
        // Many crimes over few records of another partner: the crimes can be told from the others, and need no hiding.
        var world = new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            OpenPolicy = DisclosurePolicy.Partner,
            Crimes = (district, month) => 60 + ((month.Index * 7 + district.Value[0]) % 23),
            OfKindB = (district, month) => 30 + ((month.Index * 5 + district.Value[0] * 3) % 13),
            Open = (district, month) => (month.Index * 11 + district.Value[0]) % 7,
            Indicators = [Releases.Kind("crime"), Releases.Kind("a", "a"), Ratio("both", "crimes", "open", new CategoryFilter { Only = ["b"] })],
        };
        Releases.Read(world.Inputs(), Last).Values.ShouldContain(m => m.Indicator == "both" && m.Count.Why == Reason.SmallOrGivesAway);
        Releases.Attacked(world.Inputs(), Last, m => m.Count.IsShown).ShouldBeEmpty();
        Releases.Attacked(world.Inputs(), Last, m => m.Count.IsShown || m.Indicator == "both").ShouldContain(f => f.Attack == "small" && f.Indicator == "both");
    }

    private static IndicatorDefinition Ratio(string id, string dataset, string below, CategoryFilter filter) =>
        Samples.Indicator(id, id, id, id, filter, dataset: dataset) with { Denominator = DenominatorKind.Records, BaseDataset = below, Multiplier = 100 };
}
