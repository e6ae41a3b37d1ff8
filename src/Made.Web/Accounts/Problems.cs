using Made.Core;

namespace Made.Web.Accounts;

/// <summary>Why the site does not listen where it was told to.</summary>
internal static class Problems
{
    private const string Rule =
        "Beyond this machine the site listens only on https, or behind a proxy that is named with --behind-proxy, and once an enabled administrator has a second factor.";

    public static Problem NotAnAddress(string address) => new("not-an-address", $"'{address}' is not an address to listen on.", "Write it as http://127.0.0.1:5080.");

    public static Problem AddressTaken(Uri address) => new(
        "address-taken", $"Another program listens on port {address.Port}, perhaps this one started before.", "Stop it, or choose another port: serve --urls http://127.0.0.1:PORT, demo --port PORT.");

    public static Problem InClear(string address) => new("not-loopback", $"{address} can be reached from other machines and is not https. {Rule}", "Listen on https://…, on http://127.0.0.1:PORT, or behind a proxy.");

    public static Problem NoAdministrator() => new(
        "no-administrator", $"Nobody here could administer who signs in. {Rule}",
        "Run 'made account add NAME --sign-in-name TEXT --administrator', serve on http://127.0.0.1:PORT, sign in and enrol a second factor at /account; then start this again.");

    public static Problem NoReason() => new("no-reason", "Say why.", "One sentence is enough; it is kept with the change.");

    public static Problem NothingChosen() => new("nothing-chosen", "Choose what to do.", "Nothing was changed.");

    public static Problem NotADay(string text) => new("not-a-day", $"'{text}' is not a date.", "Write it as 2027-03-31.");

    /// <summary>One text for whatever was wrong with the provider's answer, or with one made up in its name; the audit says which.</summary>
    public static Problem NotSignedInByProvider() => new(
        "not-signed-in-by-provider", "You were not signed in: the identity provider's answer could not be taken, or none of your groups there has a role here.",
        "Try once more from the sign-in page; if that fails, ask an administrator of this site, who can see the reason in the audit.");

    public static Problem ProviderSilent(string name) => new(
        "provider-silent", $"{name} cannot be reached from here, or answers otherwise than its settings say.", "Try again in a minute. Accounts with a password of this site can sign in meanwhile.");

    public static Problem ProviderElsewhere(string name, string host) => new(
        "provider-elsewhere", $"{name} keeps its tokens or keys at {host}, which this site may not ask.",
        $"Whoever administers this site can allow it at the machine: made account provider set … --host {host}. Accounts with a password of this site can sign in meanwhile.");

    public static Problem ProviderDoesNotSayWhen(string name) => new(
        "provider-does-not-say-when", $"{name} does not say when you gave your password there, so nobody can tell whether it asked you. What you asked for stays closed; you are signed in as before.",
        "Whoever runs that sign-in can have its tokens say so (auth_time). Until they do, an account with a password of this site can do it.");

    public static Problem NotTaken(string why) => new("answer-not-taken", $"{why}.", "Nobody was signed in.");

    public static Problem UnknownKey() => NotTaken("It is signed by no key that the provider publishes");

    public static Problem NoSecretGiven() => new("no-secret-given", "No secret came on standard input.", "Type it when asked, or pipe one line.");

    public static Problem NoPasswordGiven() => new("no-password-given", "No password came on standard input.", "Type it when asked, or pipe one line.");
}
