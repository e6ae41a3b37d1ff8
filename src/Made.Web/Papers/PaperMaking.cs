using Made.Core;
using Made.Core.Papers;
using Made.Store.Editions;
using Made.Web.Accounts;
using Made.Web.Charts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Made.Web.Papers;

/// <summary>Makes papers: the page printed to PDF twice, the second time with the page numbers of its contents, and the same pieces as a Word file.</summary>
public sealed class PaperMaking(Partnership partnership, IServer server, PrintPasses passes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public async Task<Outcome<MeetingPapers>> MakeAsync(EditionReader edition, PaperChoice choice, Asking asking, Change change, CancellationToken stop)
    {
        if (!Chromium.Find(Patience).Succeeded(out var chromium, out var problem))
            return problem;
        var content = PaperContent.Of(edition, choice);
        if (!(await PdfAsync(chromium, choice, asking, stop)).Succeeded(out var pdf, out problem))
            return problem;
        if (!(await DrawAsync(chromium, content, stop)).Succeeded(out var drawn, out problem))
            return problem;
        return await partnership.Records.Papers.Keep(choice, pdf, WordFile.Write(content, p => drawn[p.Chart.Id]), change);
    }

    private async Task<Outcome<byte[]>> PdfAsync(Chromium chromium, PaperChoice choice, Asking asking, CancellationToken stop)
    {
        var origin = Own();
        var first = new Uri(origin, PaperQuery.Of(choice, new Dictionary<string, int>()));
        if (!(await chromium.PdfAsync(first, passes.Issue(first, asking), stop)).Succeeded(out var draft, out var problem))
            return problem;
        var numbers = PdfPages.Of(draft);
        if (numbers.Count == 0)
            return draft;
        var numbered = new Uri(origin, PaperQuery.Of(choice, numbers));
        return await chromium.PdfAsync(numbered, passes.Issue(numbered, asking), stop);
    }

    private static async Task<Outcome<Dictionary<string, DrawnChart>>> DrawAsync(Chromium chromium, PaperContent content, CancellationToken stop)
    {
        var origin = EditionWords.Origin(content.Edition);
        var drawing = content.Blocks.OfType<PaperBlock.Picture>().Select(async p => (p.Chart.Id, Drawn: await DrawAsync(chromium, p.Chart, origin, stop))).ToList();
        var drawn = new Dictionary<string, DrawnChart>(StringComparer.Ordinal);
        foreach (var (id, outcome) in await Task.WhenAll(drawing))
            if (outcome.Succeeded(out var chart, out var problem))
                drawn[id] = chart;
            else
                return problem;
        return drawn;
    }

    private static async Task<Outcome<DrawnChart>> DrawAsync(Chromium chromium, Chart chart, Origin origin, CancellationToken stop)
    {
        var (width, height) = ChartFile.Size(chart, origin);
        return (await chromium.PngAsync(ChartFile.Svg(chart, origin), width, height, stop)).Succeeded(out var png, out var problem) ? new DrawnChart(png, width, height) : problem;
    }

    // Of several addresses the one on this machine: our own browser knows no certificate of ours.
    private Uri Own()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        return new Uri(addresses.FirstOrDefault(a => Listening.IsLoopback(new Uri(a).Host) && a.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.First());
    }
}
