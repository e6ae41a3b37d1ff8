using System.Net.Http.Headers;
using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

public sealed class ApiTests
{
    private const string Question = "level=csp&indicator=all-crime,asb,deliberate-fires&from=2026-05&to=2026-08";

    private static readonly string[] Row =
    [
        "indicator", "area_code", "area_name", "level", "period", "period_start", "period_end", "count", "denominator", "population_year", "value", "unit",
        "lower95", "upper95", "change_year", "comparable", "comparison", "variation", "absence", "coverage", "method", "edition",
    ];

    [Fact]
    public async Task Measures_are_the_rows_that_the_command_prints_in_csv_and_in_json()
    {
        var site = await LiveSites.OfDemo;
        var csv = await site.Text($"/api/v1/measures?{Question}&format=csv");
        var printed = (await site.Home.Made("measures", "--level", "csp", "--indicator", "all-crime,asb,deliberate-fires", "--from", "2026-05", "--to", "2026-08", "--format", "csv")).Exits(0).Output;
        csv.ReplaceLineEndings("\n").ShouldBe(printed.ReplaceLineEndings("\n"));
        csv.Split("\r\n")[0].Split(',')[..Row.Length].ShouldBe(Row);
        var rows = CsvText.Rows(csv);
        rows.Count.ShouldBe(3 * 6 * 4);
        using var json = JsonDocument.Parse(await site.Text($"/api/v1/measures?{Question}"));
        json.RootElement.GetArrayLength().ShouldBe(rows.Count);
        foreach (var (row, item) in rows.Zip(json.RootElement.EnumerateArray()))
            foreach (var (name, cell) in row.Where(c => c.Value.Length > 0))
                Text(item.GetProperty(name)).ShouldBe(cell, name);
        json.RootElement.EnumerateArray().SelectMany(i => i.EnumerateObject()).ShouldAllBe(p => p.Value.ValueKind != JsonValueKind.Null);
    }

    [Theory]
    [InlineData("/api/v1/areas")]
    [InlineData("/api/v1/indicators")]
    [InlineData("/api/v1/measures?" + Question)]
    public async Task Csv_comes_by_format_and_by_accept_alike_and_json_otherwise(string path)
    {
        var site = await LiveSites.OfDemo;
        var byFormat = await site.Text(path + (path.Contains('?') ? "&" : "?") + "format=csv");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var byAccept = await site.Client.SendAsync(request);
        byAccept.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        (await byAccept.Content.ReadAsStringAsync()).ShouldBe(byFormat);
        using var plain = await site.Get(path);
        plain.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        using var json = JsonDocument.Parse(await plain.Content.ReadAsStringAsync());
        json.RootElement.GetArrayLength().ShouldBe(CsvText.Rows(byFormat).Count);
    }

    [Fact]
    public async Task Long_answers_come_in_pages_that_name_the_next_and_miss_nothing()
    {
        var site = await LiveSites.OfDemo;
        var (path, seen, total) = ("/api/v1/measures?level=ward&from=2026-07&to=2026-08&format=csv", new List<string>(), 0);
        for (var pages = 0; path.Length > 0 && pages < 20; pages++)
        {
            var visit = await Crawl.Visited(site, path);
            visit.Status.ShouldBe(200);
            total = int.Parse(visit.Headers["Total-Count"]);
            seen.AddRange(visit.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
            path = visit.Headers.TryGetValue("Link", out var link) ? link[(link.IndexOf('<') + 1)..link.IndexOf('>')] : "";
        }
        seen.Count.ShouldBe(total);
        seen.Distinct().Count().ShouldBe(total);
        var beyond = await Crawl.Visited(site, "/api/v1/measures?level=csp&page=99999");
        (beyond.Status, beyond.Body).ShouldBe((200, "[]"));
    }

    [Theory]
    [InlineData("/api/v1/measures?indicator=nonsense", "unknown-indicator")]
    [InlineData("/api/v1/measures?area=E99999999", "unknown-area")]
    [InlineData("/api/v1/measures?level=parish", "unknown-level")]
    [InlineData("/api/v1/measures?period=week", "unknown-period")]
    [InlineData("/api/v1/measures?from=2026-13", "not-a-month")]
    [InlineData("/api/v1/measures?to=July", "not-a-month")]
    [InlineData("/api/v1/measures?from=2026-08&to=2026-07", "from-after-to")]
    [InlineData("/api/v1/measures?format=xml", "unknown-format")]
    [InlineData("/api/v1/measures?page=0", "not-a-page")]
    [InlineData("/api/v1/measures?page=-1", "not-a-page")]
    [InlineData("/api/v1/measures?page=9999999999", "not-a-page")]
    [InlineData("/api/v1/measures?level=csp&page=2147483647", "not-a-page")]
    [InlineData("/api/v1/areas?format=xml", "unknown-format")]
    [InlineData("/api/v1/indicators?format=xml", "unknown-format")]
    public async Task A_bad_parameter_is_answered_with_a_problem_that_names_it(string path, string code)
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, path);
        visit.Status.ShouldBe(400, visit.Body);
        visit.ContentType.ShouldStartWith("application/problem+json");
        using var problem = JsonDocument.Parse(visit.Body);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(400);
        problem.RootElement.GetProperty("type").GetString().ShouldEndWith(code);
        problem.RootElement.GetProperty("title").GetString()!.Length.ShouldBeGreaterThan(10);
        problem.RootElement.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(problem.RootElement.GetProperty("title").GetString()!.Length);
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_answers_a_problem_and_not_a_page()
    {
        var visit = await Crawl.Visited(await LiveSites.OfDemo, "/api/v1/nonsense");
        visit.Status.ShouldBe(404);
        visit.ContentType.ShouldStartWith("application/problem+json");
    }

    [Fact]
    public async Task The_description_for_programs_parses_and_names_every_address()
    {
        using var document = JsonDocument.Parse(await (await LiveSites.OfDemo).Text("/api/v1/openapi.json"));
        document.RootElement.GetProperty("openapi").GetString().ShouldStartWith("3.");
        var paths = document.RootElement.GetProperty("paths");
        foreach (var path in new[] { "/api/v1/areas", "/api/v1/indicators", "/api/v1/measures", "/health" })
            paths.GetProperty(path).GetProperty("get").GetProperty("summary").GetString()!.Length.ShouldBeGreaterThan(10);
        paths.GetProperty("/api/v1/measures").GetProperty("get").GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString())
            .ShouldBe(["indicator", "area", "level", "from", "to", "period", "format", "page"], ignoreOrder: true);
        paths.EnumerateObject().Select(p => p.Name).ShouldAllBe(p => p.StartsWith("/api/v1/", StringComparison.Ordinal) || p == "/health");
        document.RootElement.GetRawText().ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task Health_answers_with_the_number_of_supplies()
    {
        using var health = JsonDocument.Parse(await (await LiveSites.OfDemo).Text("/health"));
        health.RootElement.GetProperty("status").GetString().ShouldBe("ok");
        health.RootElement.GetProperty("supplies").GetInt32().ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task Small_areas_have_counts_and_no_rates()
    {
        var rows = CsvText.Rows(await (await LiveSites.OfDemo).Text("/api/v1/measures?level=lsoa&area=E22990004&indicator=all-crime&from=2026-08&to=2026-08&format=csv"));
        rows.Count.ShouldBeGreaterThan(20);
        rows.ShouldAllBe(r => r["count"].Length > 0 && r["value"].Length == 0);
    }

    private static string Text(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Number => item.GetDouble().ToString("0.######"),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => item.GetString()!,
    };
}
