namespace Made.Core.Mail;

public enum MailNoticeState
{
    /// <summary>To be sent, or to be tried again.</summary>
    Waiting,
    Sent,

    /// <summary>Tried for a day without success.</summary>
    GivenUp,

    /// <summary>Read meanwhile on the own page, or no longer asked for.</summary>
    Dropped,
}

/// <summary>One message that tells somebody that there is something new on their own page. It holds neither address nor content.</summary>
public sealed record MailNotice
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    /// <summary>Everything that was new up to this instant is told by it.</summary>
    public required DateTimeOffset Covers { get; init; }

    public required MailNoticeState State { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required int Tries { get; init; }

    /// <summary>From when on it may be tried.</summary>
    public required DateTimeOffset NextTry { get; init; }

    /// <summary>What the server answered last, in our words; empty before the first try.</summary>
    public required string LastAnswer { get; init; }
}

/// <summary>Up to when somebody was told.</summary>
/// <param name="Told">What was new up to here was told, or given up; what was new before they asked to be told counts as told.</param>
/// <param name="LastSent">When a message last went out; the beginning of time before the first.</param>
public sealed record MailStanding(DateTimeOffset Told, DateTimeOffset LastSent);

/// <summary>An account that asked to be told by e-mail, and since when.</summary>
public sealed record MailReader(Accounts.Account Account, DateTimeOffset Since);

/// <summary>What somebody said about e-mail: their address, empty where they gave none, and whether they are told.</summary>
public sealed record MailChoice(string Address, bool IsTold);
