using System.Net;
using Made.Web.Composition;

namespace Made.Web.Accounts;

/// <summary>
/// Whether a request comes from whoever sits at the machine: the site listens on loopback only, the connection and the name asked for are
/// loopback, nothing says that it was passed on, and the home does not ask for sign-in. Anything else is a visitor.
/// </summary>
internal sealed class MachineRule(Partnership partnership, Listening listening)
{
    private static readonly string[] PassedOn = ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Original-Host", "True-Client-IP", "CF-Connecting-IP"];

    public bool Lets(HttpContext context) =>
        listening.IsOwnMachine && !partnership.IsSignInRequired && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && Listening.IsLoopback(context.Request.Host.Host) && !WasPassedOn(context.Request.Headers);

    private static bool WasPassedOn(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
            if (name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase) || PassedOn.Contains(name, StringComparer.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
