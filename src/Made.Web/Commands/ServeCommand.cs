using System.CommandLine;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var proxy = new Option<bool>("--behind-proxy") { Description = "A proxy on this machine passes on what people ask over https, with X-Forwarded-For; everybody then signs in." };
        return new Command("serve", "Serves the pages and the API, and builds editions as files arrive.") { urls, proxy }
            .Runs((partnership, parsed, cancel) => Site.RunAsync(partnership, OnHome.Choice(parsed), new Listening(parsed.GetValue(urls)!, parsed.GetValue(proxy)), cancel));
    }
}
