namespace Made.Core.Mail;

/// <summary>What a mail server's settings and an e-mail address have to be.</summary>
public static class MailRules
{
    /// <summary>As long as an address can be in an envelope (RFC 5321, 4.5.3.1, erratum 1690).</summary>
    private const int LongestAddress = 254;

    private const string Signs = "()<>[]:;,\\\"";

    /// <summary>Null where the server may be used: with TLS, or on this machine.</summary>
    public static Problem? WhyNot(MailServer server) =>
        Place(server) is not { } place ? Problems.NotAMailServer()
        : WhyNotAddress(server.Sender) is not null ? Problems.NotASender()
        : server.UserName.Any(char.IsControl) ? Problems.NotAMailUser()
        : server.Tls == MailTls.None && !place.IsLoopback ? Problems.MailInClear()
        : !IsPublicAddress(server.PublicAddress) ? Problems.NotAPublicAddress()
        : null;

    /// <summary>
    /// Null where a message can be sent to it. Letters of ASCII only: other servers on the way need not take any other. The text is never repeated,
    /// because it names somebody.
    /// </summary>
    public static Problem? WhyNotAddress(string address) =>
        address.Length is > 2 and <= LongestAddress && address.All(c => c is > ' ' and <= '~') && !address.Any(Signs.Contains) && address.Split('@') is [{ Length: > 0 }, { Length: > 0 } host]
        && host[0] != '.' && host[^1] != '.' && !host.Contains("..", StringComparison.Ordinal)
            ? null
            : Problems.NotAMailAddress();

    private static Uri? Place(MailServer server) =>
        server.Port is > 0 and <= 65535 && server.Host.Length > 0 && !server.Host.Any(char.IsWhiteSpace) && Uri.CheckHostName(server.Host) != UriHostNameType.Unknown
        && Uri.TryCreate($"smtp://{(server.Host.Contains(':', StringComparison.Ordinal) ? $"[{server.Host}]" : server.Host)}/", UriKind.Absolute, out var place)
            ? place
            : null;

    private static bool IsPublicAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0
        && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback));
}
