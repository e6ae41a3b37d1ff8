using System.Text;
using Made.Core.Accounts;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Accounts;

/// <summary>Codes of an authenticator against the vectors of RFC 6238 (appendix B, SHA-1, the last six of eight digits) and RFC 4648.</summary>
public sealed class OneTimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_as_the_standard_says(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        OneTimeCode.Of(Key, OneTimeCode.StepOf(now)).ShouldBe(code);
        OneTimeCode.StepOf(Key, code, now, 0).ShouldBe(seconds / 30);
        OneTimeCode.StepOf(Key, $" {code[..3]} {code[3..]} ", now, 0).ShouldBe(seconds / 30);
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public void A_clock_may_be_one_step_off_and_no_more(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_110);
        var code = OneTimeCode.Of(Key, OneTimeCode.StepOf(now.AddSeconds(seconds)));
        (OneTimeCode.StepOf(Key, code, now, 0) is not null).ShouldBe(taken);
    }

    [Fact]
    public void A_code_is_taken_once_and_none_before_it_afterwards()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_110);
        var step = OneTimeCode.StepOf(now);
        OneTimeCode.StepOf(Key, OneTimeCode.Of(Key, step), now, step).ShouldBeNull("used before");
        OneTimeCode.StepOf(Key, OneTimeCode.Of(Key, step - 1), now, step).ShouldBeNull("older than the one used");
        OneTimeCode.StepOf(Key, OneTimeCode.Of(Key, step + 1), now, step).ShouldBe(step + 1);
        foreach (var wrong in new[] { "", "28708", "2870822", "28708a", "000000", "٢٨٧٠٨٢" })
            OneTimeCode.StepOf(Key, wrong, DateTimeOffset.FromUnixTimeSeconds(59), 0).ShouldBeNull(wrong);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void A_key_is_written_as_the_standard_says(string bytes, string text) => Base32.Text(Encoding.ASCII.GetBytes(bytes)).ShouldBe(text);

    [Fact]
    public void A_recovery_code_is_the_same_however_it_is_typed()
    {
        var code = RecoveryCodes.Words(Enumerable.Range(1, RecoveryCodes.Bytes).Select(i => (byte)(i * 23)).ToArray());
        code.Length.ShouldBe(19);
        RecoveryCodes.Hash(code.ToLowerInvariant().Replace(" ", "-")).ShouldBe(RecoveryCodes.Hash(code));
        RecoveryCodes.Hash(code[..^1]).ShouldNotBe(RecoveryCodes.Hash(code));
    }
}
