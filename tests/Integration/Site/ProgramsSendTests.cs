using System.Net.Http.Headers;
using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Programs send files with a key or drop them into the inbox: one file is held once, and a key does nothing else.</summary>
public sealed class ProgramsSendTests
{
    private const string Council = "/api/v1/exchange/council-asb?name=council-asb-2026-08.csv";

    [Fact]
    public async Task A_file_sent_with_a_key_and_dropped_into_the_inbox_is_held_once_and_a_key_sends_only_what_its_organisation_owes()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var file = Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv");
        var bytes = await File.ReadAllBytesAsync(file);
        var key = (await site.Home.Made("key", "add", "Case system", "--organisation", "quillshire-county-council", "--reason", "Nightly export")).Exits(0).Output.Trim();
        key.ShouldStartWith("made-send-");
        (await OpenFile.BytesAsync(site.Home.File("home", "records.db"))).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(key)).ShouldBe(-1);

        // Nobody without a key, not even at the machine; and with it only what is owed.
        (await Send(site, "", Council, bytes)).Status.ShouldBe(404);
        (await Send(site, key + "A", Council, bytes)).Status.ShouldBe(404);
        (await Send(site, key, "/api/v1/exchange/deliberate-fires?name=deliberate-fires-2026-08.csv", bytes)).Status.ShouldBe(404);
        (await Send(site, key, "/api/v1/exchange/police-street?name=2026-08-quillshire-street.csv", bytes)).Status.ShouldBe(404);
        (await Send(site, key, "/api/v1/exchange/council-asb", bytes)).Body.ShouldContain("no-name");
        using (var page = new HttpRequestMessage(HttpMethod.Get, "/exchange/audit") { Headers = { Authorization = new("Bearer", key) } })
        using (var answer = await new Caller(site.Address, "203.0.113.9").Client.SendAsync(page))
            ((int)answer.StatusCode).ShouldBe(404);

        var check = await Send(site, key, Council + "&check=true", bytes);
        check.Status.ShouldBe(200, check.Body);
        (check.Status, check.Receipt.GetProperty("verdict").GetString()).ShouldBe((200, "accepted"));
        (await site.Partnership.Receipts.Count()).ShouldBe(0);
        var sent = await Send(site, key, Council, bytes);
        sent.Status.ShouldBe(200, sent.Body);
        (sent.Status, sent.Receipt.GetProperty("supply").GetString()).ShouldBe((200, "council-asb-2026-08-r1"));
        (await Send(site, key, Council.Replace("2026-08.csv", "2026-09.csv"), bytes)).Status.ShouldBe(422);

        var inbox = site.Home.File("home", "inbox", "council-asb");
        await Until(() => Directory.Exists(Path.Combine(inbox, "taken")));
        await File.WriteAllBytesAsync(Path.Combine(inbox, "council-asb-2026-08.csv.part"), bytes);
        File.CreateSymbolicLink(Path.Combine(inbox, "link.csv"), file);
        File.Copy(file, Path.Combine(inbox, "council-asb-2026-08.csv"));
        await Until(() => Receipts(inbox, "taken").Count == 1);
        (await File.ReadAllTextAsync(Receipts(inbox, "taken").Single())).ShouldContain("The same file is already held");
        await File.WriteAllTextAsync(Path.Combine(inbox, "council-asb-2026-07.csv"), "neither,nor\n1,2\n");
        await Until(() => Receipts(inbox, "refused").Count == 1);
        (await File.ReadAllTextAsync(Receipts(inbox, "refused").Single())).ShouldContain("missing-column");
        // A partner's file does not stay; what is not whole and what is a link was not touched.
        Directory.EnumerateFiles(inbox).Select(Path.GetFileName).Order().ShouldBe(["council-asb-2026-08.csv.part", "link.csv"]);
        Directory.EnumerateFiles(inbox, "*.csv", SearchOption.AllDirectories).Count().ShouldBe(1);
        (await site.Partnership.Supplies.Register()).Single().Revision.ShouldBe(1);

        var id = (await site.Partnership.Records.SendingKeys.All()).Single().Id;
        (await site.Home.Made("key", "revoke", id.ToString(), "--reason", "Replaced")).Exits(0);
        (await Send(site, key, Council, bytes)).Status.ShouldBe(404);
        (await site.Home.Made("key", "revoke", id.ToString(), "--reason", "Again")).Exits(1);
        (await site.Partnership.Records.Audit.Newest(0, 100)).Where(c => c.Subject == id.ToString()).Select(c => c.What).ShouldBe(["sending-key-revoked", "sending-key-made"]);
    }

    [Fact]
    public async Task What_was_left_half_read_in_the_inbox_is_read_at_the_next_start()
    {
        var copy = (await DemoHome.Empty).Copy();
        var reading = Directory.CreateDirectory(copy.File("home", "inbox", "council-asb", "reading")).FullName;
        File.Copy(Path.Combine(await DemoHome.Data(), "partners", "council-asb-2026-08.csv"), Path.Combine(reading, "council-asb-2026-08.csv"));
        await using var site = await LiveSite.Over(copy);
        var inbox = copy.File("home", "inbox", "council-asb");
        await Until(() => Directory.Exists(Path.Combine(inbox, "taken")) && Receipts(inbox, "taken").Count == 1);
        (await site.Partnership.Supplies.Register()).Single().Id.ShouldBe("council-asb-2026-08-r1");
        Directory.EnumerateFiles(reading).ShouldBeEmpty();
    }

    private static List<string> Receipts(string inbox, string part) => [.. Directory.EnumerateFiles(Path.Combine(inbox, part), "*.receipt.txt").Where(f => Path.GetFileName(f)[0] != '.')];

    private static async Task Until(Func<bool> wished)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!wished())
            await Task.Delay(200, patience.Token);
    }

    private static async Task<(int Status, string Body, JsonElement Receipt)> Send(LiveSite site, string key, string address, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(bytes) };
        if (key.Length > 0)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await site.Client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, body, body.StartsWith('[') ? JsonDocument.Parse(body).RootElement[0] : default);
    }
}
