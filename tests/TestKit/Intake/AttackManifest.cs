namespace Made.TestKit.Intake;

/// <summary>One line of a manifest of attack files: what may become of the file.</summary>
public sealed record AttackFile(string File, string Shape, int RecordsIn, int AcceptMin, int AcceptMax, int RejectMin, int RejectMax, IReadOnlyList<string> Verdicts)
{
    public static IReadOnlyList<AttackFile> Read(string folder) =>
    [
        .. System.IO.File.ReadLines(Path.Combine(folder, "MANIFEST.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',', 9)).Select(c =>
            new AttackFile(c[0], c[1], int.Parse(c[2]), int.Parse(c[3]), int.Parse(c[4]), int.Parse(c[5]), int.Parse(c[6]), c[7].Split('|'))),
    ];
}
