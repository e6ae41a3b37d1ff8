using System.Text.Json.Serialization;
using Made.Core.Coarsening;

namespace Made.Core.Exchange;

public enum DisclosurePolicy
{
    /// <summary>The publisher already puts these counts in the open: shown, with a small-number caution.</summary>
    AlreadyPublic,

    /// <summary>A partner's own data: small cells are hidden.</summary>
    Partner,
}

public enum DatasetShape
{
    /// <summary>One row is one event.</summary>
    Records,

    /// <summary>One row is one figure that somebody else counted.</summary>
    ReportedValues,
}

public enum SupplyGrain
{
    /// <summary>Each file holds exactly one month.</summary>
    Month,

    /// <summary>A file may hold many months (a year of collisions).</summary>
    ManyMonths,
}

/// <summary>A defined feed: what its files look like, who owes them, when, and how its counts may be shown.</summary>
public sealed record DatasetDefinition
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary><see cref="Register.Organisation.Id"/> of the supplier.</summary>
    public required string Supplier { get; init; }

    public required DatasetShape Shape { get; init; }

    public required SupplyGrain Grain { get; init; }

    /// <summary>Months between supplies: 1, 3 or 12.</summary>
    public required int FrequencyMonths { get; init; }

    /// <summary>Days after the end of the period when the file is due.</summary>
    public required int DueDays { get; init; }

    /// <summary>True: an open file anyone may fetch, so its absence reads "not loaded here". False: a return that a supplier owes.</summary>
    public required bool Open { get; init; }

    /// <summary>First month the supplier owes; months before it are "not applicable".</summary>
    public required Calendar.Month OwedFrom { get; init; }

    public required DisclosurePolicy Disclosure { get; init; }

    /// <summary>True where partners agreed that its protected counts are for everybody; else they are for partners only. Left out of the JSON where it is not so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Published { get; init; }

    /// <summary>What a partner's figures are about, by the id of a topic of the pack. None: ordinary. Left out of the JSON then, as in packs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Topic { get; init; }

    /// <summary>True where the categories tell ages: an indicator that takes some of them is then shown by age. Left out of the JSON where it is not so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CategoriesAreAges { get; init; }

    public required IReadOnlyList<ColumnDefinition> Columns { get; init; }

    /// <summary>What becomes of a part of a month. Left out of the JSON where it is kept and marked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PartMonths PartMonths { get; init; }

    /// <summary>How a file name tells its month, as a regular expression with a group <c>month</c> (<c>yyyy-MM</c>); empty where it does not.</summary>
    public string FileNamePattern { get; init; } = "";

    /// <summary>True: points are where it happened. False: the publisher may have moved each record to the nearest of its map points.</summary>
    public bool ExactPoints { get; init; }

    /// <summary>What is kept of a partner's record in place of what came. Left out of the JSON where nobody owes the dataset.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CoarseningRule? Coarsening { get; init; }

    /// <summary>The claim that what is kept is de-personalised, which is then tested on each file. None: it is held as what it is, personal data.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Depersonalised? Depersonalised { get; init; }

    /// <summary>The agreed purpose for which records of one person or premises are linked, by pseudonyms under its key. None: nothing is linked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pseudonym { get; init; }

    /// <summary>True where the day of each record is kept.</summary>
    [JsonIgnore]
    public bool KeepsDays => Columns.Any(c => c.KeepsDay);

    /// <summary>The categories that the schema lists; none where any text is taken.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> CategoriesListed => [.. Columns.FirstOrDefault(c => c.Role == ColumnRole.Category)?.Codes.Values.Distinct() ?? []];

    public required string Source { get; init; }

    public required string Licence { get; init; }

    public IReadOnlyList<string> Caveats { get; init; } = [];

    /// <summary>Who answers for it and under which law; null for an open dataset, and one that somebody owes is not read without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sharing.DatasetProtection? Protection { get; init; }
}

/// <summary>What a column is for. One dataset uses each role at most once, except <see cref="Other"/>.</summary>
public enum ColumnRole
{
    /// <summary>Checked, but not kept.</summary>
    Other,

    /// <summary>The publisher's record key; exact repeats with a key are duplicates.</summary>
    Key,

    Month,

    /// <summary>A day; its month is kept, and the day itself only where the column says so.</summary>
    Date,

    Category,
    Detail,
    Lsoa,
    Longitude,
    Latitude,
    Indicator,

    /// <summary>The code of an area. Under a coarsening rule: of a small area, a ward or a district, whichever the sender gives.</summary>
    Area,
    PeriodStart,
    PeriodEnd,
    Numerator,
    Denominator,
    Value,
    Status,

    /// <summary>Metres east on the British National Grid; with <see cref="Northing"/>, under a coarsening rule only, as those that follow.</summary>
    Easting,
    Northing,

    /// <summary>The outward part of a postcode.</summary>
    Outward,

    /// <summary>The time of day, of which at most a part of the day is kept.</summary>
    Time,

    /// <summary>An age in whole years, of which at most a band is kept.</summary>
    Age,

    Sex,

    /// <summary>The sender's number of a person or of premises, of which a pseudonym is kept.</summary>
    Pseudonym,
}

public enum ColumnKind
{
    Text,
    Month,
    Date,
    Time,
    WholeNumber,
    Decimal,
    Code,
}

/// <summary>One column of a dataset's schema.</summary>
public sealed record ColumnDefinition
{
    public required string Name { get; init; }

    public required ColumnKind Kind { get; init; }

    public ColumnRole Role { get; init; } = ColumnRole.Other;

    /// <summary>The header must be there. A file without it is refused and the message names it.</summary>
    public bool Required { get; init; } = true;

    /// <summary>A cell may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Other headers the publisher has used for the same column.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Headings that a person said stand for it; looked for only where none of its own is there. Never in the JSON: they are records.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> MappedNames { get; init; } = [];

    /// <summary>Values that a person said stand for known ones, whatever their case.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> MappedValues { get; init; } = new Dictionary<string, string>();

    /// <summary>For <see cref="ColumnKind.Code"/>: the permitted values, each with the value to keep (often itself).</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>For <see cref="ColumnKind.Date"/>: the one accepted format, such as <c>yyyy-MM-dd</c> or <c>dd/MM/yyyy</c>.</summary>
    public string Format { get; init; } = "";

    /// <summary>For <see cref="ColumnRole.Date"/> in data that are already public: the day itself is kept, not its month alone.</summary>
    public bool KeepsDay { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>For text: the longest accepted value in characters.</summary>
    public int MaximumLength { get; init; } = 500;

    public string Description { get; init; } = "";
}
