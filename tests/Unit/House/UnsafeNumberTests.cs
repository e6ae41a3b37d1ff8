using System.Collections.Immutable;
using Made.Core.Facts;
using Made.Core.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>Pages, charts, files and the API see only what Disclosure lets through: counts before protection cannot be named there.</summary>
public sealed class UnsafeNumberTests
{
    /// <summary>Intake and Store do not know each other: here reported values pass from the one to the other, and nothing is shown.</summary>
    private const string Composition = "Made.Web.Exchange.Import";

    private static readonly string[] Unsafe = [typeof(Measure).FullName!, typeof(Quantity).FullName!, typeof(MonthCube).FullName!, typeof(ReportedValue).FullName!];

    [Fact]
    public void Web_never_names_a_number_that_was_not_protected() => Faults(Assemblies.Web).ShouldBeEmpty();

    [Fact]
    public void An_unprotected_number_on_a_page_would_be_noticed()
    {
        Faults(Planted.Using("Made.Web.Pages.Sly", typeof(Measure).GetProperty(nameof(Measure.Count))!.GetMethod!)).ShouldContain("Made.Web.Pages.Sly uses Made.Core.Indicators.Measure");
        Faults(Planted.Using("Made.Web.Api.Sly", typeof(MonthCube))).ShouldHaveSingleItem();
        Faults(Planted.Using(Composition, typeof(MonthCube))).ShouldBeEmpty();
    }

    private static string[] Faults(ImmutableArray<byte> assembly)
    {
        using var uses = new Uses(assembly);
        return
        [
            .. uses.ByType()
                .Where(t => t.Key != Composition)
                .SelectMany(t => t.Where(Unsafe.Contains).Select(u => $"{t.Key} uses {u}"))
                .Distinct(),
        ];
    }
}
