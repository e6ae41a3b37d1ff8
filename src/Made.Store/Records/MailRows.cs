namespace Made.Store.Records;

internal sealed class MailServerRow
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required string Sender { get; init; }

    public required string UserName { get; init; }

    public required string Tls { get; init; }

    public required string PublicAddress { get; init; }

    /// <summary>Sealed; empty where the server asks nobody to sign in.</summary>
    public required string Password { get; init; }
}

/// <summary>A message to be sent. The address is read from the account when it is sent, and stands in no row of these.</summary>
internal sealed class MailNoticeRow
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required long Covers { get; set; }

    public required string State { get; set; }

    public required long Made { get; init; }

    public required int Tries { get; set; }

    public required long NextTry { get; set; }

    /// <summary>0 before the first.</summary>
    public required long LastTry { get; set; }

    public required string LastAnswer { get; set; }
}
