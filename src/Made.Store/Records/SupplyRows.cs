using System.Data.Common;
using Made.Core.Calendar;
using Made.Core.Exchange;

namespace Made.Store.Records;

/// <summary>Between the manifest's rows and <see cref="Supply"/>.</summary>
internal static class SupplyRows
{
    public const string Current = "current";
    public const string Superseded = "superseded";
    public const string Withdrawn = "withdrawn";

    /// <summary>The columns in the order of <see cref="Row"/>.</summary>
    public const string Select =
        """
        SELECT id, dataset, first, last, revision, state, superseded_by, file, sha256, facts_sha256, received, released, stored, without_place, outside_area, provisional
        FROM supplies
        """;

    public static SupplyRow Row(DbDataReader r) => new()
    {
        Id = r.GetString(0),
        Dataset = r.GetString(1),
        First = r.GetString(2),
        Last = r.GetString(3),
        Revision = r.GetInt32(4),
        State = r.GetString(5),
        SupersededBy = r.GetString(6),
        File = r.GetString(7),
        Sha256 = r.GetString(8),
        FactsSha256 = r.GetString(9),
        Received = r.GetInt64(10),
        Released = r.IsDBNull(11) ? null : r.GetFieldValue<DateOnly>(11),
        Stored = r.GetInt64(12),
        WithoutPlace = r.GetInt64(13),
        OutsideArea = r.GetInt64(14),
        Provisional = r.GetBoolean(15),
    };

    public static Supply ToSupply(this SupplyRow row) => new()
    {
        Id = row.Id,
        Dataset = row.Dataset,
        First = Month.Parse(row.First),
        Last = Month.Parse(row.Last),
        Revision = row.Revision,
        State = row.State switch
        {
            Current => SupplyState.Current,
            Superseded => SupplyState.Superseded,
            Withdrawn => SupplyState.Withdrawn,
            _ => throw new InvalidOperationException($"Supply {row.Id} has the unknown state '{row.State}'."),
        },
        File = row.File,
        Sha256 = row.Sha256,
        FactsSha256 = row.FactsSha256,
        Received = Instants.Of(row.Received),
        Released = row.Released,
        Stored = row.Stored,
        WithoutPlace = row.WithoutPlace,
        OutsideArea = row.OutsideArea,
        IsProvisional = row.Provisional,
    };

    public static SupplyRow ToRow(this SupplyOffer offer, int revision, long received) => new()
    {
        Id = offer.IdOf(revision),
        Dataset = offer.Dataset,
        First = offer.First.ToString(),
        Last = offer.Last.ToString(),
        Revision = revision,
        State = Current,
        SupersededBy = "",
        File = offer.File,
        Sha256 = offer.Sha256,
        FactsSha256 = offer.StagedFacts.Sha256,
        Received = received,
        Released = offer.Released,
        Stored = offer.Receipt.Stored + (offer.Completes?.Stored ?? 0),
        WithoutPlace = offer.Receipt.WithoutPlace + (offer.Completes?.WithoutPlace ?? 0),
        OutsideArea = offer.Receipt.OutsideArea + (offer.Completes?.OutsideArea ?? 0),
        Provisional = offer.Receipt.IsProvisional || offer.Completes is { IsProvisional: true },
    };
}
