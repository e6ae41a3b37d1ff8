namespace Made.Core.Accounts;

/// <summary>How an account is opened, in words.</summary>
public static class AccountWords
{
    public static string Of(Account account) => account.Kind switch
    {
        AccountKind.Own => account.HasSecondFactor ? "password and authenticator" : "password",
        AccountKind.Provider => "the identity provider",
        _ => "its members, by the identity provider",
    };
}
