using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Methods;
using Made.Core.Register;
using Made.Store.Facts;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Facts;

public sealed class MeasureFilesTests : IDisposable
{
    private static readonly Month March = Month.Parse("2022-03");

    private readonly FactHome home = new();
    private readonly MeasureFiles files;

    public MeasureFilesTests() => files = new MeasureFiles(home.Engine, home.Root);

    [Fact]
    public void Every_value_and_every_absence_comes_back_exactly()
    {
        var quantities = Enum.GetValues<Absence>().Where(a => a != Absence.None).Select(Quantity.Missing)
            .Append(Quantity.Of(0)).Append(Quantity.Of(-0.0)).Append(Quantity.Of(0.1 + 0.2)).Append(Quantity.Of(double.MaxValue)).ToList();
        double[] limits = [double.NaN, 0, double.PositiveInfinity, double.NegativeInfinity, 1.0 / 3];
        var measures = new List<Measure>();
        foreach (var quantity in quantities)
            foreach (var limit in limits)
                measures.Add(Make($"A{measures.Count:000}") with
                {
                    Count = quantity,
                    Denominator = quantities[^1],
                    Value = quantities[measures.Count % quantities.Count],
                    ChangeYear = quantities[measures.Count * 7 % quantities.Count],
                    CountYearBefore = quantities[measures.Count * 3 % quantities.Count],
                    ComparatorValue = quantities[measures.Count * 5 % quantities.Count],
                    ChangeLower = -limit,
                    ChangeUpper = limit,
                    Lower95 = limit,
                    Upper95 = -limit,
                    Coverage = limit,
                });
        ReadAll(files.Write(March, "all", measures)).ShouldBe(measures);
    }

    [Fact]
    public void Every_choice_comes_back()
    {
        var measures = new List<Measure>();
        foreach (var comparable in Enum.GetValues<Comparable>())
            foreach (var comparison in Enum.GetValues<Comparison>())
                foreach (var variation in Enum.GetValues<Variation>())
                    foreach (var level in Enum.GetValues<AreaLevel>())
                        measures.Add(Make($"A{measures.Count:0000}") with
                        {
                            Comparable = comparable,
                            Comparison = comparison,
                            Variation = variation,
                            Level = level,
                            ChangeVerdict = Nth<ChangeVerdict>(measures.Count),
                            VariationCause = Nth<XmrCause>(measures.Count),
                            VariationBasis = Nth<VariationBasis>(measures.Count),
                            Headline = measures.Count % 2 == 0,
                            PopulationYear = measures.Count,
                        });
        ReadAll(files.Write(March, "choices", measures)).ShouldBe(measures);
    }

    [Fact]
    public void Rows_are_sorted_by_area_indicator_and_period()
    {
        var sorted = ReadAll(files.Write(March, "sorted", [.. Grid(30, 5).Reverse()]));
        sorted.ShouldBe(Grid(30, 5).ToList());
    }

    [Fact]
    public void Only_what_is_asked_for_is_read()
    {
        var path = files.Write(March, "grid", [.. Grid(400, 6)]);
        var query = new MeasureQuery { Paths = [path], Areas = [new("A007"), new("A399")], Indicators = ["I2"], Kinds = [PeriodKind.Month, PeriodKind.Year] };
        Read(query).Select(m => (m.Area.Value, m.Indicator, m.Period.Kind)).ShouldBe(
            [("A007", "I2", PeriodKind.Month), ("A007", "I2", PeriodKind.Year), ("A399", "I2", PeriodKind.Month), ("A399", "I2", PeriodKind.Year)]);
        Read(new MeasureQuery { Paths = [path], Levels = [AreaLevel.Ward] }).ShouldBeEmpty();
        Read(new MeasureQuery { Paths = [path], Levels = [AreaLevel.District] }).Count.ShouldBe(400 * 6 * 4);
        Read(new MeasureQuery { Paths = [path], Areas = [new("' OR 1=1 --")] }).ShouldBeEmpty();
        Read(new MeasureQuery { Paths = [] }).ShouldBeEmpty();
    }

    [Fact]
    public void Several_files_are_read_in_the_order_asked_for()
    {
        var later = files.Write(March.Plus(1), "later", [Make("A") with { Period = new Period(PeriodKind.Month, March.Plus(1)) }]);
        var earlier = files.Write(March, "earlier", [Make("A")]);
        Read(new MeasureQuery { Paths = [earlier, later] }).Select(m => m.Period.Last).ShouldBe([March, March.Plus(1)]);
        Read(new MeasureQuery { Paths = [later, earlier] }).Select(m => m.Period.Last).ShouldBe([March.Plus(1), March]);
    }

    [Fact]
    public void A_file_that_is_there_stays_as_it_is()
    {
        var path = files.Write(March, "once", [Make("A")]);
        files.Write(March, "once", [Make("B")]).ShouldBe(path);
        ReadAll(path).Single().Area.Value.ShouldBe("A");
    }

    [Fact]
    public void A_month_without_measures_has_an_empty_file() => ReadAll(files.Write(March, "none", [])).ShouldBeEmpty();

    public void Dispose() => home.Dispose();

    private static T Nth<T>(int number)
        where T : struct, Enum => Enum.GetValues<T>()[number % Enum.GetValues<T>().Length];

    private static Measure Make(string area) => new()
    {
        Indicator = "all-crime",
        Area = new AreaCode(area),
        Level = AreaLevel.District,
        Period = new Period(PeriodKind.Month, March),
        Count = Quantity.Of(636),
        Denominator = Quantity.Of(118_216),
        PopulationYear = 2019,
        Value = Quantity.Of(5.38),
        Lower95 = 4.97,
        Upper95 = 5.81,
        CountYearBefore = Quantity.Missing(Absence.NotSupplied),
        ChangeYear = Quantity.Missing(Absence.NotLoaded),
        Comparable = Comparable.NoBase,
        ChangeLower = -3.5,
        ChangeUpper = double.NaN,
        ChangeVerdict = default,
        Comparison = Comparison.Similar,
        ComparatorValue = Quantity.Of(4.4),
        Variation = Variation.Common,
        VariationCause = XmrCause.Common,
        VariationBasis = VariationBasis.PerDay,
        Coverage = 0.98,
        Method = "rate-byar/1",
    };

    private static IEnumerable<Measure> Grid(int areas, int indicators) =>
        from area in Enumerable.Range(0, areas)
        from indicator in Enumerable.Range(0, indicators)
        from kind in Enum.GetValues<PeriodKind>()
        select Make($"A{area:000}") with { Indicator = $"I{indicator}", Period = new Period(kind, March) };

    private List<Measure> ReadAll(string path) => Read(new MeasureQuery { Paths = [path] });

    private List<Measure> Read(MeasureQuery query) => [.. files.Read(query).Value()];
}
