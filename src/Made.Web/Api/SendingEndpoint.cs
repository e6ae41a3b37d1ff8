using Made.Core;
using Made.Core.Exchange;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Exchange;
using Microsoft.OpenApi;

namespace Made.Web.Api;

/// <summary>Files that a program sends with a key: read as on the page, answered with their receipts.</summary>
internal static class SendingEndpoint
{
    /// <summary>Where a key is asked for, and nothing else counts: neither a cookie nor sitting at the machine.</summary>
    public const string Address = "/api/v1/exchange";

    public static void MapSending(this WebApplication app) => app.MapPost(Address + "/{dataset}", SendAsync)
        .WithSummary("Sends one file of a dataset that the key's organisation owes; answers with its receipts.")
        .WithDescription("The key goes in the header 'Authorization: Bearer KEY', the file is the body as it is, and 'name' is its name, by which many datasets tell the month. With 'check=true' it is read and nothing is stored. One receipt for a file, one for each member of an archive; 422 where any was refused: what was accepted stays. Without a key that is open, and for a dataset that its organisation does not owe, the answer is 404.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = new() } };
            return Task.CompletedTask;
        })
        .Produces<ReceiptAnswer[]>()
        .Produces<ReceiptAnswer[]>(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> SendAsync(Partnership partnership, Uploads uploads, GivenBack givenBack, IHostApplicationLifetime lifetime, HttpContext context, string dataset, string? name = null, bool check = false)
    {
        if (context.Asking().Key is not { } key || partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset) is not { Open: false })
            return Results.NotFound();
        if (string.IsNullOrWhiteSpace(name))
            return Refused(new Problem("no-name", "The file has no name.", "Add its name to the address: ?name=council-asb-2026-10.csv"));
        var change = partnership.Change(key.AuditName, check ? "A file checked by a program" : "A file sent by a program");
        if (!(await uploads.StartAsync(dataset, [new SentFile(name, () => context.Request.Body)], check, change)).Succeeded(out var sending, out var problem))
            return Refused(problem);
        await sending.Done;
        var receipts = check ? givenBack.Find(sending.Job.Id)?.Checked ?? [] : await partnership.Receipts.OfJob(sending.Job.Id);
        if (receipts.Count == 0)
            return NotRead(lifetime.ApplicationStopping.IsCancellationRequested);
        return Results.Json(
            receipts.Select(r => ReceiptJson.Of(r.Receipt)), ReceiptJson.Options,
            statusCode: receipts.Any(r => r.Receipt.Verdict == Verdict.Refused) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static IResult NotRead(bool stopping) => Results.Problem(
        detail: stopping ? "The site is being stopped. Nothing was half stored; send the file again in a minute." : "The file could not be read. Nothing was half stored; send it again.",
        statusCode: stopping ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError, title: "Not read", type: "urn:made:problem:not-read");

    private static IResult Refused(Problem problem) =>
        Results.Problem(detail: $"{problem.Message} {problem.Remedy}", statusCode: StatusCodes.Status400BadRequest, title: problem.Message, type: $"urn:made:problem:{problem.Code}");
}
