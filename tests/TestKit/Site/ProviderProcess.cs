using System.Diagnostics;
using Made.Core.Accounts;

namespace Made.TestKit.Site;

/// <summary>A real OpenID Connect provider (oidc-provider, in Node) on a free port, and a browser's way through it.</summary>
public sealed class ProviderProcess : IAsyncDisposable
{
    public const string Secret = "a-secret-of-the-tests";
    private readonly Process process;

    private ProviderProcess(Process process, string issuer) => (this.process, Provider) = (process, new IdentityProvider { Name = "Quillshire Council", Issuer = issuer, ClientId = "made-test", GroupsClaim = "groups" });

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
    public static async Task<string> Through(Caller browser, string person, string groups, string to = "")
    {
        var next = new Uri(browser.Address, $"/sign-in/provider?to={Uri.EscapeDataString(to)}");
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

    /// <summary>Makes the next token faulty, as its script names faults.</summary>
    public async Task Spoil(string fault)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsync(new Uri($"{Provider.Issuer}/fault/{Uri.EscapeDataString(fault)}"), null);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
