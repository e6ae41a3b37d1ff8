using Made.Core.Accounts;

namespace Made.TestKit.Site;

/// <summary>An authenticator app: given a key as a page shows it, it tells codes.</summary>
public static class Authenticator
{
    /// <param name="key">In groups or not.</param>
    /// <param name="stepsAhead">Half minutes from now.</param>
    public static string Code(string key, int stepsAhead)
    {
        // Five bits a letter.
        var bits = string.Concat(key.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var bytes = bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2)).ToArray();
        return OneTimeCode.Of(bytes, OneTimeCode.StepOf(TimeProvider.System.GetUtcNow()) + stepsAhead);
    }
}
