using System.Net;
using AngleSharp.Html.Parser;

namespace Made.TestKit.Site;

/// <summary>A browser of its own: keeps its cookies and does not follow redirects.</summary>
public class Caller
{
    /// <param name="address">The site.</param>
    /// <param name="from">An address for which a proxy says that it asks; empty for the person at the machine.</param>
    public Caller(Uri address, string from = "")
    {
        Address = address;
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies, AutomaticDecompression = DecompressionMethods.None };
        Client = new HttpClient(sockets) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        if (from.Length > 0)
            Client.DefaultRequestHeaders.Add("X-Forwarded-For", from);
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> Get(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of an address that answers 200.</summary>
    public async Task<string> Text(string path)
    {
        using var answer = await Get(path);
        return answer.StatusCode == HttpStatusCode.OK
            ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Fills the form of the sign-in page.</summary>
    public async Task<Visit> SignIn(string name, string password)
    {
        var to = new HtmlParser().ParseDocument(await Text("/sign-in")).QuerySelector("input[name=to]")!.GetAttribute("value") ?? "";
        return await Forms.Fill(this, "/sign-in", [("name", name), ("password", password), ("to", to)]);
    }
}
