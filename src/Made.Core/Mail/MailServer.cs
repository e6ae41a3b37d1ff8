namespace Made.Core.Mail;

/// <summary>How the connection to a mail server is kept from being read on its way.</summary>
public enum MailTls
{
    /// <summary>It begins in clear and is secured before anything is said (STARTTLS); where the server cannot, nothing is sent.</summary>
    Start,

    /// <summary>It is secured from its first byte.</summary>
    Always,

    /// <summary>It is not secured: for a server on this machine only.</summary>
    None,
}

/// <summary>The mail server of a home, and as whom it sends. The password lies sealed beside it.</summary>
public sealed record MailServer
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>The address that messages come from.</summary>
    public required string Sender { get; init; }

    /// <summary>Empty where the server asks nobody to sign in.</summary>
    public required string UserName { get; init; }

    public required MailTls Tls { get; init; }

    /// <summary>Scheme and host by which people reach the site: the link of every message leads there.</summary>
    public required string PublicAddress { get; init; }
}
