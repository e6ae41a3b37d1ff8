using Made.Core.Access;
using Made.Core.Accounts;
using Made.Web.Access;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>Who asks, of one request: somebody who signed in, the person at the machine, or a visitor.</summary>
public sealed record Asking
{
    public static Asking Visitor { get; } = new() { Person = Person.Visitor, Audience = "visitor" };

    public static Asking AtTheMachine { get; } = new() { Person = Person.AtTheMachine, Audience = "machine" };

    public required Person Person { get; init; }

    /// <summary>Whoever signed in, where they look as somebody else: <see cref="Person"/> is then the one they look as.</summary>
    public Person? Own { get; private init; }

    /// <summary>Tells kept pages apart: who sees the same masthead under the same grants.</summary>
    public required string Audience { get; init; }

    /// <summary>What pages of figures say to somebody whose grants name districts; empty else.</summary>
    public string Sees { get; private init; } = "";

    /// <summary>Null for a visitor and for the person at the machine.</summary>
    public SignedIn? SignedIn { get; private init; }

    /// <summary>Password or code were given just now, or there is none to give. A kept file is part of what this decides, so it is part of the audience.</summary>
    public bool IsFresh { get; private init; } = true;

    /// <summary>The key of a program; null for everybody else.</summary>
    public SendingKey? Key { get; private init; }

    public static Asking Of(SendingKey key) => new() { Person = key.Person, Audience = $"key {key.Id:N}", Key = key };

    public static Asking Of(SignedIn who, Partnership partnership)
    {
        var (own, isFresh) = (who.Account.On(partnership.Today), partnership.Now < who.At.Fresh + SignInRules.Fresh);
        // Whoever no longer may look as others looks as themselves from the next request on.
        var viewed = who.At.LooksAs is { } grant && AccessMatrix.May(own, Resource.People, Deed.Read, ObjectFacts.Kind).Allowed ? Person.Of(grant) : null;
        var person = viewed ?? own;
        return new()
        {
            Person = person,
            Own = viewed is null ? null : own,
            Audience = $"{who.Account.Id:N} {(viewed is null ? "" : $"as {viewed.Name} ")}{string.Join(';', person.Grants.Select(GrantWords.Of))}{(isFresh ? " fresh" : "")}",
            SignedIn = who,
            IsFresh = isFresh,
            Sees = Looking.Words(person, partnership.Areas),
        };
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
