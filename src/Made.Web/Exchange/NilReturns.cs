using System.Security.Cryptography;
using System.Text;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Store.Facts;
using Made.Store.Records;
using Made.Web.Composition;
using Made.Web.Sharing;
using Problems = Made.Web.Composition.Problems;

namespace Made.Web.Exchange;

/// <summary>
/// A supplier's statement that there was nothing to report: a true zero. It is a supply without a record, with receipt and revisions as any other, so
/// that a later file takes its place and a withdrawal restores what it replaced.
/// </summary>
public sealed class NilReturns(Partnership partnership)
{
    /// <summary>The months that one return of the dataset stands for.</summary>
    public static (Month First, Month Last) PeriodOf(DatasetDefinition dataset, Month month)
    {
        var last = dataset.Grain == SupplyGrain.Month ? month : Dues.PeriodEnd(dataset, month);
        return (dataset.Grain == SupplyGrain.Month ? month : last.Plus(1 - dataset.FrequencyMonths), last);
    }

    /// <summary>Why there cannot be one; null where there can.</summary>
    public static Problem? WhyNot(DatasetDefinition dataset, Month month, DateOnly today)
    {
        var (first, last) = PeriodOf(dataset, month);
        return dataset.Open ? new Problem("nil-of-open-data", "Nobody owes this dataset, so that nobody can state that there is nothing in it.", "Send the publisher's file.")
            : last < dataset.OwedFrom ? new Problem("nil-before-owed", $"Nothing is owed for {first.Name}: returns are owed from {dataset.OwedFrom.Name}.", "Choose a later month.")
            : PartMonth.IsOpen(last, today) ? new Problem("month-not-over", $"{last.Name} is not over, so that nobody can know that nothing will happen in it.", "State it when the month is over.")
            : null;
    }

    public async Task<Outcome<KeptReceipt>> StateAsync(string dataset, Month month, Change change, CancellationToken cancel)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset) is not { } definition)
            return Problems.UnknownDataset(dataset, partnership.Pack.Datasets.Select(d => d.Id));
        if (WhyNot(definition, month, partnership.Today) is { } problem)
            return problem;
        if (await UnreadFiles.WhyNotAsync(partnership, definition) is { } why)
            return why;
        if (partnership.Register is null)
            return Problems.NoReference();
        var (first, last) = PeriodOf(definition, month);
        using var staging = await StagingFolder.Begin(partnership.Home);
        var current = await partnership.Supplies.Current(dataset, first, last);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"nil return\n{dataset}\n{first}\n{last}")));
        var offer = new SupplyOffer
        {
            Dataset = dataset,
            Shape = definition.Shape,
            First = first,
            Last = last,
            Sha256 = hash,
            File = "nil return",
            Released = null,
            StagedFacts = await FactsAsync(definition, first, last, current, staging.File("nil.parquet"), cancel),
            Receipt = Receipt.WithoutRecords("nil return", dataset, hash, Verdict.Accepted) with
            {
                Period = first == last ? $"{first}" : $"{first}/{last}",
                IsNil = true,
                Changes = current is { IsNil: false } ? $"Takes the place of {current.Id}, which held {current.Stored:N0} records." : "",
            },
        };
        return (await partnership.Supplies.Accept(offer, change)).Receipt;
    }

    private async Task<FactFile> FactsAsync(DatasetDefinition dataset, Month first, Month last, Supply? current, string path, CancellationToken cancel)
    {
        if (dataset.Shape == DatasetShape.Records)
            return NilFacts.Write(partnership.Engine, path, cancel);
        var before = current ?? (await partnership.Supplies.Current(dataset.Id) is [.., var newest] ? newest : null);
        return NilFacts.WriteReported(
            partnership.Engine, path, partnership.Pack.Indicators.Where(i => i.Dataset == dataset.Id), before is null ? null : partnership.Home.FactsFile(before),
            [.. partnership.Areas.Districts.Select(d => d.Code.Value)], first, last, cancel);
    }
}
