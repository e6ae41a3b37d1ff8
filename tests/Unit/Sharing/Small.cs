using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Tests.Unit.Sharing;

/// <summary>A county of five bodies: a supplier that ended and was followed, a council, the police, and a dataset that the supplier owes.</summary>
internal static class Small
{
    public const string Trust = "trust";
    public const string Board = "board";
    public const string Council = "council";
    public const string Police = "police";

    public static readonly DateOnly Start = new(2020, 4, 1);
    public static readonly DateOnly TrustEnds = new(2022, 6, 30);

    public static readonly IReadOnlyList<Organisation> Organisations =
    [
        new(Trust, "The Trust", "health", DateOnly.MinValue, TrustEnds, [Board], "made up"),
        new(Board, "The Board", "health", new DateOnly(2022, 7, 1), DateOnly.MaxValue, [], "made up"),
        new(Council, "The Council", "council", DateOnly.MinValue, DateOnly.MaxValue, [], "made up"),
        new(Police, "The Police", "police", DateOnly.MinValue, DateOnly.MaxValue, [], "made up"),
    ];

    public static readonly Bodies Bodies = new(Organisations);

    public static readonly Gateway S115 = new("s115", "Disclosure", "power", "Act s.115", "May disclose", DateOnly.MinValue, DateOnly.MaxValue, Certainty.Source, "made up");

    public static readonly DatasetDefinition Owed = new()
    {
        Id = "admissions",
        Title = "Admissions",
        Description = "Counts",
        Supplier = Trust,
        Shape = DatasetShape.ReportedValues,
        Grain = SupplyGrain.Month,
        FrequencyMonths = 1,
        DueDays = 30,
        Open = false,
        OwedFrom = new Month(2020, 4),
        Disclosure = DisclosurePolicy.Partner,
        Columns = [],
        Source = "made up",
        Licence = "made up",
        Protection = new DatasetProtection
        {
            Controller = Trust,
            Regime = ProtectionRegime.UkGdpr,
            Basis = "Article 6(1)(e)",
            Gateways = ["s115"],
            RetentionMonths = 36,
            Retention = "three years",
            Marking = Marking.Official,
            People = "patients",
            Details = "counts",
        },
    };

    public static readonly SharingAgreement Agreement = new()
    {
        Id = "protocol",
        Version = 1,
        Title = "The protocol",
        Parties = [new(Trust, PartyRole.Supplier), new(Council, PartyRole.Recipient)],
        Purposes = ["assessment"],
        Gateways = ["s115"],
        DataItems = ["counts"],
        Datasets = ["admissions"],
        From = Start,
        Review = new DateOnly(2023, 4, 1),
        To = new DateOnly(2024, 3, 31),
        Signed = [new(Trust, "chief executive", Start.AddDays(-9)), new(Council, "chief executive", Start.AddDays(-5))],
        Source = "made up",
    };

    public static Pack Pack => new()
    {
        Id = "small",
        Title = "Small",
        Version = "1",
        Synthetic = true,
        Force = new AreaCode("X23000001"),
        ForceSlug = "small",
        Areas = [],
        Memberships = [],
        Comparators = new Dictionary<AreaCode, AreaCode>(),
        RateCautions = new Dictionary<AreaCode, string>(),
        Organisations = Organisations,
        Datasets = [Owed, Owed with { Id = "open", Title = "Open", Open = true, Protection = null }],
        Indicators = [],
        Breaks = [],
        Support = [],
        Gateways = [S115, S115 with { Id = "later", From = new DateOnly(2023, 1, 31) }],
        PrescribedSets = [new(1, "Admissions", "paragraph 9", "Trust", "Board", "counts", Certainty.SecondHand, "made up")],
        PrescribedProviders = [new(1, Trust, new DateOnly(2007, 7, 1), DateOnly.MaxValue, true, "", "made up")],
    };

    public static SharingHistory History(SharingAgreement version, params SharingStep[] steps) => new() { Versions = [version], Steps = steps };

    public static SharingStep Signs(string who, DateOnly day, int version = 1) => Step(SharingStepKind.Signed, day, version) with { Other = who, Role = "chief executive" };

    public static SharingStep Step(SharingStepKind kind, DateOnly day, int version = 1) =>
        new() { Agreement = "protocol", Version = version, Kind = kind, Day = day, Change = new Change("analyst", "because", default) };
}
