using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;

using Xunit;

namespace Made.Tests.Unit.Intake;

public class AttackFiles
{
    [Fact]
    public void Every_malformed_csv_ends_within_the_bounds_of_its_manifest()
    {
        if (SharedFiles.Folder("attacks/csv-own") is not { } folder)
            return;
        var wrong = new List<string>();
        foreach (var attack in AttackFile.Read(folder).Where(a => a.Shape is "S" or "A"))
            if (Judge(attack, File.ReadAllBytes(Path.Combine(folder, attack.File))) is { Length: > 0 } why)
                wrong.Add($"{attack.File}: {why}");
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static string Judge(AttackFile attack, byte[] bytes)
    {
        var read = IntakeRun.One(attack.File, bytes, attack.Shape == "S" ? TestDatasets.IncidentsOfPartner : TestDatasets.AggregatesOfPartner);
        var receipt = read.Receipt;
        var kept = attack.Shape == "S" ? read.Facts.Count : read.Supply.Reported.Count;
        if (!receipt.Balances || receipt.Stored + receipt.Rejected + receipt.Duplicates != receipt.RecordsIn)
            return "does not balance";
        if (receipt.Verdict == Verdict.Refused)
            return !attack.Verdicts.Contains("FILE") ? $"refused: {receipt.Findings[0].Message}" : kept != 0 ? "facts of a refused file" : receipt.Findings.Count == 0 ? "no reason given" : "";
        if (kept != receipt.Stored)
            return $"{kept} facts but {receipt.Stored} stored";
        // A record that is kept but listed with a finding counts as listed: the manifest asks that nothing bad passes in silence.
        var listed = receipt.Findings.Where(f => f.Row > 1 && f.Code != "empty-row").Sum(f => f.Count);
        var verdict = receipt.Rejected + receipt.Duplicates + listed > 0 ? "ROWS" : "ACCEPT";
        if (!attack.Verdicts.Contains(verdict))
            return $"{verdict} with {receipt.Stored} stored, {receipt.Rejected} rejected, {receipt.Duplicates} duplicates";
        // One key with two contents: the open police feed needs both kept, so that such a record is listed, not rejected.
        var accepted = receipt.Stored - receipt.Findings.Where(f => f.Code == "same-key-other-content").Sum(f => f.Count);
        if (accepted < attack.AcceptMin || accepted > attack.AcceptMax)
            return $"{receipt.Stored} stored";
        var rejected = Math.Max(receipt.Rejected + receipt.Duplicates, Math.Min(listed, attack.RejectMin));
        return rejected < attack.RejectMin || rejected > attack.RejectMax ? $"{receipt.Rejected} rejected, {listed} listed" : "";
    }
}
