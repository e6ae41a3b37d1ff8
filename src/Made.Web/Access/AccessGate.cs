using Made.Core.Access;
using Made.Core.Accounts;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.Web.Access;

/// <summary>Lets a request through where the matrix does. What is refused answers as what is not there: the same bytes.</summary>
internal sealed class AccessGate(RequestDelegate next, AddressedObjects objects, Refusals refusals, Partnership partnership)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Without an endpoint there is only a file of wwwroot, which is public, or nothing.
        if (context.GetEndpoint() is not { } endpoint)
            return next(context);
        var person = context.Asking().Person;
        // What is no route is the framework's answer to another method than an address takes. It would tell that there is an address.
        if (endpoint is not RouteEndpoint route || AddressRules.Find(route.RoutePattern.RawText) is not { } rule)
            return Hide(context);
        var deed = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? rule.Look : rule.Send;
        return AccessMatrix.ReachOf(person, rule.Resource, deed) switch
        {
            Reach.All when IsFresh(context, rule, deed) => next(context),
            Reach.All => AskAgain(context),
            Reach.Own => ByObjectAsync(context, person, rule, deed),
            _ => RefuseAsync(context, rule, AccessMatrix.May(person, rule.Resource, deed, ObjectFacts.Kind)),
        };
    }

    private async Task ByObjectAsync(HttpContext context, Person person, AddressRule rule, Deed deed)
    {
        var decision = AccessMatrix.May(person, rule.Resource, deed, await objects.OfAsync(rule, context.Request));
        await (!decision.Allowed ? RefuseAsync(context, rule, decision) : IsFresh(context, rule, deed) ? next(context) : AskAgain(context));
    }

    // Nobody signed in at the machine: there is no password to ask for again.
    private bool IsFresh(HttpContext context, AddressRule rule, Deed deed) =>
        context.Asking().SignedIn is not { } who || AccessMatrix.Find(rule.Resource, deed) is not { NeedsFreshSignIn: true } || partnership.Now < who.At.Fresh + SignInRules.Fresh;

    private static Task AskAgain(HttpContext context)
    {
        var to = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : context.Request.Path.Value;
        context.Response.Redirect($"/sign-in/again?to={Uri.EscapeDataString(to ?? "/")}");
        return Task.CompletedTask;
    }

    private async Task RefuseAsync(HttpContext context, AddressRule rule, Decision decision)
    {
        if (context.Asking().SignedIn is { } who)
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
