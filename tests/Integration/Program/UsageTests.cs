using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

public sealed class UsageTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("intake")]
    [InlineData("intake --dataset police-street")]
    [InlineData("withdraw police-street-2019-12-r1")]
    [InlineData("measures --today 22/11/2026")]
    [InlineData("init")]
    [InlineData("report csp-month --area E22990001")]
    [InlineData("serve --nonsense")]
    public async Task Wrong_usage_exits_with_2_and_prints_nothing_as_a_result(string line)
    {
        var run = (await MadeProgram.Run(line.Split(' '))).Exits(2);
        run.Output.ShouldBeEmpty();
        run.Messages.ShouldContain("made --help");
    }

    [Theory]
    [InlineData("areas")]
    [InlineData("supplies")]
    [InlineData("refresh")]
    [InlineData("verify")]
    public async Task A_command_on_a_folder_that_is_no_home_says_how_to_make_one(string command)
    {
        using var home = new HomeCopy();
        var run = (await home.Made(command)).Exits(1);
        run.Messages.ShouldContain("no-home");
        run.Messages.ShouldContain("made init");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_before_anything_is_done()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var home = new HomeCopy();
        var run = (await home.Made("demo", "--port", $"{((IPEndPoint)other.LocalEndpoint).Port}")).Exits(1);
        run.Messages.ShouldContain("address-taken");
        Directory.Exists(home.Home).ShouldBeFalse();
    }

    [Fact]
    public async Task Commands_that_open_no_data_answer_quickly()
    {
        (await MadeProgram.Run("--version")).Exits(0);
        var watch = Stopwatch.StartNew();
        (await MadeProgram.Run("--help")).Exits(0).Output.ShouldContain("intake");
        // Half a second on a quiet machine; ten times that here, where other tests run beside.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Beyond_this_machine_the_program_listens_only_where_nothing_travels_in_clear()
    {
        using var home = (await DemoHome.Empty).Copy();
        foreach (var urls in new[] { "http://0.0.0.0:5080", "http://127.0.0.1:0;http://[::]:5080", "http://example.org:80" })
            (await home.Made("serve", "--urls", urls)).Exits(1).Messages.ShouldContain("Beyond this machine the site listens only on https", customMessage: urls);
        foreach (var urls in new[] { "5080", "http://*:5080", "http://+:5080" })
            (await home.Made("serve", "--urls", urls)).Exits(1).Messages.ShouldContain("not-an-address", customMessage: urls);
    }

    [Fact]
    public async Task Serve_prints_ready_with_its_address_and_answers_there()
    {
        using var home = (await DemoHome.Prepared).Copy();
        var (process, address) = await MadeProgram.Serve(home.OnThis(["serve", "--urls", "http://127.0.0.1:0"]));
        using (process)
        using (var client = new HttpClient { BaseAddress = address })
        {
            (await client.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldContain("ok");
            (await client.GetStringAsync(new Uri("/dashboard/E22990001/2026-08", UriKind.Relative))).ShouldContain("Amberwick");
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
