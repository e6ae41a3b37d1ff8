using System.Security.Cryptography;
using Made.Core.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Made.Web.Accounts;

/// <summary>A new key of an authenticator on its way through the form that enrols it: nothing is kept before a code of it was right.</summary>
public sealed class CodeKeys(IDataProtectionProvider protection)
{
    private const string Earlier = "made account code key";
    private const string Offered = "made offered code key";

    /// <summary>A key as homes kept it before the vault did; null where the keys outside the home were lost.</summary>
    public byte[]? OfEarlier(Guid account, string kept)
    {
        try
        {
            return Convert.FromBase64String(protection.CreateProtector(Earlier, account.ToString("N")).Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Encrypted, for one account, and for a time.</summary>
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
