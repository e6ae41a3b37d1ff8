using Made.Core.Access;

namespace Made.Web.Access;

/// <summary>Lets a request through where the matrix does. What is refused answers as what is not there: the same bytes.</summary>
internal sealed class AccessGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // Without an endpoint there is only a file of wwwroot, which is public, or nothing.
        if (context.GetEndpoint() is not { } endpoint || Lets(endpoint, context.Request.Method))
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool Lets(Endpoint endpoint, string method)
    {
        // Another method than the address takes is refused by the framework, with 405.
        if (endpoint is not RouteEndpoint route)
            return endpoint.DisplayName == "405 HTTP Method Not Supported";
        if (AddressRules.Find(route.RoutePattern.RawText) is not { } rule)
            return false;
        var deed = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? rule.Look : rule.Send;
        return AccessMatrix.May(Person.AtTheMachine, rule.Resource, deed, ObjectFacts.Kind).Allowed;
    }
}
