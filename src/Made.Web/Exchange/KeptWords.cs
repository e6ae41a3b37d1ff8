using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.Web.Sharing;

namespace Made.Web.Exchange;

/// <summary>What becomes of each column of a file, and of a record as a whole: the same words on the dataset's page, receipts and the impact assessment.</summary>
public static class KeptWords
{
    private const string NotKept = "Checked, not kept";

    public static string Of(DatasetDefinition dataset, ColumnDefinition column) => column.Role switch
    {
        ColumnRole.Other => NotKept,
        ColumnRole.Key => dataset.Depersonalised is null ? "Kept as a short hash, so that repeats are found" : "Used to find repeats in the file, not kept",
        ColumnRole.Date => column.KeepsDay ? "The day is kept" : "The month is kept, not the day",
        ColumnRole.Pseudonym => $"Kept as a pseudonym under the key of the purpose \"{dataset.Pseudonym}\": records of one person or premises can be linked, and nobody without the key can tell whose they are",
        ColumnRole.Time => dataset.Coarsening is { PartOfDay: true } ? $"Kept as part of the day: {Listed(PartsOfDay.All.Select(p => p.Words()))}" : NotKept,
        ColumnRole.Age => dataset.Coarsening?.Ages is { } ages ? $"Kept as a band: {Listed(ages.Labels)}" : NotKept,
        ColumnRole.Lsoa or ColumnRole.Area or ColumnRole.Easting or ColumnRole.Northing or ColumnRole.Longitude or ColumnRole.Latitude when dataset.Coarsening is { } rule =>
            $"Used to find the {Of(rule.Place)}, which is kept",
        ColumnRole.Longitude or ColumnRole.Latitude => "Used for the place",
        _ => "Kept",
    };

    /// <summary>One sentence for a receipt; empty where the dataset has no coarsening rule.</summary>
    public static string Of(DatasetDefinition dataset)
    {
        if (dataset.Coarsening is not { } rule)
            return "";
        var kept = new List<string> { $"Place kept as {Of(rule.Place)}", "date kept as month" };
        if (dataset.Columns.Any(c => c.Role == ColumnRole.Time))
            kept.Add(rule.PartOfDay ? "time kept as part of day" : "time not kept");
        if (dataset.Columns.Any(c => c.Role == ColumnRole.Age))
            kept.Add(rule.Ages is null ? "age not kept" : "age kept as band");
        if (dataset.Pseudonym is not null)
            kept.Add("person or premises kept as pseudonym");
        return $"{string.Join("; ", kept)}.";
    }

    /// <summary>What the dataset claims of being de-personalised, and what is done about it.</summary>
    public static string Claim(DatasetDefinition dataset) => dataset switch
    {
        { Disclosure: DisclosurePolicy.AlreadyPublic } => "Its publisher has put it in the open.",
        { Shape: DatasetShape.ReportedValues } => "Figures, not records.",
        { Depersonalised: { Below: SmallGroups.Refuse } claim } => $"Yes, and each file is tested: one in which fewer than {claim.K} records are alike in everything that is kept is refused.",
        { Depersonalised: { } claim } => $"It should be, and each file is tested: where fewer than {claim.K} records are alike in everything that is kept, its receipt says so and it is held as personal data.",
        { Pseudonym: not null } => "No: its records can be linked by pseudonyms, so that it is held as personal data.",
        _ => "No: it is held as personal data.",
    };

    private static string Of(PlaceKept place) => place switch
    {
        PlaceKept.Lsoa => "small area (LSOA)",
        PlaceKept.Ward => "ward",
        PlaceKept.District => "district",
        _ => "outward part of the postcode",
    };

    private static string Listed(IEnumerable<string> words) => SharingWords.Listed(words);
}
