using Made.Core.Mail;
using Made.Store.Records;
using Made.TestKit;
using Made.Tests.Integration.Audit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

/// <summary>Mail server, addresses and outbox on both databases.</summary>
public sealed class MailRecordsTests
{
    private static readonly MailServer Server = new() { Host = "mail.example.org", Port = 587, Sender = "made@example.org", UserName = "made", Tls = MailTls.Start, PublicAddress = "https://made.example.org" };

    [Theory, OnEachDatabase]
    public async Task The_outbox_keeps_one_message_for_a_person_until_it_was_taken_given_up_or_dropped(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Accounts.Add("Analyst", "a@example.org", "hash", TemporaryHome.By("joined"))).Succeeded(out var account, out _).ShouldBeTrue();
        (await records.MailAddresses.Set(account!.Id, new MailChoice("ann@example.org", true), TemporaryHome.By("asked", 1))).ShouldBeNull();
        (await records.MailAddresses.Set(account.Id, new MailChoice("ann.b@example.org", true), TemporaryHome.By("corrected", 2))).ShouldBeNull();
        (await records.MailAddresses.Of(account.Id)).ShouldBe(new MailChoice("ann.b@example.org", true));
        (await records.MailAddresses.All()).ShouldHaveSingleItem().Since.ShouldBe(TemporaryHome.Noon.AddMinutes(1));

        var queued = (await records.MailNotices.Queue([(account.Id, TemporaryHome.Noon)], TemporaryHome.By("news", 3))).ShouldHaveSingleItem();
        (await records.MailNotices.Queue([(account.Id, TemporaryHome.Noon)], TemporaryHome.By("news", 4))).ShouldBeEmpty();
        (await records.MailNotices.Current()).ShouldBe([queued]);
        (await records.MailNotices.Failing()).ShouldBeEmpty();
        (await records.MailNotices.MarkFailed([(queued, "Refused (450)")], TemporaryHome.By("tried", 4))).ShouldBe(TemporaryHome.Noon.AddMinutes(5));
        (await records.MailNotices.Failing()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Name.ShouldBe("Analyst"), f => f.Notice.LastAnswer.ShouldBe("Refused (450)"));
        (await records.MailNotices.Standing()).ShouldBeEmpty();
        (await records.MailNotices.MarkSent(queued with { Covers = TemporaryHome.Noon.AddMinutes(5) }, "Taken", TemporaryHome.By("tried", 6))).ShouldBeTrue();
        (await records.MailNotices.Standing())[account.Id].ShouldBe(new MailStanding(TemporaryHome.Noon.AddMinutes(5), TemporaryHome.Noon.AddMinutes(6)));
        (await records.MailNotices.Current()).ShouldBeEmpty();

        var second = (await records.MailNotices.Queue([(account.Id, TemporaryHome.Noon.AddMinutes(70))], TemporaryHome.By("news", 70))).ShouldHaveSingleItem();
        (await records.MailNotices.MarkFailed([(second, "Refused (550)")], TemporaryHome.By("tried", 70 + (24 * 60)))).ShouldBe(DateTimeOffset.MaxValue);
        (await records.MailNotices.Failing()).ShouldHaveSingleItem().Notice.State.ShouldBe(MailNoticeState.GivenUp);
        (await records.MailNotices.Standing())[account.Id].Told.ShouldBe(TemporaryHome.Noon.AddMinutes(70));
        var third = (await records.MailNotices.Queue([(account.Id, TemporaryHome.Noon.AddDays(2))], TemporaryHome.By("news", 3000))).ShouldHaveSingleItem();
        (await records.MailNotices.Drop([third], TemporaryHome.By("read", 3001))).ShouldBe(1);
        (await records.Audit.Of("Analyst")).Select(r => r.What).ShouldBe(["account-added", "mail-address-given", "mail-address-given", "mail-notice-sent", "mail-notice-given-up"]);
        (await records.MailAddresses.Clear(account.Id, TemporaryHome.By("left", 3002))).ShouldBeNull();
        (await records.MailNotices.Failing()).ShouldBeEmpty();
        (await records.MailAddresses.All()).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_password_or_an_address_that_was_moved_is_not_opened(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Mail.Set(Server, "secret of mail", TemporaryHome.By("set"))).ShouldBeNull();
        (await records.Mail.Secret(Server)).Succeeded(out var password, out _).ShouldBeTrue();
        password.ShouldBe("secret of mail");
        foreach (var (name, typed) in new[] { ("One", "one"), ("Other", "other") })
        {
            (await records.Accounts.Add(name, typed, "hash", TemporaryHome.By("joined"))).Succeeded(out var account, out _).ShouldBeTrue();
            (await records.MailAddresses.Set(account!.Id, new MailChoice($"{typed}@example.org", true), TemporaryHome.By("asked"))).ShouldBeNull();
        }
        (await records.Vault.Check()).Problems.ShouldBeEmpty();
        using var source = new RecordsSource(home.Home.RecordsFile, home.Home.Settings.Records);
        await AuditRows.Run(source, "UPDATE mail_servers SET tls = 'None'");
        (await records.Mail.Secret((await records.Mail.Find())!)).Problem!.Code.ShouldBe("vault-seal-broken");
        await AuditRows.Run(source, "UPDATE accounts SET mail_address = (SELECT mail_address FROM accounts WHERE name = 'One') WHERE name = 'Other'");
        (await records.MailAddresses.Of((await records.Accounts.Find("Other"))!.Id)).ShouldBe(new MailChoice("", false));
        (await records.MailAddresses.Of((await records.Accounts.Find("One"))!.Id)).ShouldBe(new MailChoice("one@example.org", true));
        (await records.Vault.Check()).Problems.Count.ShouldBe(2);
        (await records.Mail.Clear(TemporaryHome.By("cleared"))).ShouldBeNull();
        (await records.Mail.Find()).ShouldBeNull();
    }
}
