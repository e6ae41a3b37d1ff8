using Made.Core.Calendar;
using Made.Core.Editions;
using Made.Core.Exchange;
using Made.Tests.Unit.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Editions;

public sealed class EditionCausesTests
{
    private static readonly Month December = new(2026, 12);

    [Fact]
    public void A_later_file_of_the_same_month_is_a_revision_another_one_is_new_and_one_that_is_gone_was_withdrawn()
    {
        var before = Edition("police-street-2026-12-r1", "fires-2026-12-r1");
        var now = Edition("police-street-2026-12-r2", "asb-2026-12-r1");
        Causes(before, now).ShouldBe(
        [
            (CauseKind.NewSupply, "asb-2026-12-r1 is new."),
            (CauseKind.Revision, "police-street-2026-12-r2 in place of police-street-2026-12-r1."),
            (CauseKind.Withdrawal, "fires-2026-12-r1 is no longer counted."),
        ]);
    }

    [Fact]
    public void Only_what_an_indicators_figures_rest_on_is_a_cause_of_its_changes()
    {
        var before = Edition("police-street-2026-12-r1");
        var now = Edition("police-street-2026-12-r2", "fires-2026-12-r1") with { Definitions = [new("fires", 1), new("asb", 2)] };
        EditionCauses.Between(before with { Definitions = [new("fires", 1), new("asb", 1)] }, now, Supplies(before, now), Safe.Crime with { Id = "fires", Dataset = "fires" })
            .Select(c => c.Words).ShouldBe(["fires-2026-12-r1 is new."]);
    }

    [Fact]
    public void Methods_definitions_and_boundaries_are_told_apart_and_a_due_day_only_where_nothing_else_changed()
    {
        var before = Edition("police-street-2026-12-r1") with { Definitions = [new("asb", 1), new("old", 1)] };
        Kinds(before, before with { Methods = new Dictionary<string, string> { ["measures"] = "measures/3" } }).ShouldBe([CauseKind.Method]);
        Kinds(before, before with { Policy = "stricter" }).ShouldBe([CauseKind.Method]);
        Kinds(before, before with { ReferenceVintage = "v2" }).ShouldBe([CauseKind.Boundary]);
        Kinds(before, before with { Definitions = [new("asb", 2), new("new", 1)] }).ShouldBe([CauseKind.Definition, CauseKind.Definition, CauseKind.Definition]);
        Kinds(before, before with { AsAt = before.AsAt.AddDays(9) }).ShouldBe([CauseKind.Due]);
        Kinds(before, before with { AsAt = before.AsAt.AddDays(9), Policy = "stricter" }).ShouldBe([CauseKind.Method]);
        Kinds(before, before).ShouldBeEmpty();
    }

    [Fact]
    public void An_edition_that_only_adds_is_an_addition_and_one_that_counts_otherwise_is_a_correction()
    {
        var before = Edition("police-street-2026-12-r1");
        ReleaseKinds.After(null, before).ShouldBe(ReleaseKind.First);
        ReleaseKinds.After(before, Edition("police-street-2026-12-r1", "fires-2026-12-r1")).ShouldBe(ReleaseKind.Addition);
        ReleaseKinds.After(before, before with { AsAt = before.AsAt.AddDays(1) }).ShouldBe(ReleaseKind.Addition);
        ReleaseKinds.After(before, Edition("police-street-2026-12-r2")).ShouldBe(ReleaseKind.Correction);
        ReleaseKinds.After(before, Edition()).ShouldBe(ReleaseKind.Correction);
        ReleaseKinds.After(before, before with { Methods = new Dictionary<string, string>() }).ShouldBe(ReleaseKind.Correction);
        ReleaseKinds.After(before with { Definitions = [new("asb", 1)] }, before with { Definitions = [new("asb", 2)] }).ShouldBe(ReleaseKind.Correction);
        ReleaseKinds.After(before with { Definitions = [new("asb", 1)] }, before with { Definitions = [new("asb", 1), new("new", 1)] }).ShouldBe(ReleaseKind.Addition);
        foreach (var kind in Enum.GetValues<ReleaseKind>())
            ReleaseKinds.Of(kind.Code()).ShouldBe(kind);
    }

    [Fact]
    public void One_partnership_that_asks_for_a_check_holds_the_edition_from_its_day_on()
    {
        var change = new Core.Change("analyst", "asked", DateTimeOffset.UnixEpoch);
        var history = new ReleaseHistory([new("A", false, new(2026, 12, 1), change), new("B", true, new(2026, 12, 1), change), new("A", true, new(2027, 1, 1), change)]);
        history.AskForCheck(["A", "B", "C"], new(2026, 11, 30)).ShouldBeEmpty();
        history.AskForCheck(["A", "B", "C"], new(2026, 12, 1)).ShouldBe(["A"]);
        history.AskForCheck(["A", "B", "C"], new(2027, 1, 1)).ShouldBeEmpty();
        history.On("C", new(2027, 1, 1)).ShouldBeNull();
    }

    private static (CauseKind, string)[] Causes(EditionManifest before, EditionManifest now) =>
        [.. EditionCauses.Between(before, now, Supplies(before, now)).Select(c => (c.Kind, c.Words))];

    private static CauseKind[] Kinds(EditionManifest before, EditionManifest now) => [.. Causes(before, now).Select(c => c.Item1)];

    private static Dictionary<string, Supply> Supplies(params EditionManifest[] editions) =>
        editions.SelectMany(e => e.Supplies).Select(s => s.Id).Distinct().ToDictionary(id => id, id => new Supply
        {
            Id = id,
            IsProvisional = false,
            Dataset = id[..id.IndexOf("-2026", StringComparison.Ordinal)],
            First = December,
            Last = December,
            Revision = id[^1] - '0',
            State = SupplyState.Current,
            File = id,
            Sha256 = "",
            FactsSha256 = "",
            Received = DateTimeOffset.UnixEpoch,
            Released = null,
            Stored = 1,
            WithoutPlace = 0,
            OutsideArea = 0,
        });

    private static EditionManifest Edition(params string[] supplies) => new()
    {
        Month = December,
        Number = 1,
        AsAt = new(2027, 1, 20),
        Supplies = [.. supplies.Select(s => new PinnedSupply(s, "ab"))],
        ReferenceVintage = "v1",
        PackId = "p",
        PackVersion = "1",
        Methods = new Dictionary<string, string> { ["measures"] = "measures/2" },
        Policy = "policy/1",
        Cubes = [],
        Measures = [],
        Why = "",
        Built = DateTimeOffset.UnixEpoch,
    };
}
