using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>What a supplier starts from: the example of each dataset is read as it is, and the template is it without its records.</summary>
public sealed class SampleFileTests
{
    [Fact]
    public async Task The_example_of_every_dataset_is_accepted_as_it_was_taken_and_the_template_has_its_headings()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        var page = await Crawl.Visited(site, "/exchange");
        var datasets = page.Page.QuerySelectorAll("select#dataset option").Select(o => o.GetAttribute("value")!).ToList();
        datasets.Count.ShouldBeGreaterThan(8);
        var read = 0;
        foreach (var (dataset, at) in datasets.Select((d, i) => (d, i)))
        {
            if ((await Crawl.Visited(site, $"/exchange/datasets/{dataset}")).Body.Contains("An example comes with the first indicator", StringComparison.Ordinal))
            {
                (await Crawl.Visited(site, $"/exchange/datasets/{dataset}/example.csv")).Status.ShouldBe(404);
                continue;
            }
            read++;
            var example = await Taken(site, $"/exchange/datasets/{dataset}/example.csv");
            var lines = (await File.ReadAllLinesAsync(example)).ToList();
            lines.Count.ShouldBeGreaterThanOrEqualTo(2);
            (await File.ReadAllLinesAsync(await Taken(site, $"/exchange/datasets/{dataset}/template.csv"))).ShouldBe([lines[0]]);
            await ShouldBeRead(site, dataset, example, lines.Count - 1);
            // The workbook holds the same bytes of text, so a second sending counts anew only where the file itself differs.
            if (at % 4 == 0)
                await ShouldBeRead(site, dataset, await Taken(site, $"/exchange/datasets/{dataset}/example.xlsx"), lines.Count - 1);
        }
        read.ShouldBeGreaterThan(8);
        (await Crawl.Visited(site, "/exchange/datasets/none/example.csv")).Status.ShouldBe(404);
    }

    private static async Task ShouldBeRead(LiveSite site, string dataset, string file, int records)
    {
        var run = await site.Home.Made("intake", "--dataset", dataset, file, "--json");
        var receipt = JsonDocument.Parse(run.Output).RootElement[0];
        var findings = receipt.GetProperty("findings").ToString();
        if (findings.Contains("\"sharing-", StringComparison.Ordinal))
            return; // No agreement in force: no file of it is read, this one either.
        receipt.GetProperty("verdict").GetString().ShouldBe("accepted", $"{dataset}: {findings}");
        (receipt.GetProperty("stored").GetInt32() + receipt.GetProperty("duplicates").GetInt32()).ShouldBe(records);
    }

    private static async Task<string> Taken(LiveSite site, string address)
    {
        using var answer = await site.Client.GetAsync(new Uri(address, UriKind.Relative));
        ((int)answer.StatusCode).ShouldBe(200, address);
        var file = site.Home.File(answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!);
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
        return file;
    }
}
