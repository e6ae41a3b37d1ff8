using System.Diagnostics;
using AngleSharp.Html.Parser;
using Made.Core.Accounts;

namespace Made.TestKit.Site;

/// <summary>A real OpenID Connect provider (oidc-provider, in Node) on a free port, and a browser's way through it.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests";
    private readonly Process process;

    private ProviderProcess(Process process, string issuer) => (this.process, Provider) = (process, new IdentityProvider { Name = "Quillshire Council", Issuer = issuer, ClientId = "made-test", GroupsClaim = "groups", Hosts = [] });

    public IdentityProvider Provider { get; }

    /// <summary>Why it cannot be started here; null where it can.</summary>
    public static string? WhyNot =>
        !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "node"))) ? "Node is not installed."
        : !Directory.Exists(Repository.Path("node_modules", "oidc-provider")) ? "The package oidc-provider is not installed: npm ci."
        : null;

    public static async Task<ProviderProcess> Start(Uri site)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Repository.Path("tests", "TestKit", "Site", "identity-provider.mjs"));
        start.ArgumentList.Add(new Uri(site, "/sign-in/provider/back").ToString());
        start.ArgumentList.Add(new Uri(site, "/sign-out/back").ToString());
        var process = Process.Start(start)!;
        var messages = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Ready ", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new ProviderProcess(process, line["Ready ".Length..]);
            }
        throw new InvalidOperationException($"The identity provider ended before it was ready: {await messages}");
    }

    /// <summary>Goes to the provider from the site's button and signs in there; the address that it sends the browser back to, not opened yet.</summary>
    /// <param name="browser">Whose browser.</param>
    /// <param name="person">Who signs in; empty for somebody who declines.</param>
    /// <param name="groups">Their groups, separated by commas.</param>
    /// <param name="to">The page they came from.</param>
    public static Task<string> Through(Caller browser, string person, string groups, string to = "") => From(browser, $"/sign-in/provider?to={Uri.EscapeDataString(to)}", person, groups);

    /// <summary>The same from where the site sends the browser by itself.</summary>
    public static async Task<string> From(Caller browser, string start, string person, string groups)
    {
        var next = new Uri(browser.Address, start);
        for (var hop = 0; hop < 10; hop++)
        {
            var here = next;
            using var answer = await Crawl.InTurn(() => Ask(browser, here, person, groups));
            next = answer.Headers.Location is { } location ? new Uri(next, location) : throw new InvalidOperationException($"{next} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            if (next.Authority == browser.Address.Authority)
                return next.PathAndQuery;
        }
        throw new InvalidOperationException("The provider sends the browser round in circles.");
    }

    private static async Task<HttpResponseMessage> Ask(Caller browser, Uri address, string person, string groups)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("x-person", person);
        request.Headers.TryAddWithoutValidation("x-groups", groups);
        return await browser.Client.SendAsync(request);
    }

    /// <summary>The same, and back.</summary>
    public static async Task<Visit> SignIn(Caller browser, string person, string groups, string to = "") => await Crawl.Visited(browser, await Through(browser, person, groups, to));

    /// <summary>The provider no longer knows the browser: somebody else may sign in with it.</summary>
    public void Forget(Caller browser)
    {
        foreach (var cookie in browser.Cookies.GetCookies(new Uri(Provider.Issuer)).Where(c => c.Name.StartsWith("_session", StringComparison.Ordinal)))
            cookie.Expired = true;
    }

    /// <summary>The host by which the provider can be reached besides the issuer's.</summary>
    public string OtherHost => $"127.0.0.2:{new Uri(Provider.Issuer).Port}";

    /// <summary>Makes the next token faulty, as its script names faults.</summary>
    public Task Spoil(string fault) => Tell($"fault/{Uri.EscapeDataString(fault)}");

    /// <summary>Publishes one of its addresses on <see cref="OtherHost"/> from now on, such as "token_endpoint"; every one on its own host where none is named.</summary>
    public Task Publish(string elsewhere) => Tell($"elsewhere/{elsewhere}");

    /// <summary>Somebody is in these groups there from now on, without signing in anew.</summary>
    public Task Move(string person, string groups) => Tell($"groups/{person}/{groups}");

    /// <summary>How often it was asked by its other host.</summary>
    public async Task<int> AskedElsewhere()
    {
        using var client = new HttpClient();
        return int.Parse(await client.GetStringAsync(new Uri($"{Provider.Issuer}/elsewhere")), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task Tell(string what)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri($"{Provider.Issuer}/{what}"), null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Follows the site's way to sign out at the provider and agrees there; the address that it sends the browser back to, not opened yet.</summary>
    public static async Task<string> SignOut(Caller browser, string onward)
    {
        using var asked = await browser.Client.GetAsync(new Uri(onward));
        var page = new HtmlParser().ParseDocument(await asked.Content.ReadAsStringAsync());
        var form = page.QuerySelector("form") ?? throw new InvalidOperationException($"The provider answered {(int)asked.StatusCode} without a form: {page.Body?.TextContent}");
        using var yes = new FormUrlEncodedContent([new("xsrf", form.QuerySelector("input[name=xsrf]")!.GetAttribute("value")), new("logout", "yes")]);
        using var answer = await browser.Client.PostAsync(new Uri(form.GetAttribute("action")!), yes);
        return answer.Headers.Location is { } back && back.Authority == browser.Address.Authority ? back.PathAndQuery : throw new InvalidOperationException($"The provider sends the browser to {answer.Headers.Location}.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
