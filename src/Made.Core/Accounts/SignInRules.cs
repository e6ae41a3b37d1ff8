namespace Made.Core.Accounts;

/// <summary>How long somebody stays signed in, how often a password may be tried, and which passwords are taken.</summary>
public static class SignInRules
{
    public const int MostFailures = 5;

    public const int ShortestPassword = 12;

    public const int LongestPassword = 200;

    private const int FewestCharacters = 5;

    /// <summary>Without a request for so long, the password is asked again.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>The password is asked again after this, however busy somebody was.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>
    /// A sign-in by an identity provider lasts no longer than this: groups are those that it named at the sign-in, so somebody who left one there
    /// keeps its grants here until then.
    /// </summary>
    public static readonly TimeSpan LongestByProvider = TimeSpan.FromMinutes(60);

    /// <summary>From then on whoever opens a page goes by the provider first, which tells their groups anew; while it knows them they need not notice.</summary>
    public static readonly TimeSpan RenewedByProvider = TimeSpan.FromMinutes(30);

    /// <summary>After too many failures nobody is let in for this long, with the right password neither.</summary>
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(15);

    /// <summary>So long after password or code, deeds of weight are done without giving it again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    /// <summary>Between the password and the code.</summary>
    public static readonly TimeSpan BeforeCode = TimeSpan.FromMinutes(5);

    /// <summary>How long a sign-in of such an account lasts at most.</summary>
    public static TimeSpan LongestOf(AccountKind kind) => kind == AccountKind.Provider ? LongestByProvider : Longest;

    /// <summary>
    /// Null where the password may be used. Length is what counts, after the National Cyber Security Centre's advice: no rule asks for signs or
    /// capitals, and no password expires.
    /// </summary>
    public static Problem? WhyNot(string password, Account account) =>
        password.Length < ShortestPassword ? Problems.PasswordTooShort()
        : password.Length > LongestPassword ? Problems.PasswordTooLong()
        : password.Distinct().Count() < FewestCharacters
            || password.Contains(account.SignInName, StringComparison.OrdinalIgnoreCase)
            || password.Contains(account.Name, StringComparison.OrdinalIgnoreCase) ? Problems.PasswordEasy()
        : null;

    /// <summary>Null where an account may be called so. Brackets are kept for what the program adds in the audit.</summary>
    public static Problem? WhyNot(string name, string signInName) =>
        name.Trim().Length is < 3 or > 100 || name.Any(c => char.IsControl(c) || c is '(' or ')') ? Problems.NoName()
        : signInName.Trim().Length is < 3 or > 100 || signInName.Trim().Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? Problems.NoSignInName()
        : null;
}
