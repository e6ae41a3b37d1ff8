using System.Security.Cryptography;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;

namespace Made.Web.Papers;

/// <summary>Papers that were made, as the bytes that were kept; changed bytes are not handed out.</summary>
internal static class PaperFiles
{
    public static void MapPaperFiles(this WebApplication app) => app.MapGet("/papers/{id:guid}.{kind:regex(^(pdf|docx)$)}", FileAsync).ExcludeFromDescription();

    private static async Task<IResult> FileAsync(Partnership partnership, AddressedObjects objects, HttpContext context, Guid id, string kind)
    {
        if (await partnership.Records.Papers.Find(id) is not { } papers || !objects.MayRead(context.Asking().Person, papers.Choice))
            return Results.NotFound();
        var path = partnership.Home.PaperFile(id, kind);
        if (!File.Exists(path))
            return Results.NotFound();
        var bytes = await File.ReadAllBytesAsync(path);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != (kind == "pdf" ? papers.PdfSha256 : papers.WordSha256))
            return Results.Problem("The file is not the one that was made. Restore it from a backup.", statusCode: StatusCodes.Status503ServiceUnavailable);
        return Results.File(bytes, kind == "pdf" ? "application/pdf" : WordFile.ContentType, $"papers-{papers.Choice.Month}-{id:N}.{kind}");
    }
}
