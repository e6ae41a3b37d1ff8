using Made.Core.Access;
using Made.Web.Accounts;

namespace Made.Web.Access;

/// <summary>Lets a request through where the matrix does. What is refused answers as what is not there: the same bytes.</summary>
internal sealed class AccessGate(RequestDelegate next, AddressedObjects objects, Refusals refusals)
{
    public const string ViewAs = "/access/view-as";

    /// <summary>Where whoever looks as somebody else still acts as themselves.</summary>
    private static readonly string[] AsThemselves = [ViewAs, "/sign-out", "/sign-in/again"];

    public Task InvokeAsync(HttpContext context)
    {
        // Without an endpoint there is only a file of wwwroot, which is public, or nothing.
        if (context.GetEndpoint() is not { } endpoint)
            return next(context);
        var asking = context.Asking();
        // What is no route is the framework's answer to another method than an address takes. It would tell that there is an address.
        if (endpoint is not RouteEndpoint route || AddressRules.Find(route.RoutePattern.RawText) is not { } rule)
            return Hide(context);
        var looks = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var deed = looks ? rule.Look : rule.Send;
        // Whoever looks as somebody else ends that, and signs out, as themselves; and changes nothing.
        var person = asking.Own is { } own && AsThemselves.Contains(rule.Address) ? own : asking.Person;
        if (asking.Own is not null && ReferenceEquals(person, asking.Person) && !looks)
            return GoTo(context, $"{ViewAs}?refused=change");
        return AccessMatrix.ReachOf(person, rule.Resource, deed) switch
        {
            Reach.All when IsFresh(context, rule, deed) => ShowAsync(context, person, rule, deed),
            Reach.All => AskAgain(context),
            Reach.Own => ByObjectAsync(context, person, rule, deed),
            _ => RefuseAsync(context, rule, AccessMatrix.May(person, rule.Resource, deed, ObjectFacts.Kind)),
        };
    }

    private async Task ByObjectAsync(HttpContext context, Person person, AddressRule rule, Deed deed)
    {
        // Asked before the object is looked for: else what is hidden would answer otherwise than what is not there.
        if (!IsFresh(context, rule, deed))
        {
            await AskAgain(context);
            return;
        }
        var decision = AccessMatrix.May(person, rule.Resource, deed, await objects.OfAsync(rule, context.Request));
        await (decision.Allowed ? ShowAsync(context, person, rule, deed) : RefuseAsync(context, rule, decision));
    }

    /// <summary>Looking as somebody else shows which pages open to them; what a page holds is shown only where whoever looks may see all of it anyway.</summary>
    private Task ShowAsync(HttpContext context, Person person, AddressRule rule, Deed deed) =>
        context.Asking() is { Own: { } own } asking && ReferenceEquals(person, asking.Person) && AccessMatrix.ReachOf(own, rule.Resource, deed) != Reach.All
            ? GoTo(context, $"{ViewAs}?open={Uri.EscapeDataString(context.Request.Path.Value ?? "/")}")
            : next(context);

    private static bool IsFresh(HttpContext context, AddressRule rule, Deed deed) =>
        context.Asking().IsFresh || AccessMatrix.Find(rule.Resource, deed) is not { NeedsFreshSignIn: true };

    private static Task AskAgain(HttpContext context)
    {
        var to = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.Value;
        return GoTo(context, $"/sign-in/again?to={Uri.EscapeDataString(to ?? "/")}");
    }

    private static Task GoTo(HttpContext context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private async Task RefuseAsync(HttpContext context, AddressRule rule, Decision decision)
    {
        if (context.Asking() is { SignedIn: { } who, Own: null })
            await refusals.TellAsync(who.Account.Name, $"{context.Request.Method} {rule.Address}", decision.Reason);
        await Hide(context);
    }

    private static Task Hide(HttpContext context)
    {
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
