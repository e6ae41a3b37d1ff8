using Made.Core;
using Made.Core.Exchange;
using Made.Store.Facts;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Exchange;

/// <summary>
/// A file of refused records that comes back corrected. It does not stand for its month by itself: it completes the supply that they were refused of,
/// as a further revision, and cannot bring more records than were refused.
/// </summary>
internal sealed class Corrections(Partnership partnership)
{
    private const string SendWhole = "Put the corrected rows back into the whole file, take out the column that says what was wrong, and send that.";

    public async Task<Outcome<SupplyOffer>> CompleteAsync(SupplyOffer offer, DatasetDefinition dataset, string staged)
    {
        if (dataset.Depersonalised is not null)
            return new Problem("correction-of-depersonalised", "The records of this dataset are tested together for small groups, so that corrected rows cannot be added to what is held.", SendWhole);
        var current = (await partnership.Supplies.Current(dataset.Id)).Where(s => s.First <= offer.First && s.Last >= offer.Last).ToList();
        // Sent again, it is what is held: the store says so.
        if (current.Exists(s => s.Sha256 == offer.Sha256))
            return offer with { First = current[0].First, Last = current[0].Last };
        if (current is not [{ IsNil: false } held] || !(await partnership.Receipts.OfSupply(held.Id)).Any(r => r.Receipt.Rejected > 0))
            return new Problem("nothing-to-complete", "These are rows that were refused, and nothing is held of their month that they complete.", SendWhole);
        var refused = (await partnership.Receipts.OfSupply(held.Id))[0].Receipt.Rejected;
        if (offer.Receipt.RecordsIn > refused)
            return new Problem("more-than-refused", $"The file brings {offer.Receipt.RecordsIn:N0} records; of {held.Id}, which it completes, {refused:N0} were refused.", SendWhole);
        var path = partnership.Home.FactsFile(held);
        var written = dataset.Shape == DatasetShape.ReportedValues
            ? CompletedFacts.WriteReported(partnership.Engine, path, offer.StagedFacts.Path, staged)
            : CompletedFacts.Write(partnership.Engine, new FactFile { Path = path, Rows = held.Stored, Sha256 = held.FactsSha256 }, offer.StagedFacts, staged);
        return written.Succeeded(out var facts, out var problem)
            ? offer with
            {
                First = held.First,
                Last = held.Last,
                Completes = held,
                StagedFacts = facts,
                Receipt = offer.Receipt with { Period = held.Period, Changes = $"Completes {held.Id}: {offer.Receipt.Stored:N0} of the {refused:N0} records that were refused of it are held now." },
            }
            : problem;
    }
}
