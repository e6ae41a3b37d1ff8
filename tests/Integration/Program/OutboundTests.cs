using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Made.TestKit.Site;
using Made.Web.Composition;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Program;

/// <summary>The program speaks to nobody but this machine, to the identity provider where one is set and somebody signs in with it, and to the mail server where one is set and somebody is to be told: each connection that the process and its children ask the system for is looked at, native code's too.</summary>
public sealed partial class OutboundTests(ITestOutputHelper output)
{
    [StraceFact]
    public async Task A_start_an_intake_and_a_crawl_ask_for_no_connection_beyond_loopback()
    {
        using var home = (await DemoHome.Prepared).Copy();
        // Nobody listens there. Its host is the only one that the program may ask, and only once somebody signs in with it.
        (await home.MadeWith("a secret", "account", "provider", "set", "--name", "Quillshire Council", "--issuer", "http://127.0.0.3:9", "--client-id", "made")).Exits(0);
        using var authority = new PrivateAuthority();
        var mail = IPAddress.Parse("127.0.0.4");
        await File.WriteAllTextAsync(home.File("authority.pem"), authority.Pem);
        var trace = home.File("connections.txt");
        using var process = Traced(trace, [MadeProgram.File, .. home.OnThis(["serve", "--urls", "http://127.0.0.1:0"])], trusted: home.File("authority.pem"));
        try
        {
            var address = await Ready(process);
            using var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var client = new HttpClient(sockets) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
            var visited = 0;
            foreach (var path in new[] { "/", "/dashboard", "/scorecard", "/exceptions", "/funnel", "/severity", "/hotspots", "/near-repeats", "/workbench", "/indicators", "/tables", "/exchange", "/exchange/supplies", "/exchange/originals", "/exchange/audit", "/sharing", "/sharing/quarterly", "/sharing/processing", "/access", "/data", "/glossary", "/api/v1/areas", "/api/v1/openapi.json", "/health" })
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
                ((int)answer.StatusCode).ShouldBeLessThan(400, path);
                visited++;
            }
            // The file is read by a process of its own, which is watched as well.
            var job = await Forms.Upload(client, "police-street", await DemoHome.Street("2026-09"));
            while (!(await client.GetStringAsync(new Uri(job, UriKind.Relative))).Contains("/exchange/receipts/", StringComparison.Ordinal))
                await Task.Delay(200);
            var connections = await Connections(trace);
            output.WriteLine($"{visited} pages; {connections.Count} connections asked for, {connections.Count(c => !IsHere(c))} of them beyond this machine.");
            connections.ShouldNotBeEmpty("the program's own first request is one");
            connections.Where(c => !IsHere(c)).ShouldBeEmpty();
            connections.ShouldAllBe(c => !c.Contains("127.0.0.3") && !c.Contains("127.0.0.4"));
            using var silent = await client.GetAsync(new Uri("/sign-in/provider", UriKind.Relative));
            ((int)silent.StatusCode).ShouldBe(503);
            var asked = (await Connections(trace)).Except(connections).Where(c => !c.Contains("AF_UNIX", StringComparison.Ordinal)).ToList();
            asked.ShouldNotBeEmpty();
            asked.ShouldAllBe(c => c.Contains("127.0.0.3") || c.Contains("AF_UNSPEC") || c.Contains("AF_NETLINK"), "only the identity provider's host is asked");
            // Somebody asks to be told, and something is released: the site tells them, over TLS, and asks nobody else for anything.
            using var sink = new MailSink(user: "made", password: "a password", identity: authority.For(mail), address: mail);
            (await home.MadeWith("a password", "account", "mail", "set", "--host", $"{mail}", "--port", $"{sink.Port}", "--user", "made", "--from", "made@example.org", "--public-address", "https://made.example.org")).Exits(0);
            (await home.MadeWith(Given.Password, "account", "add", "Somebody", "--sign-in-name", "somebody")).Exits(0);
            (await home.MadeWith("somebody@example.org", "account", "mail", "address", "somebody", "--tell")).Exits(0);
            var before = await Connections(trace);
            before.ShouldAllBe(c => !c.Contains($"{mail}"), "nothing is new yet");
            await ReleaseAsync(home);
            (await sink.Until(1))[0].To.ShouldBe("somebody@example.org");
            sink.InClear.Count.ShouldBe(2, "what greets and what asks for TLS");
            var sent = (await Connections(trace)).Skip(before.Count).Where(c => !c.Contains("AF_UNIX", StringComparison.Ordinal)).ToList();
            sent.Count(c => c.Contains($"{mail}")).ShouldBeGreaterThan(0);
            sent.ShouldAllBe(c => c.Contains($"{mail}") || c.Contains("AF_UNSPEC") || c.Contains("AF_NETLINK"), "only the mail server is asked");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    [StraceFact]
    public async Task A_connection_beyond_loopback_would_be_noticed()
    {
        using var home = new HomeCopy();
        Directory.CreateDirectory(home.Home);
        var trace = Path.Combine(home.Home, "connections.txt");
        // An address that is kept for documentation; nothing is sent there.
        using var process = Traced(trace, ["/bin/bash", "-c", "exec 3<>/dev/udp/192.0.2.1/9; exec 4<>/dev/udp/127.0.0.1/9"]);
        await process.WaitForExitAsync();
        (await Connections(trace)).Where(c => !IsHere(c)).ShouldHaveSingleItem().ShouldContain("192.0.2.1");
    }

    /// <summary>The newest month once more, on the same inputs, by a program beside the site.</summary>
    private static async Task ReleaseAsync(HomeCopy home)
    {
        (await Partnership.OpenAsync(home.Choice)).Succeeded(out var beside, out _).ShouldBeTrue();
        await using (beside)
        {
            var (editions, month) = (beside!.Records.Editions, Core.Calendar.Month.Parse("2026-09"));
            await editions.Add((await editions.Latest(month))!, beside.Change("test", "again"));
            (await beside.ReleaseDueAsync()).Problem.ShouldBeNull();
        }
    }

    private static bool IsHere(string connection) =>
        connection.Contains("AF_UNIX", StringComparison.Ordinal) || connection.Contains("inet_addr(\"127.", StringComparison.Ordinal)
        || connection.Contains("\"::1\"", StringComparison.Ordinal) || connection.Contains("\"::ffff:127.", StringComparison.Ordinal) || connection.Contains("AF_UNSPEC", StringComparison.Ordinal) || connection.Contains("AF_NETLINK", StringComparison.Ordinal);

    private static async Task<List<string>> Connections(string trace) => [.. (await File.ReadAllLinesAsync(trace)).Where(l => Connection().IsMatch(l))];

    private static Process Traced(string trace, IEnumerable<string> command, string trusted = "")
    {
        var start = new ProcessStartInfo("strace") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (trusted.Length > 0)
            start.Environment["SSL_CERT_FILE"] = trusted;
        foreach (var argument in (string[])["-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", trace, .. command])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task<Uri> Ready(Process process)
    {
        var messages = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Ready ", StringComparison.Ordinal))
                return new Uri(line["Ready ".Length..]);
        throw new InvalidOperationException($"The program ended before it was ready: {await messages}");
    }

    /// <summary>A call that names an address.</summary>
    [GeneratedRegex("(connect|sendto|sendmsg)\\(.*sa_family=")]
    private static partial Regex Connection();
}

/// <summary>Skipped with a plain word where strace is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StraceFactAttribute : FactAttribute
{
    public StraceFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "strace"))))
            Skip = "strace is not installed: on Debian, apt-get install strace.";
    }
}
