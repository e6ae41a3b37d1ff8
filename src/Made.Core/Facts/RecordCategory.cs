using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Core.Facts;

/// <summary>One category of a dataset of records, written <c>police-street/Burglary</c>: counted on its own, without anybody having defined an indicator.</summary>
public readonly record struct RecordCategory(string Dataset, string Category)
{
    public string Key => $"{Dataset}/{Category}";

    /// <summary>Reads the key of a dataset of records; whether any record has the category is not asked.</summary>
    public static bool TryParse(string key, IEnumerable<DatasetDefinition> datasets, out RecordCategory category)
    {
        var at = key.IndexOf('/', StringComparison.Ordinal);
        category = at < 1 ? default : new(key[..at], key[(at + 1)..]);
        var dataset = category.Dataset;
        return at > 0 && at + 1 < key.Length && datasets.Any(d => d.Id == dataset && d.Shape == DatasetShape.Records);
    }

    /// <summary>The category as a count that a table can hold.</summary>
    public IndicatorDefinition Counted(DatasetDefinition dataset) => new()
    {
        Id = Key,
        Version = 1,
        Title = Category,
        Plural = $"records of {Category}",
        Singular = $"record of {Category}",
        Definition = $"Records of {dataset.Title} with the category {Category}.",
        NumeratorText = $"Records with the category {Category}",
        DenominatorText = "None",
        Dataset = Dataset,
        Filter = new CategoryFilter { Only = [Category] },
        Denominator = DenominatorKind.None,
        Multiplier = 1,
        Unit = "count",
        Polarity = Polarity.Neutral,
        Seasonal = false,
        Group = dataset.Title,
        Order = 0,
        SmallestLevel = AreaLevel.Lsoa,
        Source = dataset.Source,
    };
}
