using Made.Core.Coarsening;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Intake.Checking;
using Made.Intake.Reading;
using Made.Core.Exchange;

namespace Made.TestKit.Intake;

/// <summary>One fact as a test reads it.</summary>
public sealed record StoredFact(string Month, string Category, string Detail, string Lsoa, double Longitude, double Latitude, ulong Key, ulong Content)
{
    public string PartOfDay { get; init; } = "";

    public string Age { get; init; } = "";

    public string Sex { get; init; } = "";

    public ulong Pseudonym { get; init; }
}

/// <summary>What one file gave, with its facts taken out of the batches.</summary>
public sealed record ReadBack(ReadSupply Supply, IReadOnlyList<StoredFact> Facts)
{
    public Receipt Receipt => Supply.Receipt;
}

/// <summary>Runs the intake as a caller does and gathers what it hands over.</summary>
public static class IntakeRun
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static PlaceIndex NoPlaces { get; } = Places(new Dictionary<string, AreaCode>(), []);

    public static PlaceIndex Places(IReadOnlyDictionary<string, AreaCode> districtOfLsoa, IEnumerable<AreaCode> districts) => new(
        new ReferenceData
        {
            Vintage = "test",
            DistrictOfLsoa = districtOfLsoa,
            Successors = new Dictionary<string, IReadOnlyList<string>>(),
            WardOfLsoa = new Dictionary<string, AreaCode>(),
            Wards = [],
            Names = new Dictionary<string, string>(),
            Populations = [],
            Boundaries = [],
            Files = [],
        },
        districts);

    public static IReadOnlyList<ReadBack> Of(string name, Stream content, DatasetDefinition dataset, PlaceIndex? places = null, Limits? limits = null, bool facts = true, PseudonymKey? pseudonyms = null, bool refusedRows = false)
    {
        var read = new List<ReadBack>();
        var gathered = new List<StoredFact>();
        var options = new IntakeOptions
        {
            Dataset = dataset,
            Datasets = TestDatasets.All,
            Places = places ?? NoPlaces,
            Today = Today,
            Limits = limits ?? new Limits(),
            Pseudonyms = pseudonyms,
            GivesBack = refusedRows,
            Indicators = Enumerable.Range(1, 60).Select(i => $"IND-{i:000}").ToHashSet(),
            Proportions = Enumerable.Range(1, 60).Select(i => $"IND-{i:000}").ToHashSet(),
            Areas = Enumerable.Range(1, 12).Select(i => $"E05099{i:000}").ToHashSet(),
            Open = (_, texts) =>
            {
                gathered = [];
                return facts ? batch => Gather(batch, texts, gathered) : _ => { };
            },
        };
        foreach (var supply in new SupplyReader(options).Read(new ReceivedFile(name, content)))
        {
            read.Add(new ReadBack(supply, supply.Receipt.Verdict == Verdict.Refused ? [] : gathered));
            gathered = [];
        }
        return read;
    }

    public static ReadBack One(string name, byte[] content, DatasetDefinition dataset, PlaceIndex? places = null, Limits? limits = null, PseudonymKey? pseudonyms = null, bool refusedRows = false)
    {
        using var stream = new MemoryStream(content);
        return Of(name, stream, dataset, places, limits, pseudonyms: pseudonyms, refusedRows: refusedRows)[0];
    }

    private static void Gather(FactBatch batch, FactTexts texts, List<StoredFact> facts)
    {
        for (var i = 0; i < batch.Count; i++)
            facts.Add(new StoredFact(
                Core.Calendar.Month.FromIndex(batch.Month[i]).ToString(), texts.Category.Values[batch.Category[i]], texts.Detail.Values[batch.Detail[i]],
                texts.Lsoa.Values[batch.Lsoa[i]], batch.Longitude[i], batch.Latitude[i], batch.Key[i], batch.Content[i])
            {
                PartOfDay = texts.PartOfDay.Values[batch.Bands?.PartOfDay[i] ?? 0],
                Age = texts.Age.Values[batch.Bands?.Age[i] ?? 0],
                Sex = texts.Sex.Values[batch.Bands?.Sex[i] ?? 0],
                Pseudonym = batch.Bands?.Pseudonym[i] ?? 0,
            });
    }
}
