using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;

namespace Made.Bench;

/// <summary>Made-up facts of a large county: 945 small areas in 250 wards, 14 categories, map points; the same for every run.</summary>
public static class SyntheticFacts
{
    private const int SmallAreas = 945;

    public static PlaceIndex Places()
    {
        var codes = Enumerable.Range(0, SmallAreas).Select(Code).ToList();
        var districts = Enumerable.Range(0, 14).Select(i => new AreaCode($"D{i:00}")).ToList();
        return new PlaceIndex(
            new ReferenceData
            {
                Vintage = "synthetic",
                DistrictOfLsoa = codes.Select((c, i) => (c, District: districts[i % 14])).ToDictionary(c => c.c, c => c.District),
                Successors = new Dictionary<string, IReadOnlyList<string>>(),
                WardOfLsoa = codes.Select((c, i) => (c, Ward: new AreaCode($"W{i % 14:00}{i / 14 % 18:00}"))).ToDictionary(c => c.c, c => c.Ward),
                Wards = [],
                Names = new Dictionary<string, string>(),
                Populations = [],
                Boundaries = [],
                Files = [],
            },
            districts);
    }

    public static MonthOfFacts Month(Month month, int rows)
    {
        var random = new Random(month.Index);
        var facts = new MonthOfFacts(month, new FactTexts(), []);
        var batches = new List<FactBatch>();
        for (var i = 0; i < rows; i++)
        {
            if (batches.Count == 0 || batches[^1].IsFull)
                batches.Add(new FactBatch());
            Fill(facts, batches[^1], random);
        }
        return facts with { Batches = batches };
    }

    private static string Code(int number) => $"E0102{number:0000}";

    private static void Fill(MonthOfFacts facts, FactBatch batch, Random random)
    {
        var row = batch.Count++;
        var area = random.Next(SmallAreas);
        batch.Month[row] = facts.Month.Index;
        batch.Category[row] = facts.Texts.Category.PositionOf($"category number {random.Next(14)}");
        batch.Lsoa[row] = facts.Texts.Lsoa.PositionOf(random.Next(20) == 0 ? "" : Code(area));
        batch.Detail[row] = facts.Texts.Detail.PositionOf($"the last outcome, number {random.Next(20)}");
        batch.Longitude[row] = -2 - (area / 1000.0) - (random.Next(20) / 10_000.0);
        batch.Latitude[row] = 53 + (area / 1000.0);
        batch.Key[row] = (ulong)random.NextInt64();
        batch.Content[row] = (ulong)random.NextInt64();
    }
}
