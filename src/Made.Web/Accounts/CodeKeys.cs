using System.Security.Cryptography;
using Made.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Made.Web.Accounts;

/// <summary>Keys of authenticators, encrypted with the keys outside the home and bound to their account: moved to another row they open nothing.</summary>
public sealed class CodeKeys(IDataProtectionProvider protection)
{
    private const string Kept = "made account code key";
    private const string Offered = "made offered code key";

    public string Protect(Guid account, byte[] key) => protection.CreateProtector(Kept, account.ToString("N")).Protect(Convert.ToBase64String(key));

    /// <summary>The step of a code under a kept key; null where it is not right, or where the keys outside the home were lost.</summary>
    public long? StepOf(Guid account, string kept, string code, DateTimeOffset now, long lastUsed)
    {
        try
        {
            return OneTimeCode.StepOf(Convert.FromBase64String(protection.CreateProtector(Kept, account.ToString("N")).Unprotect(kept)), code, now, lastUsed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A new key on its way through the form that enrols it: nothing is kept before a code of it was right.</summary>
    public string Offer(Guid account, byte[] key) => Offering(account).Protect(Convert.ToBase64String(key), SignInRules.Idle);

    /// <summary>Null where it was made up, or offered too long ago or to another account.</summary>
    public byte[]? Taken(Guid account, string offer)
    {
        try
        {
            return Convert.FromBase64String(Offering(account).Unprotect(offer));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Offering(Guid account) => protection.CreateProtector(Offered, account.ToString("N")).ToTimeLimitedDataProtector();
}
