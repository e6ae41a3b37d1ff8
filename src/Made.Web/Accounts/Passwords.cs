using Made.Core.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Made.Web.Accounts;

/// <summary>Passwords as ASP.NET Core Identity hashes them: PBKDF2 with HMAC-SHA-512, a salt of its own for each, 210,000 rounds as OWASP advises.</summary>
public static class Passwords
{
    private const int Rounds = 210_000;
    private static readonly object Nobody = new();
    private static readonly PasswordHasher<object> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Lazy<string> OfNobody = new(() => Hash(Base32.Text(System.Security.Cryptography.RandomNumberGenerator.GetBytes(20))));

    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    public static bool IsOf(string hash, string password) => Hasher.VerifyHashedPassword(Nobody, hash, password) != PasswordVerificationResult.Failed;

    /// <summary>Takes as long as a real check, so that time does not tell which names exist.</summary>
    public static void CheckInVain(string password) => IsOf(OfNobody.Value, password);
}
