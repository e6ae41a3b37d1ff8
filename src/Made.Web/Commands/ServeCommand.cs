using System.CommandLine;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class ServeCommand
{
    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "Address to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        return new Command("serve", "Serves the pages and the API, and builds editions as files arrive.") { urls }
            .Runs((partnership, parsed, cancel) => Site.RunAsync(partnership, OnHome.Choice(parsed), parsed.GetValue(urls)!, cancel));
    }
}
