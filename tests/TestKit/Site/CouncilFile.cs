using System.Net.Http.Headers;
using System.Text;

namespace Made.TestKit.Site;

/// <summary>One month's file of a council, sent by a program again and again: each time with another last record, so that each is the next revision.</summary>
public sealed class CouncilFile
{
    private const string Name = "council-asb-2026-08.csv";
    private readonly string[] lines;

    private CouncilFile(string[] lines) => this.lines = lines;

    public static async Task<CouncilFile> Read() => new(await File.ReadAllLinesAsync(Path.Combine(await DemoHome.Data(), "partners", Name)));

    /// <summary>The key with which a program sends for the council.</summary>
    public static async Task<string> Key(HomeCopy home) =>
        (await home.Made("key", "add", "Case system", "--organisation", "quillshire-county-council", "--reason", "Nightly export")).Exits(0).Output.Trim();

    public static HttpClient Sender(Uri site, string key)
    {
        var client = new HttpClient { BaseAddress = site };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <param name="client">Of <see cref="Sender"/>.</param>
    /// <param name="reference">Of the last record.</param>
    public async Task<HttpResponseMessage> Send(HttpClient client, string reference)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(string.Join('\n', lines[..^1].Append(reference + lines[^1][lines[^1].IndexOf(',')..])) + "\n"));
        return await client.PostAsync(new Uri($"/api/v1/exchange/council-asb?name={Name}", UriKind.Relative), body);
    }
}
