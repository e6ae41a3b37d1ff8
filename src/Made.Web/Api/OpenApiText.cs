using Microsoft.AspNetCore.OpenApi;

namespace Made.Web.Api;

internal static class OpenApiText
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "MADE Interactive";
        document.Info.Version = "v1";
        document.Info.Description =
            "Figures of a community safety partnership: published, safe to show, without sign-in. An absent number is named in 'absence'; it is never null and never 0.";
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
