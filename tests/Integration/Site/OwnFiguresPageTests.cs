using System.Text;
using AngleSharp.Html.Parser;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Figures that a person brings to the workbench: used for one answer, given back with it, and stored nowhere.</summary>
public sealed class OwnFiguresPageTests
{
    private const string Secret = "734519";

    private static readonly string Table = "Month,Helpline calls\n" + string.Join('\n', Enumerable.Range(0, 30).Select(i => $"{2022 + (i / 12)}-{(i % 12) + 1:00},{(i == 29 ? Secret : $"{40 + ((i * 7) % 11)}")}"));

    [Fact]
    public async Task Pasted_figures_are_drawn_and_stay_in_the_form()
    {
        var (status, page) = await Post(("figures", Table), ("method", "xmr"));
        status.ShouldBe(200);
        var body = new HtmlParser().ParseDocument(page);
        body.QuerySelector(".made-answer")!.TextContent.ShouldStartWith("June 2024: 734,519 helpline calls, above the usual range of ");
        body.QuerySelector("textarea#figures")!.TextContent.Trim().ShouldBe(Table);
        body.QuerySelector("svg.chart--wide").ShouldNotBeNull();
        body.QuerySelectorAll("button[name=take][form=own]").Select(b => b.GetAttribute("value")).ShouldBe(["csv", "xlsx", "ods", "svg", "png", "note"]);
        body.QuerySelector(".govuk-inset-text")!.TextContent.ShouldStartWith("Nothing is stored.");
    }

    [Fact]
    public async Task A_file_is_read_and_its_downloads_are_made_from_the_posted_form()
    {
        (await Post(("figures", Table), ("method", "xmr"), ("take", "csv"))).Body.ShouldStartWith("Month,Value (helpline calls a month),Average,Lower limit,Upper limit,Reading");
        (await Post(("figures", Table), ("method", "xmr"), ("take", "svg"))).Body.ShouldContain("figures brought by the reader");
        (await Post(("figures", Table), ("method", "stl"), ("take", "note"))).Body.ShouldStartWith("Method note: Seasonal adjustment (STL). Helpline calls a month, seasonally adjusted\n");
        (await Post(("figures", Table), ("take", "xlsx"))).Body.ShouldStartWith("PK");
        (await Post(("figures", Table), ("take", "exe"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Bad_rows_are_named_by_row_column_and_reason()
    {
        var (status, page) = await Post(("figures", "Month,Calls\n2024-13,5\n2024-02,many\n"));
        status.ShouldBe(422);
        new HtmlParser().ParseDocument(page).QuerySelectorAll(".govuk-error-summary__list li").Select(l => l.TextContent.Trim()).ShouldBe(
        [
            "pasted figures, row 2, column 'Month': '2024-13' is not a date or month (2024-01, 2024-01-31, 31/01/2024, Jan 2024).",
            "pasted figures, row 3, column 'Calls': 'many' is not a number.",
        ]);
        (await Post(("figures", " "))).Body.ShouldContain("Choose a file or paste the figures.");
        (await Post(("figures", Table), ("method", "xmr"), ("fix", "0"))).Body.ShouldContain("is not a whole number of 2 or more");
        var large = await Post(("figures", new string('1', 2_000_000)));
        large.Status.ShouldBe(422);
        large.Body.ShouldContain("The figures are larger than 1 MB.");
    }

    [Fact]
    public async Task Nothing_of_them_is_stored()
    {
        var site = await LiveSites.OfDemo;
        (await Post(("figures", Table), ("method", "xmr"))).Body.ShouldContain(Secret);
        var written = Directory.EnumerateFiles(site.Home.Home, "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(site.Home.Keys, "*", SearchOption.AllDirectories))
            .Where(f => !f.Contains("synthetic-data", StringComparison.Ordinal) && Path.GetFileName(f) != "lock" && new FileInfo(f).LastWriteTimeUtc > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-10))
            .ToList();
        foreach (var file in written)
            Encoding.Latin1.GetString(await OpenFile.BytesAsync(file)).Contains(Secret, StringComparison.Ordinal).ShouldBeFalse(file);
        written.ShouldNotBeEmpty();
    }

    private static async Task<(int Status, string Body)> Post(params (string Name, string Value)[] fields)
    {
        var site = await LiveSites.OfDemo;
        var token = new HtmlParser().ParseDocument(await site.Text("/workbench/own")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        using var answer = await site.Client.PostAsync(new Uri("/workbench/own", UriKind.Relative), form);
        return ((int)answer.StatusCode, Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()));
    }
}
