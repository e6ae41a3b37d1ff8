using Made.Core.Mail;
using Made.Web.Composition;
using MimeKit;

namespace Made.Web.Mail;

/// <summary>The messages that are sent: plain text, with a link and no content.</summary>
internal static class MailMessages
{
    public const string Subject = "Something you follow has changed";

    /// <param name="partnership">Who sends it.</param>
    /// <param name="server">As whom.</param>
    /// <param name="to">The reader's address.</param>
    /// <param name="notice">Its number is the message's: sent twice, it is the same message.</param>
    public static MimeMessage Notice(Partnership partnership, MailServer server, string to, MailNotice notice) => Message(partnership, server, to, notice.Id, Subject,
        $"""
        {partnership.Pack.Title}

        There is something new on your page:
        {new Uri(new Uri(server.PublicAddress), "/home")}

        You asked to be told by e-mail. To stop it, sign in there, choose your name, then "E-mail", and clear the box.
        A machine sends this; nobody reads answers to it.
        """);

    /// <summary>To try the settings.</summary>
    public static MimeMessage Trial(Partnership partnership, MailServer server, string to) => Message(partnership, server, to, Guid.NewGuid(), "Trial of e-mail notices",
        $"""
        {partnership.Pack.Title}

        Somebody who administers {server.PublicAddress} tries whether messages from there arrive. Nothing needs to be done.
        """);

    private static MimeMessage Message(Partnership partnership, MailServer server, string to, Guid id, string subject, string text)
    {
        // Date and number are set: by itself the library would name this machine.
        var message = new MimeMessage { Subject = subject, Date = partnership.Now, MessageId = $"{id:N}@{new Uri(server.PublicAddress).IdnHost}", Body = new TextPart("plain") { Text = text + "\n" } };
        message.From.Add(new MailboxAddress(partnership.Pack.Title, server.Sender));
        message.To.Add(new MailboxAddress("", to));
        // Programs that answer by themselves leave it be (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
