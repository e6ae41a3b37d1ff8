using Made.Core.Calendar;
using Made.Core.Exchange;

namespace Made.TestKit.Intake;

/// <summary>Datasets for tests of the intake: the open police feed as published, and two feeds of fictional partners.</summary>
public static class TestDatasets
{
    private static readonly string[] CrimeTypes =
    [
        "Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
        "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person", "Vehicle crime", "Violence and sexual offences",
    ];

    private static readonly string[] Incidents =
    [
        "Anti-social behaviour - environmental", "Anti-social behaviour - nuisance", "Anti-social behaviour - personal",
        "Public safety - concern for safety", "Transport - road traffic collision",
    ];

    public static DatasetDefinition PoliceStreet { get; } = Define("police-street", SupplyGrain.Month, DatasetShape.Records,
        [
            new() { Name = "Crime ID", Kind = ColumnKind.Text, Role = ColumnRole.Key, MayBeEmpty = true, MaximumLength = 64 },
            new() { Name = "Month", Kind = ColumnKind.Month, Role = ColumnRole.Month },
            new() { Name = "Reported by", Kind = ColumnKind.Text },
            new() { Name = "Falls within", Kind = ColumnKind.Text },
            new() { Name = "Longitude", Kind = ColumnKind.Decimal, Role = ColumnRole.Longitude, MayBeEmpty = true, Minimum = -9, Maximum = 3 },
            new() { Name = "Latitude", Kind = ColumnKind.Decimal, Role = ColumnRole.Latitude, MayBeEmpty = true, Minimum = 49, Maximum = 61 },
            new() { Name = "Location", Kind = ColumnKind.Text, MayBeEmpty = true },
            new() { Name = "LSOA code", Kind = ColumnKind.Text, Role = ColumnRole.Lsoa, MayBeEmpty = true, MaximumLength = 9 },
            new() { Name = "LSOA name", Kind = ColumnKind.Text, MayBeEmpty = true },
            new() { Name = "Crime type", Kind = ColumnKind.Code, Role = ColumnRole.Category, Codes = CrimeTypes.ToDictionary(t => t, Slug) },
            new() { Name = "Last outcome category", Kind = ColumnKind.Text, Role = ColumnRole.Detail, MayBeEmpty = true, Required = false },
            new() { Name = "Context", Kind = ColumnKind.Text, MayBeEmpty = true, Required = false },
        ]) with
    { FileNamePattern = @"^(?<month>\d{4}-\d{2})-.+-street\b", Disclosure = DisclosurePolicy.AlreadyPublic };

    public static DatasetDefinition PoliceOutcomes { get; } = Define("police-outcomes", SupplyGrain.Month, DatasetShape.Records,
        [
            .. PoliceStreet.Columns.Take(9).Select(c => c.Role == ColumnRole.Key ? c with { Role = ColumnRole.Other } : c),
            new() { Name = "Outcome type", Kind = ColumnKind.Text, Role = ColumnRole.Category },
        ]) with
    { FileNamePattern = @"^(?<month>\d{4}-\d{2})-.+-outcomes\b", Disclosure = DisclosurePolicy.AlreadyPublic };

    /// <summary>Shape S of the attack files: police incidents as in the 2007 Regulations.</summary>
    public static DatasetDefinition IncidentsOfPartner { get; } = Define("partner-incidents", SupplyGrain.ManyMonths, DatasetShape.Records,
        [
            new() { Name = "incident_ref", Kind = ColumnKind.Text, Role = ColumnRole.Key, MaximumLength = 40 },
            new() { Name = "incident_category", Kind = ColumnKind.Code, Role = ColumnRole.Category, Codes = Incidents.ToDictionary(t => t, t => t) },
            new() { Name = "incident_date", Kind = ColumnKind.Date, Role = ColumnRole.Date, Format = "yyyy-MM-dd" },
            new() { Name = "incident_time", Kind = ColumnKind.Time },
            new() { Name = "location_easting", Kind = ColumnKind.WholeNumber, Minimum = 80_000, Maximum = 660_000 },
            new() { Name = "location_northing", Kind = ColumnKind.WholeNumber, Minimum = 5_000, Maximum = 660_000 },
            new() { Name = "ward_code", Kind = ColumnKind.Code, Codes = Enumerable.Range(1, 12).Select(i => $"E05099{i:000}").ToDictionary(c => c) },
            new() { Name = "location_text", Kind = ColumnKind.Text },
        ]);

    /// <summary>Shape A of the attack files: aggregate values by ward and quarter.</summary>
    public static DatasetDefinition AggregatesOfPartner { get; } = Define("partner-aggregates", SupplyGrain.ManyMonths, DatasetShape.ReportedValues,
        [
            new() { Name = "area_code", Kind = ColumnKind.Text, Role = ColumnRole.Area },
            new() { Name = "area_name", Kind = ColumnKind.Text },
            new() { Name = "period", Kind = ColumnKind.Code, Role = ColumnRole.PeriodStart, Codes = new Dictionary<string, string> { ["2025-Q2"] = "2025-04-01/2025-06-30" } },
            new() { Name = "indicator", Kind = ColumnKind.Text, Role = ColumnRole.Indicator },
            new() { Name = "numerator", Kind = ColumnKind.WholeNumber, Role = ColumnRole.Numerator, Minimum = 0 },
            new() { Name = "denominator", Kind = ColumnKind.Decimal, Role = ColumnRole.Denominator, Minimum = 0 },
        ]);

    public static DatasetDefinition IndicatorValues { get; } = Define("indicator-values", SupplyGrain.ManyMonths, DatasetShape.ReportedValues,
        [
            new() { Name = "indicator", Kind = ColumnKind.Text, Role = ColumnRole.Indicator },
            new() { Name = "area_code", Kind = ColumnKind.Text, Role = ColumnRole.Area },
            new() { Name = "period_start", Kind = ColumnKind.Date, Role = ColumnRole.PeriodStart, Format = "yyyy-MM-dd" },
            new() { Name = "period_end", Kind = ColumnKind.Date, Role = ColumnRole.PeriodEnd, Format = "yyyy-MM-dd" },
            new() { Name = "numerator", Kind = ColumnKind.WholeNumber, Role = ColumnRole.Numerator, MayBeEmpty = true, Minimum = 0 },
            new() { Name = "denominator", Kind = ColumnKind.Decimal, Role = ColumnRole.Denominator, MayBeEmpty = true, Minimum = 0 },
            new() { Name = "value", Kind = ColumnKind.Decimal, Role = ColumnRole.Value, MayBeEmpty = true, Required = false },
            new() { Name = "status", Kind = ColumnKind.Text, Role = ColumnRole.Status, MayBeEmpty = true, Required = false },
        ]);

    public static IReadOnlyList<DatasetDefinition> All { get; } = [PoliceStreet, PoliceOutcomes, IncidentsOfPartner, AggregatesOfPartner, IndicatorValues];

    private static string Slug(string text) => text.ToLowerInvariant().Replace(' ', '-');

    private static DatasetDefinition Define(string id, SupplyGrain grain, DatasetShape shape, IReadOnlyList<ColumnDefinition> columns) => new()
    {
        Id = id,
        Title = id.Replace('-', ' '),
        Description = "For tests.",
        Supplier = "test-supplier",
        Shape = shape,
        Grain = grain,
        FrequencyMonths = 1,
        DueDays = 30,
        Open = true,
        OwedFrom = new Month(2018, 1),
        Disclosure = DisclosurePolicy.Partner,
        Columns = columns,
        Source = "Tests",
        Licence = "None",
    };
}
