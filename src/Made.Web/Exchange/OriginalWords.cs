using System.Text;
using Made.Core.Exchange;

namespace Made.Web.Exchange;

/// <summary>How a sealed original stands, and the certificate of its destruction, in words.</summary>
public static class OriginalWords
{
    public static string Of(SealedOriginal original, DateOnly today) => original.Standing(today) switch
    {
        OriginalStanding.Destroyed => $"Destroyed on {LondonTime.Day(LondonTime.DayOf(original.Destroyed!.At))}",
        OriginalStanding.Held => $"Held beyond its day: {original.Hold}",
        OriginalStanding.Due => $"To be destroyed: it was kept until {LondonTime.Day(original.KeptUntil)}",
        _ => $"Kept until {LondonTime.Day(original.KeptUntil)}",
    };

    public static IReadOnlyList<(string Key, string Value)> Lines(SealedOriginal original, string dataset, DateOnly today) =>
    [
        ("Dataset", dataset),
        ("Supplies made of it", string.Join(", ", original.Supplies)),
        ("Received", LondonTime.Day(original.Received)),
        ("Size", $"{original.Bytes:N0} bytes"),
        ("SHA-256 of the file as received", original.Sha256),
        ("Standing", Of(original, today)),
        ("Key", original.Key),
        .. original.Destroyed is { } d
            ? new[]
            {
                ("Destroyed", LondonTime.Text(d.At)),
                ("How", "Its key was destroyed, so that neither the sealed file nor a copy of it in a backup can be opened; then the file was removed."),
                ("By", $"{d.By}, with {d.Second}"),
                ("Why", d.Why),
            }
            : [],
    ];

    /// <summary>The certificate as plain text.</summary>
    public static string Certificate(SealedOriginal original, string dataset, string partnership, DateOnly today)
    {
        var text = new StringBuilder($"Certificate of destruction {original.Id}\n{partnership}\n");
        foreach (var (key, value) in Lines(original, dataset, today))
            text.Append($"{key}: {value}\n");
        return text.ToString();
    }
}
