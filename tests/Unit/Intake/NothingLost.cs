using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;

namespace Made.Tests.Unit.Intake;

/// <summary>What holds of a file that was sound until something happened to it: refused with a reason, or kept with every record that was not hit as it was.</summary>
internal static class NothingLost
{
    /// <summary>Looks at what was read and says whether the file was kept.</summary>
    /// <param name="read">What the reader made of the file.</param>
    /// <param name="sound">The records of the sound file, in order.</param>
    /// <param name="hit">Which of them was hit: it is kept as a record, or told of. -1 where none was.</param>
    /// <param name="isGone">True where nothing of it is in the file any more, so that it cannot be missed by it.</param>
    /// <param name="said">What was done to the file.</param>
    public static bool Kept(ReadBack read, IReadOnlyList<StoredFact> sound, int hit, bool isGone, string said)
    {
        var receipt = read.Receipt;
        receipt.Balances.ShouldBeTrue(said);
        if (receipt.Verdict == Verdict.Refused)
        {
            receipt.Findings.ShouldNotBeEmpty(said);
            receipt.Findings.ShouldAllBe(f => f.Message.Length > 0 && f.Remedy.Length > 0, said);
            return false;
        }
        read.Facts.Count.ShouldBe((int)receipt.Stored, said);
        foreach (var (fact, at) in sound.Select((f, i) => (f, i)).Where(x => x.i != hit))
            read.Facts.ShouldContain(fact, $"{said}: record {at + 1} was lost or changed");
        if (hit >= 0 && !isGone && !read.Facts.Any(f => !sound.Contains(f) || f == sound[hit]))
            (receipt.Rejected + receipt.Duplicates + receipt.Findings.Count).ShouldBeGreaterThan(0, said);
        return true;
    }
}
