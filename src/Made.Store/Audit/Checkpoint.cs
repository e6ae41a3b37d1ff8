using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Made.Store.Records;

namespace Made.Store.Audit;

/// <summary>A signed statement outside the home: at this instant the audit ended with this row and this hash.</summary>
public sealed record Checkpoint
{
    /// <summary>1 for the first; no order is left out.</summary>
    public required int Order { get; init; }

    /// <summary>Whose audit it is.</summary>
    public required Guid Home { get; init; }

    /// <summary>Number of the last row.</summary>
    public required long Number { get; init; }

    /// <summary>Hash of the last row, and through it of every row before.</summary>
    public required string Head { get; init; }

    /// <summary>When it was signed, UTC microseconds.</summary>
    public required long At { get; init; }

    /// <summary>-1, or after the restore of a backup the number above which earlier checkpoints no longer speak of these records.</summary>
    public required long VoidsAfter { get; init; }

    /// <summary>SHA-256 of the line before, 64 zeros for the first: none can be changed, swapped or left out in between.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 of the public key.</summary>
    public required string Key { get; init; }

    /// <summary>ECDSA P-256 with SHA-256 over <see cref="SignedText"/>, r and s in 64 bytes, base64.</summary>
    public required string Signature { get; init; }

    [JsonIgnore]
    public string SignedText => string.Create(
        CultureInfo.InvariantCulture, $"made-checkpoint-1\n{Order}\n{Home:D}\n{Number}\n{Head}\n{At}\n{VoidsAfter}\n{Previous}\n{Key}\n");

    public string ToLine() => Json.Text(this);

    /// <summary>Null where the line is no checkpoint.</summary>
    public static Checkpoint? Of(string line)
    {
        try
        {
            return Json.Read<Checkpoint>(line);
        }
        catch (JsonException) // Somebody wrote into the file.
        {
            return null;
        }
    }
}
