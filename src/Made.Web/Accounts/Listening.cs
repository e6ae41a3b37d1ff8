using System.Net;
using System.Net.Sockets;
using Made.Core;
using Made.Core.Accounts;
using Made.Store.Records;

namespace Made.Web.Accounts;

/// <summary>Where the site listens. Beyond this machine everybody signs in, and nothing travels in clear.</summary>
/// <param name="Urls">Addresses, separated by semicolons.</param>
/// <param name="BehindProxy">A proxy in front speaks https to people and tells whom it speaks for.</param>
public sealed record Listening(string Urls, bool BehindProxy)
{
    /// <summary>True where nobody but this machine can ask.</summary>
    public bool IsOwnMachine { get; } = !BehindProxy && Addresses(Urls).All(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && IsLoopback(uri.Host));

    /// <summary>Null where the site may listen there.</summary>
    public async Task<Problem?> WhyNotAsync(AccountRecords accounts)
    {
        foreach (var address in Addresses(Urls))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                return Problems.NotAnAddress(address);
            if (!IsLoopback(uri.Host) && uri.Scheme != "https")
                return Problems.InClear(address);
        }
        return IsOwnMachine || (await accounts.All()).Any(a => a.IsEnabled && a.HasSecondFactor && a.Grants.Any(g => g.State == GrantState.InForce && g.Grant.Role == Core.Access.Role.Administrator))
            ? null
            : Problems.NoAdministrator();
    }

    /// <summary>Null where nobody else listens there; asked before long work is done for nothing.</summary>
    public Problem? WhyTaken()
    {
        foreach (var uri in Addresses(Urls).Select(a => new Uri(a)).Where(u => u.Port > 0))
        {
            try
            {
                using var trial = new TcpListener(IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback, uri.Port);
                trial.Start();
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                return Problems.AddressTaken(uri);
            }
        }
        return null;
    }

    public static bool IsLoopback(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static string[] Addresses(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
