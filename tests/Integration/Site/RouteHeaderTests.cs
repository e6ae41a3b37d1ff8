using System.Net;
using Made.TestKit.Site;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Every route of the running site, as its own table lists them: none may be forgotten.</summary>
public sealed class RouteHeaderTests
{
    internal static readonly string[] Headers =
    [
        "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
    ];

    [Fact]
    public async Task Every_route_answers_every_verb_with_every_security_header()
    {
        var site = await LiveSites.OfDemo;
        var paths = site.Routes.Select(PathOf).Concat(["/assets/made.css", "/icon.svg", "/no-such-page", "/api/v1/no-such"]).Distinct().Where(p => !p.EndsWith(".pdf", StringComparison.Ordinal)).ToList();
        paths.Count.ShouldBeGreaterThan(40);
        foreach (var path in paths)
            foreach (var verb in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete])
            {
                using var answer = await Ask(site, verb, path);
                Missing(answer).ShouldBeEmpty($"{verb} {path} answered {(int)answer.StatusCode}");
                answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
                ((int)answer.StatusCode).ShouldNotBe(500, $"{verb} {path}");
            }
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused_on_every_page_that_takes_one()
    {
        var site = await LiveSites.OfDemo;
        var forms = site.Routes.Where(r => r.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.RelativePath != "/Pages/Problem.cshtml").ToList();
        forms.Count.ShouldBeGreaterThan(20);
        foreach (var path in forms.Select(PathOf).Distinct())
        {
            using var answer = await Ask(site, HttpMethod.Post, path);
            ((int)answer.StatusCode).ShouldBeOneOf([400, 404, 405], path);
        }
    }

    [Fact]
    public async Task Only_pages_take_an_unsafe_verb_and_only_the_problem_page_asks_for_no_token()
    {
        var site = await LiveSites.OfDemo;
        site.Routes.Where(r => r.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Where(r => r.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } verbs || verbs.Any(v => v is not ("GET" or "HEAD")))
            // A program sends with a key in a header, which no browser adds by itself: there is nothing to forge.
            .Select(r => r.RoutePattern.RawText).ShouldBe(["/api/v1/exchange/{dataset}"]);
        site.Routes.Where(r => r.Metadata.OfType<Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryTokenAttribute>().Any())
            .Select(r => r.RoutePattern.RawText).Distinct().ShouldBe(["problem"]);
    }

    [Fact]
    public async Task Transport_security_is_asked_for_where_the_site_is_not_on_this_machine()
    {
        var site = await LiveSites.OfDemo;
        using var near = await Ask(site, HttpMethod.Get, "/glossary");
        near.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        using var far = await Ask(site, HttpMethod.Get, "/glossary", "safety.example.org");
        far.Headers.GetValues("Strict-Transport-Security").Single().ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public async Task Whoever_sends_too_much_is_asked_to_wait_in_words_while_pages_stay_open()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        for (var i = 0; i < 1000; i++)
        {
            using var answer = await Ask(site, HttpMethod.Post, "/exchange");
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                continue;
            i.ShouldBeGreaterThanOrEqualTo(200);
            answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThanOrEqualTo(1);
            Missing(answer).ShouldBeEmpty();
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Too many requests in a short time");
            (await Crawl.Visited(site, "/exchange")).Status.ShouldBe(200);
            return;
        }
        Assert.Fail("1,000 uploads in a row were all taken.");
    }

    internal static IEnumerable<string> Missing(HttpResponseMessage answer) => Headers.Where(h => !answer.Headers.Contains(h));

    private static async Task<HttpResponseMessage> Ask(LiveSite site, HttpMethod verb, string path, string host = "")
    {
        using var request = new HttpRequestMessage(verb, new Uri(path, UriKind.Relative));
        if (host.Length > 0)
            request.Headers.Host = host;
        return await site.Client.SendAsync(request);
    }

    /// <summary>An address of the route: what stands for a part is a month where it must be one, a kind of file, or a code.</summary>
    private static string PathOf(RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(p => p switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart l => l.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart l => l.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "month" } => "2026-08",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "kind" } => "csv",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "openapi",
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "gss" } => "E07990001",
        _ => "asb",
    }))));
}
