namespace Made.Core.Mail;

/// <summary>Why nothing can be sent by e-mail. None repeats an address of somebody.</summary>
public static class Problems
{
    public static Problem NoMailServer() => new("no-mail-server", "No mail server is set here.", "Set one with: made account mail set.");

    public static Problem NotAMailServer() => new(
        "not-a-mail-server", "Host or port is not one.", "Give the name of the mail server and its port, such as --host mail.example.org --port 587.");

    public static Problem NotASender() => new(
        "not-a-sender", "The address that messages come from is not an e-mail address.", "Give one that the mail server lets this site use, such as --from made@example.org.");

    public static Problem NotAMailUser() => new("not-a-mail-user", "The user name holds a control character.", "Give it as the mail server knows it.");

    public static Problem NotATlsChoice(string text) => new("not-a-tls-choice", $"'{text}' does not say how the connection is secured.", "Use start, always or none.");

    public static Problem MailInClear() => new(
        "mail-in-clear", "Without TLS messages and password could be read on their way.", "Use --tls start or --tls always; none is taken on loopback only.");

    public static Problem NotAPublicAddress() => new(
        "not-a-public-address", "The public address is not scheme and host of a site.", "Give the address by which people reach this site, on https and without a path: --public-address https://made.example.org.");

    public static Problem NotAMailAddress() => new(
        "not-a-mail-address", "This is not an e-mail address that messages can be sent to.", "Write it as name@example.org, in letters of ASCII.");

    public static Problem NoMailAddress() => new("no-mail-address", "There is no e-mail address.", "Give one, or ask not to be told by e-mail.");

    public static Problem MailChangedMeanwhile() => new(
        "mail-changed-meanwhile", "What is kept changed meanwhile, in another window or at the machine; nothing of yours was saved.", "What is kept now stands on this page. Save or remove again to put what you want in its place.");

    public static Problem NobodyToTell(string name) => new("nobody-to-tell", $"{name} is a group: nobody signs in as one.", "Its members give their own addresses on their account pages.");

    public static Problem NotTaken(string host, string said) => new("mail-not-taken", $"{host} did not take the message: {said}", "Compare the settings (made account mail show) with what the mail server's administrator says.");
}
