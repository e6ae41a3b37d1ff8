using Made.Web.Composition;

namespace Made.Web.Help;

/// <summary>
/// The pictures of guides. They are made by the tests of the browser from the running site and are no part of the repository, so that they cannot go stale; a
/// program beside which none were made shows its guides without.
/// </summary>
internal static class GuidePictures
{
    public static string PathOf(string name) => Path.Combine(Packs.ProgramRoot, "docs", "guides", "pictures", name + ".png");

    public static void MapGuidePictures(this WebApplication app) => app.MapGet("/help/pictures/{name:regex(^[a-z-]+$)}.png", File).ExcludeFromDescription();

    private static IResult File(string name) => PathOf(name) is var path && System.IO.File.Exists(path) ? Results.File(path, "image/png") : Results.NotFound();
}
