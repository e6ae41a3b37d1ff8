using Made.Core;
using Made.Core.Facts;
using Made.Store.Facts;
using Made.Store.Facts.Engine;
using Made.TestKit;

namespace Made.Tests.Integration.Facts;

/// <summary>A home in a temporary folder with an engine that may reach nothing else.</summary>
public sealed class FactHome : IDisposable
{
    private int written;

    public FactHome()
    {
        Root = Directory.CreateTempSubdirectory("made-facts-").FullName;
        Engine = FactEngine.Open(Root, new EngineLimits { Threads = 2, MemoryMebibytes = 256 });
    }

    public string Root { get; }

    public FactEngine Engine { get; }

    public string Staging(string name) => Path.Combine(Root, "staging", name);

    public FactFile Write(IReadOnlyList<Fact> facts)
    {
        var (category, lsoa, detail) = (new FactText(), new FactText(), new FactText());
        using var writer = new FactWriter(Engine, new FactTexts { Category = category, Lsoa = lsoa, Detail = detail });
        foreach (var chunk in facts.Chunk(FactBatch.Capacity))
            writer.Add(Fact.Batch(chunk, category, lsoa, detail));
        return writer.Write(Staging($"{++written}.parquet"));
    }

    public FactFile Write(StreetFacts street)
    {
        using var writer = new FactWriter(Engine, new FactTexts { Category = street.Category, Lsoa = street.Lsoa, Detail = street.Detail });
        street.Batches.ForEach(writer.Add);
        return writer.Write(Staging($"{++written}.parquet"));
    }

    public void Dispose()
    {
        Engine.Dispose();
        Directory.Delete(Root, recursive: true);
    }
}

/// <summary>One row, for writing tests.</summary>
public sealed record Fact(
    string Month = "2022-07", string Category = "Burglary", string Lsoa = "", string Detail = "", double X = double.NaN, double Y = double.NaN, ulong Key = 0, ulong Content = 0, byte Day = 0)
{
    public static FactBatch Batch(IEnumerable<Fact> facts, FactText category, FactText lsoa, FactText detail)
    {
        var batch = new FactBatch();
        foreach (var fact in facts)
        {
            var row = batch.Count++;
            batch.Month[row] = Core.Calendar.Month.Parse(fact.Month).Index;
            batch.Category[row] = category.PositionOf(fact.Category);
            batch.Lsoa[row] = lsoa.PositionOf(fact.Lsoa);
            batch.Detail[row] = detail.PositionOf(fact.Detail);
            batch.Longitude[row] = fact.X;
            batch.Latitude[row] = fact.Y;
            batch.Key[row] = fact.Key;
            batch.Content[row] = fact.Content;
            batch.Day[row] = fact.Day;
        }
        return batch;
    }
}

internal static class OutcomeExtensions
{
    public static T Value<T>(this Outcome<T> outcome) =>
        outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
