using Made.Core.Calendar;
using Made.Core.Disclosure.Audit;
using Made.Core.Disclosure.Release;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The real street records of one force, taken as a partner's: what of the wards' newest financial year can be shown beside the districts' months.</summary>
public class RealWardsTests
{
    [Fact]
    public void Wards_of_a_real_financial_year_are_shown_beside_the_months_of_their_districts()
    {
        if (!RealMonths.TryGetAsPartners(out var inputs))
            return;
        var year = RealMonths.Held.Last(m => m.Number == 3 && Month.Range(m.Plus(-11), m).All(RealMonths.Held.Contains));
        inputs = inputs with { First = year.Plus(-11) };
        var builder = new MeasureBuilder(inputs);
        var measures = Month.Range(inputs.First, year).SelectMany(builder.Build).ToDictionary(m => (m.Indicator, m.Area, m.Period));
        var wards = measures.Values.Where(m => m.Level == AreaLevel.Ward && m.Period == new Period(PeriodKind.Rolling12, year)).ToList();
        wards.Count.ShouldBeGreaterThan(3_000);
        var hidden = wards.Count(m => (m.Withheld & Withheld.Count) != Withheld.Nothing) / (double)wards.Count;
        Console.WriteLine($"{year.Name}: {wards.Count:N0} counts of wards, {hidden:P1} hidden");
        hidden.ShouldBeLessThan(0.3);
        new ReleaseAudit(inputs, (i, a, p) => measures.TryGetValue((i, a, p), out var m) && Releases.IsSealedShown(m)).Run(year).ShouldBeEmpty();
    }
}
