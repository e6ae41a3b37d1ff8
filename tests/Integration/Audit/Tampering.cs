using System.Text;
using Made.Store.Audit;

namespace Made.Tests.Integration.Audit;

/// <summary>What somebody did to the audit: the rows and the two files of checkpoints afterwards, and the row that a check has to name (0: none can be named).</summary>
internal sealed record Tampering(string Kind, IReadOnlyList<RecordedChange> Rows, byte[] Signed, byte[] Copy, long Names)
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "edit number", "edit at", "edit by", "edit why", "edit what", "edit subject", "edit hash", "words moved between fields",
        "delete", "delete and renumber", "insert", "insert at the end", "swap", "swap contents", "move", "cut tail", "older database", "older home",
        "edit and hash again", "delete and hash again", "insert and hash again", "empty",
        "checkpoint edited", "checkpoint missing", "checkpoints swapped", "last checkpoint missing", "all checkpoints missing", "checkpoint torn out with its rows",
    ];

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="rows">At least twenty, the last one signed.</param>
    /// <param name="signed">At least three checkpoints.</param>
    /// <param name="random">Where and what.</param>
    public static Tampering Of(string kind, IReadOnlyList<RecordedChange> rows, byte[] signed, Random random)
    {
        var (at, other) = (random.Next(rows.Count - 1), 0);
        do
            other = random.Next(rows.Count - 1);
        while (other == at);
        var (row, lines) = (rows[at], Encoding.UTF8.GetString(signed).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList());
        var line = random.Next(lines.Count - 1);
        Tampering Left(IEnumerable<RecordedChange> changed, long names = 0) => new(kind, [.. changed], signed, signed, names);
        Tampering Edit(RecordedChange edited) => Left(rows.Select(r => r == row ? edited : r), row.Number);
        Tampering Lines(IEnumerable<string> left, byte[]? copy = null) => new(kind, rows, Bytes(left), copy ?? signed, 0);
        return kind switch
        {
            "edit number" => Left(rows.Take(at + 1).Concat(rows.Skip(at + 1).Select(r => r with { Number = r.Number + 3 }))),
            "edit at" => Edit(row with { At = row.At.AddTicks(10 * random.Next(1, 1_000_000)) }),
            "edit by" => Edit(row with { By = Changed(row.By, random) }),
            "edit why" => Edit(row with { Why = Changed(row.Why, random) }),
            "edit what" => Edit(row with { What = Changed(row.What, random) }),
            "edit subject" => Edit(row with { Subject = Changed(row.Subject, random) }),
            "edit hash" => Edit(row with { Hash = Changed(row.Hash, random) }),
            "words moved between fields" => Edit(row with { By = row.By + row.Why[..1], Why = row.Why[1..] }),
            "delete" => Left(rows.Where(r => r != row)),
            "delete and renumber" => Left(rows.Where(r => r != row).Select((r, i) => r with { Number = i + 1 }), row.Number),
            "insert" => Left(rows.Take(at).Append(row with { Why = "put in" }).Concat(rows.Skip(at)).Select((r, i) => r with { Number = i + 1 }), row.Number),
            "insert at the end" => Left(rows.Append(rows[^1] with { Number = rows[^1].Number + 1 }), rows[^1].Number + 1),
            "swap" => Left(Swapped(rows, at, other, (a, b) => a with { Number = b.Number }), Math.Min(at, other) + 1),
            "swap contents" => Left(Swapped(rows, at, other, (a, b) => a with { Number = b.Number, Hash = b.Hash }), Math.Min(at, other) + 1),
            "move" => Left(rows.Where(r => r != row).Take(other).Append(row).Concat(rows.Where(r => r != row).Skip(other)).Select((r, i) => r with { Number = i + 1 })),
            "cut tail" or "older database" => Left(rows.Take(at + 1)),
            "older home" => new Tampering(kind, [.. rows.Take(at + 1)], signed, Bytes(lines.Take(1)), 0),
            "edit and hash again" => Left(AuditRows.Forged(rows.Select(r => r == row ? row with { Subject = Changed(row.Subject, random) } : r))),
            "delete and hash again" => Left(AuditRows.Forged(rows.Where(r => r != row).Select((r, i) => r with { Number = i + 1 }))),
            "insert and hash again" => Left(AuditRows.Forged(rows.Take(at).Append(row with { Why = "put in" }).Concat(rows.Skip(at)).Select((r, i) => r with { Number = i + 1 }))),
            "empty" => Left([]),
            "checkpoint edited" => Lines(lines.Select((l, i) => i == line ? l.Replace($"\"number\":{Number(l)}", $"\"number\":{Number(l) - 1}", StringComparison.Ordinal) : l)),
            "checkpoint missing" => Lines(lines.Where((_, i) => i != line)),
            "checkpoints swapped" => Lines(lines.Select((_, i) => lines[i == line ? line + 1 : i == line + 1 ? line : i])),
            "last checkpoint missing" => Lines(lines.SkipLast(1)),
            "all checkpoints missing" => new Tampering(kind, rows, [], [], 0),
            "checkpoint torn out with its rows" => new Tampering(kind, [.. rows.Take((int)Number(lines[^1]) - 1)], Bytes(lines.SkipLast(1)), signed, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such tampering."),
        };
    }

    private static IEnumerable<RecordedChange> Swapped(IReadOnlyList<RecordedChange> rows, int one, int two, Func<RecordedChange, RecordedChange, RecordedChange> inPlaceOf) =>
        rows.Select((r, i) => i == one ? inPlaceOf(rows[two], r) : i == two ? inPlaceOf(rows[one], r) : r);

    private static string Changed(string text, Random random)
    {
        var at = random.Next(text.Length);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, "x"),
            _ => text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..],
        };
    }

    private static long Number(string line) => Checkpoint.Of(line)!.Number;

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
}
