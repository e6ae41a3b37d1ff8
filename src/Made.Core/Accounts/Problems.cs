using Made.Core.Access;
using Made.Core.Register;

namespace Made.Core.Accounts;

/// <summary>Why somebody is not signed in, and why a change to an account is refused.</summary>
public static class Problems
{
    /// <summary>One text for every reason, so that nobody learns which names exist, are disabled or locked.</summary>
    public static Problem NotSignedIn() => new(
        "not-signed-in",
        "The sign-in name or the password is not right, or the account cannot be used now.",
        $"Check both. After {SignInRules.MostFailures} failures in a row an account is locked for {SignInRules.Locked.TotalMinutes:0} minutes; an administrator can say whether it is enabled.");

    public static Problem CodeNotRight() => new(
        "code-not-right",
        "The code is not right, was used before, or the account is locked.",
        "Wait for the next code of your authenticator, or use a recovery code.");

    public static Problem PasswordNotRight() => new(
        "password-not-right", "The password is not right, or the account is locked.", "Give the password you signed in with.");

    public static Problem PasswordTooShort() => new(
        "password-too-short", $"A password has at least {SignInRules.ShortestPassword} characters.", "Three random words are long enough and easy to keep in mind.");

    public static Problem PasswordTooLong() => new(
        "password-too-long", $"A password has at most {SignInRules.LongestPassword} characters.", "Use a shorter one.");

    public static Problem PasswordEasy() => new(
        "password-easy", "This password holds the account's name or few different characters, so it is easily guessed.", "Use three random words.");

    public static Problem NoSignInName() => new(
        "no-sign-in-name", "A sign-in name has 3 to 100 characters and no spaces.", "Use a work e-mail address, for example.");

    public static Problem NoName() => new(
        "no-name", "An account needs a name of 3 to 100 characters, without brackets; it stands in the audit.", "Say what the person does, such as 'Analyst, northern districts'.");

    public static Problem AccountExists() => new(
        "account-exists", "There already is an account with this name or sign-in name, perhaps a disabled one.", "Choose another, or enable that account again: made account list.");

    public static Problem NoSuchAccount(string name) => new(
        "no-such-account", $"There is no account '{name}'.", "List them with: made account list.");

    public static Problem NoSuchGrant(string what) => new(
        "no-such-grant", $"There is no grant {what} to revoke.", "List them with: made account list.");

    public static Problem NotProposed() => new(
        "grant-not-proposed", "This grant does not wait for a decision any more.", "Look at the list as it is now.");

    public static Problem OwnProposal() => new(
        "own-proposal", "You proposed this grant yourself.", "Ask another administrator to decide.");

    public static Problem OwnGrant() => new(
        "own-grant", "This grant is for yourself.", "Ask another administrator to decide.");

    public static Problem RoleIsNotGiven(Role role) => new(
        "role-is-not-given", $"{role.Words()} is not a role that somebody is given.", $"Use one of: {string.Join(", ", GrantRules.Given.Select(r => r.Code()))}.");

    public static Problem NoSuchRole(string text) => new(
        "no-such-role", $"There is no role '{text}'.", $"Use one of: {string.Join(", ", GrantRules.Given.Select(r => r.Code()))}.");

    public static Problem NoSuchOrganisation(string id) => new(
        "no-such-organisation", $"There is no organisation '{id}' here.", "Use an id of the pack's organisations.");

    public static Problem NoSuchDistrict(AreaCode code) => new(
        "no-such-district", $"There is no district '{code}' here.", "List them with: made areas.");

    public static Problem NeedsOrganisation(Role role) => new(
        "needs-organisation", $"{role.Words()} acts for one organisation.", "Name it with --organisation.");

    public static Problem NeedsDistrict(Role role) => new(
        "needs-district", $"{role.Words()} is given for one district or more.", "Name each with --district.");

    public static Problem EndsBeforeItBegins() => new(
        "ends-before-it-begins", "The grant would end before it begins.", "Give a later last day.");

    public static Problem NoSecondFactor() => new(
        "no-second-factor", "This account has no second factor.", "Nothing needs to be done.");

    public static Problem SecondFactorAsked() => new(
        "second-factor-asked", "This account has a second factor already.", "Remove it first.");

    public static Problem NoProvider() => new(
        "no-identity-provider", "No identity provider is set here.", "Set one with: made account provider set.");

    public static Problem NoProviderName() => new(
        "no-provider-name", "An identity provider needs a name of 3 to 80 characters, without brackets; it stands on the button and in the audit.", "Name the organisation whose people sign in with it.");

    public static Problem NotAnIssuer(string text) => new(
        "not-an-issuer", $"'{text}' is not an issuer.", "Give the address that its tokens name as 'iss', on https, such as https://login.example.org/tenant/v2.0; http is taken on loopback only.");

    public static Problem NotAHost(string text) => new(
        "not-a-host", $"'{text}' is not a host that may be asked.", "Name one host at a time, in small letters and without https://, such as keys.example.org or keys.example.org:8443; beside an issuer on http only loopback.");

    public static Problem NoClientId() => new(
        "no-client-id", "A client id has no blanks.", "Copy it from the provider's list of applications.");

    public static Problem NoGroupsClaim() => new(
        "no-groups-claim", "The name of a claim has no blanks.", "Use 'groups', or 'roles' for application roles.");

    public static Problem NoGroupValue() => new(
        "no-group-value", "A group needs the value by which the provider's tokens name it.", "For Entra ID that is the group's object id, or the application role's value.");

    public static Problem NotOpenedHere(Account account) => new(
        "not-opened-here", $"{account.Name} is not opened by a password of this site.", "Its people sign in with the identity provider.");

    public static Problem GrantedByGroup(string name) => new(
        "granted-by-group", $"{name} signs in with the identity provider and holds the grants of its groups only.", "Grant the role to a group: made account group list.");

    public static Problem FirstNeedsPassword() => new(
        "first-needs-password", "The first administrator is an account with a password of its own, so that nobody is locked out when the provider fails.", "Add one with: made account add NAME --sign-in-name TEXT --administrator.");
}
