using Made.Core.Calendar;
using Made.Core.Disclosure;
using Made.Core.Editions;
using Made.Core.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class NewestWholeTests
{
    private static readonly Month Last = new(2022, 7);

    [Fact]
    public void The_newest_month_that_ends_a_full_period_skips_gaps_and_other_datasets()
    {
        var held = Month.Range(Last.Plus(-30), Last).Where(m => m != Last.Plus(-3)).ToList();
        var edition = Edition([.. held.Select(m => new PinnedCube("street", m, "")), .. Month.Range(Last.Plus(-40), Last).Select(m => new PinnedCube("other", m, ""))]);
        edition.NewestWhole("street", 3).ShouldBe(Last);
        edition.NewestWhole("street", 12).ShouldBe(Last.Plus(-4));
        edition.NewestWhole("street", 36).ShouldBeNull();
        edition.NewestWhole("nothing", 1).ShouldBeNull();
        edition.NewestWhole("other", 36).ShouldBe(Last);
    }

    [Fact]
    public void A_sum_is_shown_only_where_all_its_parts_are_and_names_suppression_first()
    {
        var (twenty, thirty) = ((Safe.Full with { Count = Quantity.Of(20) }).Public().Count, (Safe.Full with { Count = Quantity.Of(30) }).Public().Count);
        var (missing, hidden) = (Safe.Missing(Absence.NotLoaded).Public().Count, (Safe.Full with { Count = Quantity.Of(3) }).Partner().Count);
        SafeNumber.Sum([twenty, thirty]).Text().ShouldBe("50");
        SafeNumber.Sum([twenty, missing, hidden, thirty]).Absence.ShouldBe(Absence.Suppressed);
        SafeNumber.Sum([hidden, missing]).Absence.ShouldBe(Absence.Suppressed);
        SafeNumber.Sum([twenty, missing]).Absence.ShouldBe(Absence.NotLoaded);
        SafeNumber.Sum([twenty, missing]).Digits().ShouldBe("");
    }

    private static EditionManifest Edition(IReadOnlyList<PinnedCube> cubes) => new()
    {
        Month = Last,
        Number = 1,
        AsAt = Last.LastDay,
        Supplies = [],
        ReferenceVintage = "",
        PackId = "",
        PackVersion = "",
        Methods = new Dictionary<string, string>(),
        Policy = "",
        Cubes = cubes,
        Measures = [],
        Why = "",
        Built = DateTimeOffset.UnixEpoch,
    };
}
