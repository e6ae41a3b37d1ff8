using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/", 200)]
    [InlineData("/areas/E07990001", 200)]
    [InlineData("/areas/E22990004", 200)]
    [InlineData("/dashboard", 200)]
    [InlineData("/dashboard/E07990001/2026-08", 302)]
    [InlineData("/dashboard/E22990001/2026-08", 200)]
    [InlineData("/dashboard/E22990001/2026-08/asb", 200)]
    [InlineData("/dashboard/E22990001/2026-08/indicators.csv", 200)]
    [InlineData("/dashboard/E22990001/2026-08/asb/trend.svg", 200)]
    [InlineData("/scorecard", 200)]
    [InlineData("/scorecard?level=ward&area=E22990001&measure=count", 200)]
    [InlineData("/scorecard/2026-08.csv", 200)]
    [InlineData("/exceptions", 302)]
    [InlineData("/exceptions/2026-08", 200)]
    [InlineData("/exceptions?month=2026-08&area=E22990001&indicator=asb&outcome=chance", 200)]
    [InlineData("/exceptions/2026-08.csv?outcome=stands-out", 200)]
    [InlineData("/exceptions/2026-08?edition=1", 200)]
    [InlineData("/exceptions/2026-08?edition=99", 404)]
    [InlineData("/exceptions/2026-08?edition=one", 200)]
    [InlineData("/exceptions/2026-13", 404)]
    [InlineData("/exceptions/1999-01", 404)]
    [InlineData("/exceptions/2026-08?area=E99999999", 404)]
    [InlineData("/exceptions/2026-08?indicator=nonsense", 404)]
    [InlineData("/exceptions/2026-08?outcome=nonsense", 404)]
    [InlineData("/exceptions/2026-08.exe", 404)]
    [InlineData("/funnel", 200)]
    [InlineData("/funnel/asb/2026-08", 200)]
    [InlineData("/funnel?indicator=asb&month=2026-08&level=ward&area=E22990001", 200)]
    [InlineData("/funnel/asb/2026-08?level=district", 200)]
    [InlineData("/funnel/crime-severity-estimate/2026-08", 200)]
    [InlineData("/funnel/asb/2026-08.csv?level=ward", 200)]
    [InlineData("/funnel/asb/2026-08.svg", 200)]
    [InlineData("/funnel/crime-severity-estimate/2026-08.csv", 404)]
    [InlineData("/funnel/nonsense/2026-08", 404)]
    [InlineData("/funnel/asb/2026-13", 404)]
    [InlineData("/funnel/asb/2026-08?level=lsoa", 404)]
    [InlineData("/funnel/asb/2026-08?area=E99999999", 404)]
    [InlineData("/severity", 302)]
    [InlineData("/severity/2026-08", 200)]
    [InlineData("/severity?month=2026-08&area=E22990001", 200)]
    [InlineData("/severity/2026-08.ods", 200)]
    [InlineData("/severity/2026-08/estimate.svg?area=E07990001", 200)]
    [InlineData("/severity/2026-08/nonsense.svg", 404)]
    [InlineData("/severity/2026-08?area=E99999999", 404)]
    [InlineData("/severity/2026-13", 404)]
    [InlineData("/hotspots", 200)]
    [InlineData("/hotspots/E07990001/2026-08", 200)]
    [InlineData("/hotspots?gss=E22990004&month=2026-08&indicator=burglary", 200)]
    [InlineData("/hotspots/E07990001/2026-08?indicator=collisions", 200)]
    [InlineData("/hotspots/E07990001/2026-08/places.csv", 200)]
    [InlineData("/hotspots/E07990001/2026-08/map.svg?indicator=asb", 200)]
    [InlineData("/hotspots/E07990001/2026-08/nonsense.csv", 404)]
    [InlineData("/hotspots/E07990001/2026-08?indicator=crime-severity-estimate", 404)]
    [InlineData("/hotspots/E10990001/2026-08", 404)]
    [InlineData("/hotspots/E99999999/2026-08", 404)]
    [InlineData("/hotspots/E07990001/2026-13", 404)]
    [InlineData("/near-repeats", 200)]
    [InlineData("/near-repeats/E07990001/2026-08?indicator=burglary", 200)]
    [InlineData("/near-repeats?gss=E22990004&month=2025-12&indicator=collisions&months=24", 200)]
    [InlineData("/near-repeats/E07990001/2026-08.csv?indicator=burglary", 200)]
    [InlineData("/near-repeats/E07990001/2026-08.csv?indicator=collisions", 404)]
    [InlineData("/near-repeats/E07990001/2026-08?months=13", 404)]
    [InlineData("/near-repeats/E07990001/2026-08?indicator=nothing", 404)]
    [InlineData("/near-repeats/E10990001/2026-08", 404)]
    [InlineData("/near-repeats/E07990001/2026-13", 404)]
    [InlineData("/exchange", 200)]
    [InlineData("/exchange/supplies", 200)]
    [InlineData("/exchange/datasets/ambulance-calls", 200)]
    [InlineData("/exchange/datasets/none", 404)]
    [InlineData("/exchange/supplies/police-street-2026-08-r1/withdraw", 200)]
    [InlineData("/sharing", 200)]
    [InlineData("/sharing/quarterly", 200)]
    [InlineData("/sharing/quarterly/2026-08", 404)]
    [InlineData("/sharing/processing", 200)]
    [InlineData("/sharing/impact/police-street", 404)]
    [InlineData("/access", 200)]
    [InlineData("/sign-in", 200)]
    [InlineData("/sign-in/code", 302)]
    [InlineData("/sign-out", 200)]
    [InlineData("/account", 302)]
    [InlineData("/access.csv", 200)]
    [InlineData("/data", 200)]
    [InlineData("/how-to-read", 200)]
    [InlineData("/glossary", 200)]
    [InlineData("/accessibility", 200)]
    [InlineData("/assets/made.css", 200)]
    [InlineData("/assets/made.js", 200)]
    [InlineData("/icon.svg", 200)]
    [InlineData("/api/v1/areas", 200)]
    [InlineData("/api/v1/indicators", 200)]
    [InlineData("/api/v1/measures?indicator=asb", 200)]
    [InlineData("/api/v1/measures?level=parish", 400)]
    [InlineData("/api/v1/openapi.json", 200)]
    [InlineData("/health", 200)]
    [InlineData("/no-such-page", 404)]
    [InlineData("/areas/E99999999", 404)]
    [InlineData("/areas/%3Cscript%3E", 404)]
    [InlineData("/dashboard/E99999999/2026-08", 404)]
    [InlineData("/dashboard/E22990001/1999-01", 404)]
    [InlineData("/dashboard/E22990001/2026-13", 404)]
    [InlineData("/dashboard/E22990001/2026-08?edition=99", 404)]
    [InlineData("/dashboard/E22990001/2026-08/nonsense", 404)]
    [InlineData("/dashboard/E22990001/2026-08/asb/trend.exe", 404)]
    [InlineData("/scorecard?level=nonsense", 404)]
    [InlineData("/exchange/receipts/018f0000-0000-7000-8000-000000000000", 404)]
    [InlineData("/exchange/jobs/018f0000-0000-7000-8000-000000000000", 404)]
    [InlineData("/exchange/supplies/nonsense/withdraw", 404)]
    [InlineData("/..%2f..%2fsettings.json", 404)]
    public async Task Each_address_answers_with_its_status_and_every_security_header(string path, int status)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, path);
        visit.Status.ShouldBe(status, path);
        var policy = visit.Headers["Content-Security-Policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        visit.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        visit.Headers["Referrer-Policy"].ShouldBe("same-origin");
        visit.Headers["Cross-Origin-Opener-Policy"].ShouldBe("same-origin");
        visit.Headers.ContainsKey("Permissions-Policy").ShouldBeTrue();
        visit.Headers.ContainsKey("Server").ShouldBeFalse();
        if (status != 404 || visit.ContentType.Length == 0)
            return;
        visit.Page.QuerySelectorAll("h1").Length.ShouldBe(1);
        visit.Body.ShouldNotContain("<script>", customMessage: "what the address said must not come back as markup");
    }

    [Fact]
    public async Task The_pages_of_an_edition_answer_unchanged_with_304_and_nothing_twice()
    {
        var site = await LiveSites.OfDemo;
        foreach (var path in new[] { "/dashboard/E22990001/2026-08", "/areas/E07990001", "/scorecard", "/exceptions/2026-08", "/api/v1/measures?indicator=asb" })
        {
            var first = await Crawl.Visited(site, path);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"]);
            using var second = await site.Client.SendAsync(request);
            ((int)second.StatusCode).ShouldBe(304, path);
            (await second.Content.ReadAsStringAsync()).ShouldBeEmpty(path);
            second.Headers.Contains("Content-Security-Policy").ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var site = await LiveSites.OfDemo;
        using var form = new MultipartFormDataContent { { new StringContent("police-street"), "dataset" } };
        using var upload = await site.Client.PostAsync(new Uri("/exchange", UriKind.Relative), form);
        ((int)upload.StatusCode).ShouldBe(400);
        using var reason = new FormUrlEncodedContent([new("reason", "x")]);
        using var withdrawal = await site.Client.PostAsync(new Uri("/exchange/supplies/police-street-2026-08-r1/withdraw", UriKind.Relative), reason);
        ((int)withdrawal.StatusCode).ShouldBe(400);
        (await site.Text("/exchange/supplies")).ShouldContain("/exchange/supplies/police-street-2026-08-r1/withdraw");
    }
}
