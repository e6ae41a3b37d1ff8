using Made.Core;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.Core.Scorecard;
using Made.Store.Editions;
using Made.Web.Components;
using Made.Web.Downloads;

namespace Made.Web.Dashboards;

/// <summary>Whether records of one indicator follow each other nearby, in a district or partnership.</summary>
public sealed record NearRepeatView
{
    public static readonly IReadOnlyList<int> Lengths = [12, 24, 36];

    public required EditionReader Edition { get; init; }

    public required string Area { get; init; }

    public required string Place { get; init; }

    public required IndicatorDefinition Indicator { get; init; }

    public required Core.Exchange.DatasetDefinition Dataset { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyList<(string Code, string Name)> Areas { get; init; }

    /// <summary>How many months.</summary>
    public required int Length { get; init; }

    /// <summary>What was found, or why nothing could be.</summary>
    public required Outcome<NearRepeats> Found { get; init; }

    public Month Month => Edition.Manifest.Month;

    public string When => $"{Length} months to {Month.Name}";

    public string Address => $"/near-repeats/{Area}/{Month}?edition={Edition.Manifest.Number}{Query}";

    public IReadOnlyList<Take> Downloads => Takes.Of($"/near-repeats/{Area}/{Month}", Edition.Manifest.Number, Takes.Tables, Query);

    private string Query => $"&indicator={Indicator.Id}&months={Length}";

    public string Sentence(NearRepeats found) => Sentences.NearRepeats(Place, Indicator, found);

    public string Compared(NearRepeats found) => Sentences.NearRepeatsOf(Indicator, found, When, Dataset.ExactPoints);

    public IEnumerable<string> Cautions(NearRepeats found) => Sentences.NearRepeatCautions(Dataset, found);

    public Table Table(NearRepeats found) => new()
    {
        Name = "near-repeats",
        Title = $"Near repeats: {Indicator.Title}, {Place}, {When}",
        Columns =
        [
            new("Distance"), new("Time"), new("Pairs", ColumnKind.Figure, MayBeAbsent: false), new("Expected by chance", ColumnKind.Figure, "", 1, MayBeAbsent: false),
            new("Times as many", ColumnKind.Figure, "", 2), new("Probability"), new("Allowing for all"), new("Reading"),
        ],
        Rows = found.All.Select(b => (IReadOnlyList<Cell>)
        [
            Cell.Of(Capital(b.Space)), Cell.Of(b.Time), Cell.Of(b.Observed), Cell.Of(b.Expected), Cell.Of(b.Ratio), Cell.Of(Sentences.Probability(b.P)), Cell.Of(Sentences.Probability(b.Together)),
            Cell.Of(b.IsMore ? "more than chance" : "no more than chance"),
        ]).ToList(),
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
