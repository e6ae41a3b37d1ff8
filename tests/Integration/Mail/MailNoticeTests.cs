using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Mail;
using Made.TestKit.Site;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Mail;
using Made.Web.Subscriptions;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Mail;

/// <summary>People are told by e-mail that something is new: the real worker over the real protocol to a server on loopback.</summary>
public sealed class MailNoticeTests
{
    private const string Password = "canary-password-of-mail";
    private const string Address = "canary-ann@example.org";

    [Fact]
    public async Task A_release_is_told_once_to_whoever_asked_for_it_and_to_nobody_else_and_holds_a_link_and_no_content()
    {
        using var sink = new MailSink(user: "made", password: Password);
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy());
        foreach (var name in new[] { "told", "silent", "nobody", "left" })
            await Given.AddAsync(site.Partnership, name, new Grant { Role = Role.PartnerAnalyst });
        await SetAsync(site.Partnership, sink.Port);
        var told = await Given.SignedInAsync(site, "told");

        // One's own address, on one's own page, seen by nobody else.
        (await told.Text("/account")).ShouldContain("You are not told by e-mail.");
        (await Forms.Fill(told, "/account/mail", [("address", ""), ("told", "yes")])).Status.ShouldBe(422);
        (await Forms.Fill(told, "/account/mail", [("address", "not an address"), ("told", "yes")])).ShouldSatisfyAllConditions(v => v.Status.ShouldBe(422), v => v.Page.QuerySelector("#address")!.GetAttribute("value").ShouldBe("not an address"));
        (await Forms.Fill(told, "/account/mail", [("address", Address), ("told", "yes")])).Headers["Location"].ShouldBe("/account?done=told");
        var own = await Crawl.Visited(told, "/account/mail");
        own.Page.QuerySelector("#address")!.GetAttribute("value").ShouldBe(Address);
        own.Headers["Cache-Control"].ShouldContain("no-store");
        (await (await Given.SignedInAsync(site, "nobody")).Text("/account/mail")).ShouldNotContain("canary");
        (await site.Text("/access/people")).ShouldNotContain("canary");
        (await Forms.Fill(await Given.SignedInAsync(site, "silent"), "/account/mail", [("address", "silent@example.org")])).Headers["Location"].ShouldBe("/account?done=mail");
        (await site.Home.MadeWith("left@example.org", "account", "mail", "address", "left", "--tell")).Exits(0).Output.ShouldNotContain("@");
        (await site.Home.Made("account", "disable", "left", "--reason", "left")).Exits(0);

        await AgainAsync(site.Partnership);
        var message = (await sink.Until(1))[0];
        message.To.ShouldBe(Address);
        message.Text.ShouldContain("Subject: Something you follow has changed");
        message.Text.ShouldContain($"To: {Address}");
        message.Text.ShouldContain("Auto-Submitted: auto-generated");
        message.Text.ShouldNotContain(Environment.MachineName);
        var body = message.Text[message.Text.IndexOf("\n\n", StringComparison.Ordinal)..];
        body.ShouldContain(site.Partnership.Pack.Title);
        body.Split("https://").Length.ShouldBe(2, "one link");
        body.ShouldContain("https://made.example.org/home\n");
        body.Where(char.IsDigit).ShouldBeEmpty("no figure, month or edition");
        foreach (var content in site.Partnership.Pack.Indicators.Select(i => i.Title).Concat(site.Partnership.Areas.Districts.Select(d => d.Name)))
            body.ShouldNotContain(content, Case.Insensitive);

        // The next look, and the look of a program started anew, find nothing that was not told.
        await using (var anew = await OpenAsync(site.Home, TimeProvider.System))
            await RoundAsync(anew);
        await Task.Delay(TimeSpan.FromSeconds(2.5));
        sink.Messages.ShouldHaveSingleItem();
        (await site.Partnership.Records.Audit.Newest(0, 60)).ShouldAllBe(r => !r.ToString().Contains("canary"));

        (await Forms.Fill(told, "/account/mail", [("act", "remove"), ("seen", Address), ("seenTold", "yes")])).Headers["Location"].ShouldBe("/account?done=no-mail");
        (await Forms.Fill(told, "/account/mail", [("act", "remove"), ("seen", Address), ("seenTold", "yes")])).Headers["Location"].ShouldBe("/account?done=no-mail", "twice is once");
        (await Crawl.Visited(told, "/account/mail")).Page.QuerySelector("#address")!.GetAttribute("value").ShouldBe("");
        await AgainAsync(site.Partnership);
        await using (var later = await OpenAsync(site.Home, new MovedClock { Ahead = TimeSpan.FromHours(2) }))
            await RoundAsync(later);
        sink.Messages.ShouldHaveSingleItem("the address was removed");
    }

    [Fact]
    public async Task What_the_server_did_not_take_is_tried_again_also_by_a_program_started_anew_and_only_one_an_hour_goes()
    {
        using var home = (await DemoHome.Prepared).Copy();
        var clock = new MovedClock();
        var port = FreePort();
        await using (var partnership = await OpenAsync(home, clock))
        {
            await TellAsync(partnership, await Given.AddAsync(partnership, "told"));
            await SetAsync(partnership, port);
            await AgainAsync(partnership);
            (await RoundAsync(partnership) - partnership.Now).ShouldBeInRange(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1));
            var (name, notice) = (await partnership.Records.MailNotices.Failing()).ShouldHaveSingleItem();
            (name, notice.Tries, notice.LastAnswer).ShouldBe(("told", 1, "The server cannot be reached, or broke the connection off"));
        }
        using var sink = new MailSink(port, "made", Password);
        await using (var partnership = await OpenAsync(home, clock))
        {
            await RoundAsync(partnership);
            sink.Commands.ShouldBeEmpty("the pause is not over");
            clock.Ahead = TimeSpan.FromSeconds(70);
            await RoundAsync(partnership);
            await RoundAsync(partnership);
            sink.Messages.ShouldHaveSingleItem();
            (await partnership.Records.MailNotices.Failing()).ShouldBeEmpty();

            // Two more releases within the hour are one message when it is over.
            await AgainAsync(partnership);
            await AgainAsync(partnership);
            (await RoundAsync(partnership) - partnership.Now).ShouldBeInRange(TimeSpan.FromMinutes(58), TimeSpan.FromHours(1));
            sink.Messages.ShouldHaveSingleItem();
            clock.Ahead += TimeSpan.FromMinutes(61);
            await RoundAsync(partnership);
            await RoundAsync(partnership);
            sink.Messages.Count.ShouldBe(2);

            // What was read on the own page is told to nobody.
            await AgainAsync(partnership);
            var account = (await partnership.Records.Accounts.Find("told"))!;
            await partnership.Records.Subscriptions.MarkRead(HomeView.ReaderOf(account), partnership.Now, partnership.Change("test", "read"));
            clock.Ahead += TimeSpan.FromMinutes(61);
            (await RoundAsync(partnership)).ShouldBe(DateTimeOffset.MaxValue);
            sink.Messages.Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task An_address_that_is_refused_is_given_up_after_a_day_and_said_to_administrators_and_stands_nowhere_in_clear()
    {
        var home = (await DemoHome.Prepared).Copy();
        var clock = new MovedClock();
        using var sink = new MailSink(user: "made", password: Password) { Refuses = a => a == Address };
        await using (var partnership = await OpenAsync(home, clock))
        {
            await TellAsync(partnership, await Given.AddAsync(partnership, "refused"));
            await TellAsync(partnership, await Given.AddAsync(partnership, "taken"), "taken@example.org");
            await SetAsync(partnership, sink.Port);
            await AgainAsync(partnership);
            var (next, rounds) = (DateTimeOffset.MinValue, 0);
            while (next < DateTimeOffset.MaxValue && rounds++ < 30)
            {
                next = await RoundAsync(partnership);
                clock.Ahead += next < DateTimeOffset.MaxValue ? next - partnership.Now + TimeSpan.FromSeconds(1) : TimeSpan.Zero;
            }
            sink.Messages.ShouldHaveSingleItem().To.ShouldBe("taken@example.org");
            sink.Commands.Count(c => c == "RCPT").ShouldBe(13, "one that was taken, and twelve tries");
            (await partnership.Records.MailNotices.Failing()).ShouldHaveSingleItem().Notice.ShouldSatisfyAllConditions(
                n => n.State.ShouldBe(MailNoticeState.GivenUp), n => n.LastAnswer.ShouldBe("The server refused the address (550)"));
            (await partnership.Records.Audit.Newest(0, 100)).Count(r => r.What == "mail-notice-given-up").ShouldBe(1);
            (await partnership.Records.Vault.Check()).Problems.ShouldBeEmpty();
        }
        var scan = new DiskScan("canary", [Address, Password, "canary"]);
        scan.In(home.Home, home.Keys).ShouldBeEmpty();
        scan.BytesLookedAt.ShouldBeGreaterThan(100_000);
        await File.WriteAllTextAsync(home.File("home", "planted.txt"), Address);
        scan.In(home.Home).ShouldNotBeEmpty("a planted address is found");

        await using var site = await LiveSite.Over(home, clock: clock);
        await Given.AddAsync(site.Partnership, "who-administers", new Grant { Role = Role.Administrator });
        var page = await Crawl.Visited(await Given.SignedInAsync(site, "who-administers"), "/access/people");
        page.Page.QuerySelector("#unsent ~ ul")!.TextContent.ShouldContain("refused: given up after 12 tries since");
        page.Body.ShouldNotContain("canary");
    }

    [Fact]
    public async Task A_message_that_was_taken_while_the_records_could_not_be_written_is_not_sent_again_by_the_same_program()
    {
        using var home = (await DemoHome.Prepared).Copy();
        using var sink = new MailSink(user: "made", password: Password);
        await using var partnership = await OpenAsync(home, TimeProvider.System);
        using var source = new Store.Records.RecordsSource(Path.Combine(home.Home, "records.db"), "");
        await TellAsync(partnership, await Given.AddAsync(partnership, "told"));
        await SetAsync(partnership, sink.Port);
        await AgainAsync(partnership);
        await Audit.AuditRows.Run(source, "CREATE TRIGGER full BEFORE UPDATE ON mail_notices BEGIN SELECT RAISE(ABORT, 'planted: full'); END");
        var rounds = new MailRounds(partnership, new AddressedObjects(partnership));
        for (var i = 0; i < 3; i++)
            await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => rounds.RunAsync(default));
        sink.Messages.ShouldHaveSingleItem();
        // A program started anew cannot know of it: it sends the same message, with the same number.
        await Should.ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>(() => RoundAsync(partnership));
        sink.Messages.Select(m => m.Text.Split('\n').Single(l => l.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))).Distinct().ShouldHaveSingleItem();
        sink.Messages.Count.ShouldBe(2);
        await Audit.AuditRows.Run(source, "DROP TRIGGER full");
        await rounds.RunAsync(default);
        sink.Messages.Count.ShouldBe(2);
        (await partnership.Records.MailNotices.Current()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_no_mail_server_is_set_nothing_is_made_or_sent()
    {
        using var home = (await DemoHome.Prepared).Copy();
        using var sink = new MailSink();
        await using var partnership = await OpenAsync(home, TimeProvider.System);
        await TellAsync(partnership, await Given.AddAsync(partnership, "told"));
        await SetAsync(partnership, sink.Port);
        (await home.Made("account", "mail", "clear", "--reason", "moving")).Exits(0);
        await AgainAsync(partnership);
        (await RoundAsync(partnership)).ShouldBe(DateTimeOffset.MaxValue);
        (await partnership.Records.MailNotices.Current()).ShouldBeEmpty();
        sink.Commands.ShouldBeEmpty();
    }

    private static async Task<DateTimeOffset> RoundAsync(Partnership partnership) => await new MailRounds(partnership, new AddressedObjects(partnership)).RunAsync(default);

    private static async Task<Partnership> OpenAsync(HomeCopy home, TimeProvider clock) =>
        (await Partnership.OpenAsync(home.Choice, clock)).Succeeded(out var partnership, out var problem) ? partnership : throw new InvalidOperationException(problem.ToString());

    private static async Task SetAsync(Partnership partnership, int port) => (await partnership.Records.Mail.Set(
        new MailServer { Host = "127.0.0.1", Port = port, Sender = "made@example.org", UserName = "made", Tls = MailTls.None, PublicAddress = "https://made.example.org" },
        Password, partnership.Change("test", "set"))).ShouldBeNull();

    private static async Task TellAsync(Partnership partnership, Account account, string address = Address) =>
        (await partnership.Records.MailAddresses.Set(account.Id, new MailChoice(address, true), partnership.Change("test", "asked"))).ShouldBeNull();

    /// <summary>The newest month once more, on the same inputs, and released.</summary>
    private static async Task AgainAsync(Partnership partnership)
    {
        var (editions, month) = (partnership.Records.Editions, Core.Calendar.Month.Parse("2026-09"));
        await editions.Add((await editions.Find(month, 1))!, partnership.Change("test", "again"));
        (await partnership.ReleaseDueAsync()).Problem.ShouldBeNull();
    }

    private static int FreePort()
    {
        using var sink = new MailSink();
        return sink.Port;
    }
}
