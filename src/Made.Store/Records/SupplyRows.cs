using Made.Core.Calendar;
using Made.Core.Exchange;

namespace Made.Store.Records;

/// <summary>Between the manifest's rows and <see cref="Supply"/>.</summary>
internal static class SupplyRows
{
    public const string Current = "current";
    public const string Superseded = "superseded";
    public const string Withdrawn = "withdrawn";

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
    };

    public static SupplyRow ToRow(this SupplyOffer offer, int revision, string factsSha256, long received) => new()
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
        FactsSha256 = factsSha256,
        Received = received,
        Released = offer.Released,
        Stored = offer.Receipt.Stored,
        WithoutPlace = offer.Receipt.WithoutPlace,
        OutsideArea = offer.Receipt.OutsideArea,
    };
}
