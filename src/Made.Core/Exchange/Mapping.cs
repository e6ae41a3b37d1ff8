namespace Made.Core.Exchange;

public enum MappingKind
{
    /// <summary>A column of the supplier's file is one of the dataset's.</summary>
    Column,

    /// <summary>A value as the supplier writes it is one that is known.</summary>
    Value,
}

/// <summary>One name of a supplier that stands for one of ours: said once by a person, and remembered for every later file of the dataset.</summary>
public sealed record Mapping
{
    public required Guid Id { get; init; }

    public required string Dataset { get; init; }

    public required MappingKind Kind { get; init; }

    /// <summary>The dataset's column.</summary>
    public required string Column { get; init; }

    /// <summary>The column's heading, or the value, as the supplier sends it.</summary>
    public required string Sent { get; init; }

    /// <summary>The known value; empty for a column, which is meant itself.</summary>
    public required string Meant { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

/// <summary>What is remembered of a dataset's names, as its files are read with it.</summary>
public static class Mappings
{
    private const int Longest = 100;

    public static DatasetDefinition Apply(DatasetDefinition dataset, IReadOnlyList<Mapping> mappings) => mappings.Count == 0 ? dataset : dataset with
    {
        Columns =
        [
            .. dataset.Columns.Select(c => c with
            {
                MappedNames = [.. mappings.Where(m => m.Kind == MappingKind.Column && m.Column == c.Name).Select(m => m.Sent)],
                MappedValues = mappings.Where(m => m.Kind == MappingKind.Value && m.Column == c.Name)
                    .DistinctBy(m => m.Sent, StringComparer.OrdinalIgnoreCase).ToDictionary(m => m.Sent, m => m.Meant, StringComparer.OrdinalIgnoreCase),
            }),
        ],
    };

    /// <summary>Why a mapping cannot be; null where it can.</summary>
    public static Problem? WhyNot(DatasetDefinition dataset, Mapping mapping)
    {
        if (dataset.Columns.FirstOrDefault(c => c.Name == mapping.Column) is not { } column)
            return new Problem("no-such-column", $"{dataset.Title} has no column '{mapping.Column}'.", "Choose one of its columns.");
        if (mapping.Sent.Length is 0 or > Longest)
            return new Problem("name-too-long", "The name is empty or longer than any name.", "Check the file: perhaps its columns are shifted.");
        if (mapping.Kind == MappingKind.Value && column.Kind == ColumnKind.Code && !column.Codes.ContainsKey(mapping.Meant))
            return new Problem("not-a-known-value", "That is not one of the values that the column may have.", "Choose one of them.");
        return mapping.Kind == MappingKind.Value && mapping.Meant.Length == 0 ? new Problem("nothing-meant", "Say what is meant.", "Choose a value.") : null;
    }
}
