using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Made.Core.Mail;
using Made.Web.Exchange;
using Made.Web.Mail;

namespace Made.Web.Commands;

/// <summary>The mail server, set at the machine because its password is, and addresses for people who cannot give their own.</summary>
internal static class MailCommand
{
    private const string By = "made account mail";

    public static Command Mail() => new("mail", "Works on the mail server by which people are told that something is new on their own page.") { Set(), Show(), Clear(), Test(), Address() };

    private static Command Set()
    {
        var host = new Option<string>("--host") { Description = "The mail server.", Required = true };
        var port = new Option<int>("--port") { Description = "587 with --tls start, 465 with --tls always, as a rule.", Required = true };
        var from = new Option<string>("--from") { Description = "The address that messages come from.", Required = true };
        var user = new Option<string>("--user") { Description = "By which the server knows this site; its password is then asked for on standard input.", DefaultValueFactory = _ => "" };
        var tls = new Option<string>("--tls") { Description = "start (STARTTLS), always, or none (on loopback only).", DefaultValueFactory = _ => "start" };
        var address = new Option<string>("--public-address") { Description = "By which people reach this site, such as https://made.example.org: the link of every message leads there.", Required = true };
        return new Command("set", "Sets it, in place of any other; its password is asked for on standard input and kept sealed.") { host, port, from, user, tls, address }.Runs(async (partnership, parsed, _) =>
        {
            if (!Enum.GetValues<MailTls>().Any(t => Code(t) == parsed.GetValue(tls)!.Trim()))
                return Say.Refused(Core.Mail.Problems.NotATlsChoice(parsed.GetValue(tls)!));
            var server = new MailServer
            {
                Host = parsed.GetValue(host)!.Trim(),
                Port = parsed.GetValue(port),
                Sender = parsed.GetValue(from)!.Trim(),
                UserName = parsed.GetValue(user)!.Trim(),
                Tls = Enum.GetValues<MailTls>().Single(t => Code(t) == parsed.GetValue(tls)!.Trim()),
                PublicAddress = parsed.GetValue(address)!.Trim().TrimEnd('/'),
            };
            if (MailRules.WhyNot(server) is { } unfit)
                return Say.Refused(unfit);
            var password = "";
            if (server.UserName.Length > 0 && !PasswordPrompt.Secret("Password of the mail server (not shown): ").Succeeded(out password, out var problem))
                return Say.Refused(problem);
            if (await partnership.Records.Mail.Set(server, password, partnership.Change($"{By} set", "Set at the machine")) is { } refused)
                return Say.Refused(refused);
            Say.Result($"Whoever asks for it on their account page is told by e-mail through {server.Host}. Try it: {By} test --to ADDRESS");
            return 0;
        });
    }

    private static Command Show() => new Command("show", "Shows it, without its password.").Runs(async (partnership, parsed, _) =>
    {
        var server = await partnership.Records.Mail.Find();
        if (parsed.GetValue(CommandLine.Json))
            Say.Result(JsonSerializer.Serialize(server is null ? null : new { host = server.Host, port = server.Port, from = server.Sender, user = server.UserName, tls = Code(server.Tls), publicAddress = server.PublicAddress }, ReceiptJson.Options));
        else
            Say.Result(server is null
                ? "No mail server is set; nobody is told by e-mail."
                : $"{server.Host}, port {server.Port.ToString(CultureInfo.InvariantCulture)}, TLS {Code(server.Tls)}, {(server.UserName.Length > 0 ? $"as {server.UserName}" : "without signing in")}, from {server.Sender}, links to {server.PublicAddress}.");
        return 0;
    });

    private static Command Clear()
    {
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return new Command("clear", "Takes it away: nothing is sent any more.") { reason }.Runs(async (partnership, parsed, _) =>
        {
            if (await partnership.Records.Mail.Clear(partnership.Change($"{By} clear", parsed.GetValue(reason)!)) is { } problem)
                return Say.Refused(problem);
            Say.Result("Nobody is told by e-mail any more.");
            return 0;
        });
    }

    private static Command Test()
    {
        var to = new Option<string>("--to") { Description = "Where the message goes.", Required = true };
        return new Command("test", "Sends one message and says what the server answered.") { to }.Runs(async (partnership, parsed, cancel) =>
        {
            if (await partnership.Records.Mail.Find() is not { } server)
                return Say.Refused(Core.Mail.Problems.NoMailServer());
            if (MailRules.WhyNotAddress(parsed.GetValue(to)!) is { } unfit)
                return Say.Refused(unfit);
            if (!(await partnership.Records.Mail.Secret(server)).Succeeded(out var password, out var problem))
                return Say.Refused(problem);
            using var delivery = new MailDelivery(server);
            using var message = MailMessages.Trial(partnership, server, parsed.GetValue(to)!);
            var answer = await delivery.OpenAsync(password, cancel) ?? await delivery.SendAsync(message);
            await delivery.CloseAsync();
            if (!answer.Taken)
                return Say.Refused(Core.Mail.Problems.NotTaken(server.Host, $"{answer.Words}. {answer.Said}"));
            Say.Result($"{server.Host} took the message and answered: {answer.Said}");
            return 0;
        });
    }

    private static Command Address()
    {
        var clear = new Option<bool>("--clear") { Description = "Removes the address; nothing is asked for." };
        var tell = new Option<bool>("--tell") { Description = "Tells them by e-mail from now on, as they may choose themselves; without it they are not told." };
        return AccountCommand.OnAccount(new Command("address", "Gives somebody's e-mail address for them, asked for on standard input and kept sealed, or removes it.") { clear, tell }, AccountCommand.Name(), async (partnership, account, parsed) =>
        {
            var change = partnership.Change($"{By} address", "Said at the machine");
            if (parsed.GetValue(clear))
            {
                if (await partnership.Records.MailAddresses.Clear(account.Id, change) is { } none)
                    return Say.Refused(none);
                Say.Result($"{account.Name} has no e-mail address any more.");
                return 0;
            }
            if (!PasswordPrompt.Address("E-mail address (not shown): ").Succeeded(out var address, out var problem))
                return Say.Refused(problem);
            if (await partnership.Records.MailAddresses.Set(account.Id, new MailChoice(address, parsed.GetValue(tell)), change) is { } refused)
                return Say.Refused(refused);
            Say.Result(parsed.GetValue(tell) ? $"{account.Name} is told by e-mail of what is new from now on." : $"{account.Name} has an e-mail address, and is not told.");
            return 0;
        });
    }

    private static string Code(MailTls tls) => tls.ToString().ToLowerInvariant();
}
