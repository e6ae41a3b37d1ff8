using System.Text;
using AngleSharp.Html.Parser;

namespace Made.TestKit.Site;

/// <summary>Fills forms as a browser does: the page is read first, and its hidden token sent back.</summary>
public static class Forms
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Sends files on the exchange page; the address that the site leads to.</summary>
    public static Task<string> Upload(Caller site, string dataset, params IEnumerable<string> files) => Upload(site.Client, dataset, files);

    /// <summary>Has files checked on the exchange page without sending them.</summary>
    public static Task<string> Check(Caller site, string dataset, params IEnumerable<string> files) => Upload(site.Client, dataset, files, "check");

    /// <summary>The same to a program that runs by itself.</summary>
    public static Task<string> Upload(HttpClient client, string dataset, params IEnumerable<string> files) => Upload(client, dataset, files, "");

    private static async Task<string> Upload(HttpClient client, string dataset, IEnumerable<string> files, string act)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await Token(client, "/exchange"), Encoding.UTF8), "__RequestVerificationToken" },
            { new StringContent(dataset), "dataset" },
            { new StringContent(act), "act" },
        };
        foreach (var file in files)
            form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file)), "files", Path.GetFileName(file));
        using var answer = await client.PostAsync(new Uri("/exchange", UriKind.Relative), form);
        return (int)answer.StatusCode == 302 ? answer.Headers.Location!.ToString() : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    public static async Task<HttpResponseMessage> Send(Caller site, string path, string name, string value)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token(site.Client, path)), new(name, value)]);
        return await site.Client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    /// <summary>Fills the form of a page and sends it to the same address, or to another one.</summary>
    public static Task<Visit> Fill(Caller site, string path, IEnumerable<(string Name, string Value)> answers, string? to = null) => Fill(site.Client, path, answers, to);

    /// <summary>The same on a program that runs by itself.</summary>
    public static async Task<Visit> Fill(HttpClient client, string path, IEnumerable<(string Name, string Value)> answers, string? to = null)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await Token(client, path)), .. answers.Select(a => new KeyValuePair<string, string>(a.Name, a.Value))]);
        using var answer = await client.PostAsync(new Uri(to ?? path, UriKind.Relative), form);
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(' ', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Visit(path, (int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString() ?? "", await answer.Content.ReadAsStringAsync(), headers, "");
    }

    /// <summary>Looks at an address again and again until its page is as wished.</summary>
    public static async Task<Visit> Until(Caller site, string path, Func<Visit, bool> wished)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var visit = await Crawl.Visited(site, path);
            if (wished(visit))
                return visit;
            await Task.Delay(200, patience.Token);
        }
    }

    private static async Task<string> Token(HttpClient client, string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri(path, UriKind.Relative))).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
