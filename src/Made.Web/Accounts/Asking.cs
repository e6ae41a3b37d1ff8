using Made.Core.Access;
using Made.Core.Accounts;

namespace Made.Web.Accounts;

/// <summary>Who asks, of one request: somebody who signed in, the person at the machine, or a visitor.</summary>
public sealed record Asking
{
    public static Asking Visitor { get; } = new() { Person = Person.Visitor, Audience = "visitor" };

    public static Asking AtTheMachine { get; } = new() { Person = Person.AtTheMachine, Audience = "machine" };

    public required Person Person { get; init; }

    /// <summary>Tells kept pages apart: who sees the same masthead under the same grants.</summary>
    public required string Audience { get; init; }

    /// <summary>Null for a visitor and for the person at the machine.</summary>
    public SignedIn? SignedIn { get; private init; }

    public static Asking Of(SignedIn who, DateOnly today)
    {
        var person = who.Account.On(today);
        return new() { Person = person, Audience = $"{who.Account.Id:N} {string.Join(';', person.Grants.Select(GrantWords.Of))}", SignedIn = who };
    }

    /// <summary>Who a change is by: the name of whoever signed in, else the role that was typed.</summary>
    public string NameOr(string? typed) => SignedIn?.Account.Name ?? (typed ?? "").Trim();

    /// <summary>
    /// As it stands in the audit: the account's name, or the page and the role that was typed there. No account's name holds brackets, so nobody at
    /// the machine can write in another's name.
    /// </summary>
    public string By(string page, string? typed = null) => SignedIn?.Account.Name ?? (!string.IsNullOrWhiteSpace(typed) ? $"{typed.Trim()} ({page})" : page);
}

public static class Askings
{
    /// <summary>A visitor where nobody said otherwise.</summary>
    public static Asking Asking(this HttpContext context) => context.Features.Get<Asking>() ?? Accounts.Asking.Visitor;
}
