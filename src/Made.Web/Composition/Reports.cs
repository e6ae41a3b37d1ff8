using Made.Core;
using Made.Web.Accounts;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Made.Web.Composition;

/// <summary>Pages as files: the site renders the page on a private port, and Chromium prints it where PDF is asked for.</summary>
internal static class Reports
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task<Outcome<string>> WriteAsync(Partnership partnership, HomeChoice choice, string path, string file, CancellationToken cancel)
    {
        var kind = Path.GetExtension(file);
        if (kind is not (".pdf" or ".html"))
            return new Problem("unknown-format", $"{Path.GetFileName(file)} is neither .pdf nor .html.", "Name the file with one of the two endings.");
        await using var site = Site.Build(partnership, choice, new Listening("http://127.0.0.1:0", BehindProxy: false));
        await site.StartAsync(cancel);
        try
        {
            return await PrintAsync(site, path, file, kind, cancel);
        }
        finally
        {
            // Taken down without being stopped, the site would take its own watches' end for a fault and say so.
            await site.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<Outcome<string>> PrintAsync(WebApplication site, string path, string file, string kind, CancellationToken cancel)
    {
        var address = new Uri(new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), path);
        var passes = site.Services.GetRequiredService<PrintPasses>();
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd(passes.Issue(address, Asking.AtTheMachine));
        using var page = await client.GetAsync(address, cancel);
        if (!page.IsSuccessStatusCode)
            return new Problem("no-such-page", $"There is no page {path} in this home.", "Check the area's code and the month: see 'made areas' and 'made refresh'.");
        byte[]? bytes;
        if (kind == ".html")
            bytes = await page.Content.ReadAsByteArrayAsync(cancel);
        else if (!Chromium.Find(Patience).Succeeded(out var chromium, out var problem) || !(await chromium.PdfAsync(address, passes.Issue(address, Asking.AtTheMachine), cancel)).Succeeded(out bytes, out problem))
            return problem;
        await File.WriteAllBytesAsync(file, bytes, cancel);
        return $"{bytes.Length:N0} bytes in {file}";
    }
}
