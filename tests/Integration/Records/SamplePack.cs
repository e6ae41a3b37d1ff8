using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Tests.Integration.Records;

/// <summary>A small pack with something in every part: dates, weights, codes, links, an open end and a closed one.</summary>
internal static class SamplePack
{
    private static readonly DateOnly Start = new(2009, 4, 1);
    private static readonly AreaCode North = new("X07000001");
    private static readonly AreaCode South = new("X07000002");
    private static readonly AreaCode County = new("X10000001");

    public static readonly Pack Pack = new()
    {
        Id = "sample",
        Title = "Sample county",
        Version = "1",
        Synthetic = true,
        Force = new AreaCode("X23000001"),
        ForceSlug = "sample",
        Areas =
        [
            new Area { Code = South, Name = "South", Level = AreaLevel.District, From = Start, Source = "made up" },
            new Area { Code = North, Name = "North", Level = AreaLevel.District, From = Start, To = new DateOnly(2028, 3, 31), Source = "made up" },
            new Area { Code = County, Name = "Sample-2", Level = AreaLevel.PolicingArea, Source = "made up" },
        ],
        Memberships = [new Membership(County, North, Start, DateOnly.MaxValue, "made up"), new Membership(County, South, Start, DateOnly.MaxValue, "made up")],
        Comparators = new Dictionary<AreaCode, AreaCode> { [North] = County, [South] = County },
        RateCautions = new Dictionary<AreaCode, string> { [new AreaCode("X05000001")] = "town centre" },
        Organisations = [new Organisation("trust", "Probation Trust", "probation", Start, new DateOnly(2014, 5, 31), ["nps", "crc"], "made up")],
        Datasets =
        [
            new DatasetDefinition
            {
                Id = "police-street",
                Title = "Street-level crime",
                Description = "Crimes and incidents",
                Supplier = "police",
                Shape = DatasetShape.Records,
                Grain = SupplyGrain.Month,
                FrequencyMonths = 1,
                DueDays = 60,
                Open = true,
                OwedFrom = new Month(2018, 11),
                Disclosure = DisclosurePolicy.AlreadyPublic,
                Columns = [new ColumnDefinition { Name = "Month", Kind = ColumnKind.Month, Role = ColumnRole.Month, Minimum = 0.5, Codes = new Dictionary<string, string> { ["1"] = "Ja" } }],
                FileNamePattern = "^(?<month>\\d{4}-\\d{2})-.*",
                Source = "made up",
                Licence = "OGL",
                Caveats = ["placement moves"],
            },
        ],
        Indicators = [Indicator("burglary", 1, "burglaries"), Indicator("all-crime", 1, "crimes")],
        Breaks = [new RecordingBreak("asb", new Month(2020, 3), "Covid breaches", "made up")],
        Support = [new Support("report", "Report", "Online", "101", new Uri("https://example.org/report?a=1"), "made up"), new Support("emergency", "999", "In danger", "999", null, "made up")],
    };

    public static IndicatorDefinition Indicator(string id, int version, string plural) => new()
    {
        Id = id,
        Version = version,
        Title = id,
        Plural = plural,
        Singular = id,
        Definition = "recorded",
        NumeratorText = "records",
        DenominatorText = "residents",
        Dataset = "police-street",
        Filter = new CategoryFilter { Except = ["Anti-social behaviour"] },
        Weights = new Dictionary<string, double> { ["Burglary"] = 438.1 / 3 },
        Denominator = DenominatorKind.Population,
        Multiplier = 1000,
        Unit = "per 1,000 residents",
        Polarity = Polarity.Neutral,
        Seasonal = true,
        Group = "Crime",
        Order = 2,
        SmallestLevel = AreaLevel.Ward,
        Periods = [PeriodKind.Rolling12, PeriodKind.Month],
        Source = "made up",
    };
}
