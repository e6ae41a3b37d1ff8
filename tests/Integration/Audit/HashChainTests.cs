using System.Security.Cryptography;
using System.Text;
using Made.Store.Audit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Audit;

public sealed class HashChainTests
{
    private static readonly RecordedChange Row = new(7, DateTimeOffset.UnixEpoch.AddTicks(12_345_678_9010), "made intake", "Grüße 🙂", "supply-accepted", "a-r1", "");

    [Fact]
    public void A_row_hashes_to_what_the_description_of_the_format_says()
    {
        var text = "made-audit-1\n64:" + HashChain.Start + ",1:7,10:1234567890,11:made intake,12:Grüße 🙂,15:supply-accepted,4:a-r1,";
        var row = Row with { At = DateTimeOffset.UnixEpoch.AddTicks(1_234_567_890 * TimeSpan.TicksPerMicrosecond) };
        HashChain.After(HashChain.Start, row).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    [Fact]
    public void Words_cannot_move_between_fields_unseen()
    {
        var hash = HashChain.After(HashChain.Start, Row);
        new[]
        {
            Row with { Number = 8 }, Row with { At = Row.At.AddTicks(10) }, Row with { By = "made", Why = " intakeGrüße 🙂" }, Row with { What = "supply-accepte", Subject = "da-r1" },
            Row with { Subject = "" }, Row with { Why = "Gruesse" },
        }.ShouldAllBe(r => HashChain.After(HashChain.Start, r) != hash);
        HashChain.After(hash, Row).ShouldNotBe(hash);
        HashChain.After("whatever somebody wrote into the column", Row).Length.ShouldBe(64);
    }
}
