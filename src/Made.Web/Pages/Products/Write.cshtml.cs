using Made.Core;
using Made.Core.Access;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Editions;
using Made.Web.Products;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Products;

/// <summary>Files a product, or a further version of one. What was written stays in the form whatever the answer; only a file has to be chosen again.</summary>
[RequestSizeLimit(AttachedFiles.LargestBytes + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = AttachedFiles.LargestBytes + (1 << 20))]
public sealed class WriteModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    private ProductRegister register = null!;

    [BindProperty]
    public ProductForm Form { get; set; } = new();

    /// <summary>Null for a new one.</summary>
    public Versioned<Product>? Held { get; private set; }

    public bool IsStale { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public IReadOnlyList<Choice> Issues => ProductShelf.Issues(partnership);

    public IReadOnlyList<Choice> Areas => ProductShelf.Areas(partnership);

    public IReadOnlyList<Choice> Organisations =>
    [
        .. partnership.Pack.Organisations.Where(o => (o.From <= partnership.Today && partnership.Today <= o.To) || o.Id == Held?.Newest.OwnerOrganisation)
            .OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Select(o => new Choice(o.Id, o.Name)),
    ];

    /// <summary>Nobody files what they could not see afterwards.</summary>
    public IReadOnlyList<Marking> MarkingsOffered => [.. Markings.All.Where(m => HttpContext.Asking().Person.Grants.Any(g => m <= g.Clearance))];

    public IReadOnlyList<Choice> Earlier =>
        [new("", "No other product"), .. register.Readable.Where(p => p.Id != Held?.Id && (register.IsInForce(p) || p.Id == Held?.Newest.Supersedes)).Select(p => new Choice(p.Id.ToString(), p.Newest.Title))];

    public string FileHint => $"PDF, Word, Excel, PowerPoint or OpenDocument without macros, up to {AttachedFiles.LargestBytes >> 20} MB. It lies sealed, and is handed out as a download only."
        + (Held?.Newest.File is { } file ? $" {file.Name} stays attached unless you choose another." : "") + (Errors.Count > 0 ? " Choose the file again: a browser does not send it twice." : "");

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    public async Task<IActionResult> OnGetAsync(Guid? id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Form = Held is { } held ? ProductForm.Of(held) : new() { Marking = Marking.Official.Words(), Day = ProductForm.Text(partnership.Today), ReviewBy = ProductForm.Text(partnership.Today.AddYears(1)) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, IFormFile? file, CancellationToken stop)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var asking = HttpContext.Asking();
        Form.By = asking.NameOr(Form.By);
        var errors = new List<(string Field, string Message)>();
        var product = Form.Read(errors);
        AttachedFile? attached = null;
        if (file is not null && !(await AttachedFiles.OfAsync(file, stop)).Succeeded(out attached, out var refused))
            errors.Add(("file", $"{refused.Message} {refused.Remedy}"));
        Check(product, attached is not null || Held?.Newest.File is not null, asking.Person, errors);
        if (errors.Count > 0)
            return Refused(errors, StatusCodes.Status422UnprocessableEntity);
        var change = partnership.Change(asking.By("products page", Form.By), Form.Why!.Trim());
        if ((await partnership.Records.Products.Keep(Held?.Id ?? Guid.CreateVersion7(change.At), product, attached, Form.Seen, change)).Succeeded(out var kept, out var problem))
            return LocalRedirect($"{ProductWords.Href(kept.Id)}?done=filed");
        IsStale = problem.Code == Store.Records.Problems.ChangedMeanwhile().Code;
        if (IsStale)
            Form.Seen = Held?.Stamp ?? 0;
        return Refused([(problem.Code.StartsWith("product-", StringComparison.Ordinal) ? "supersedes" : "title", $"{problem.Message} {problem.Remedy}")], IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
    }

    private void Check(Product product, bool hasFile, Person person, List<(string Field, string Message)> errors)
    {
        var offered = Areas.Select(a => new AreaCode(a.Value!)).Concat(Held?.Newest.Areas ?? []).ToHashSet();
        errors.AddRange(ProductRules.Broken(product, hasFile, partnership.Pack.Vocabulary, new Bodies(partnership.Pack.Organisations), offered, partnership.Today).Where(b => !errors.Exists(e => e.Field == b.Field)));
        foreach (var (field, text) in new[] { ("title", product.Title), ("summary", product.Summary), ("ownerRole", product.OwnerRole) })
            if (NoteText.WhyNot(text, Product.LongestSummary, partnership.Today) is { } personal && !errors.Exists(e => e.Field == field))
                errors.Add((field, $"{personal.Message} {personal.Remedy}"));
        if (string.IsNullOrWhiteSpace(Form.Why))
            errors.Add(("why", "Say what changes, and why."));
        if (string.IsNullOrWhiteSpace(Form.By))
            errors.Add(("by", "Say in which role you do this."));
        if (product.Supersedes is { } earlier && register.Find(earlier) is null)
            errors.Add(("supersedes", "Choose a product of the list."));
        // Marking and areas together decide who may see it: nobody files what they may not change afterwards.
        if (errors.Count == 0 && !objects.May(person, Deed.Change, product))
            errors.Add(MarkingsOffered.Contains(product.Marking) ? ("areas", "Your grant does not reach to these areas. Choose areas of your own.") : ("marking", "Your grant does not reach to this marking."));
    }

    private PageResult Refused(IReadOnlyList<(string Field, string Message)> errors, int status)
    {
        (Errors, Response.StatusCode) = ([.. errors.DistinctBy(e => e.Field)], status);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid? id)
    {
        register = await ProductShelf.OfAsync(partnership, objects, HttpContext.Asking().Person);
        Held = id is { } named ? register.Find(named) : null;
        return id is null || Held is { Newest.IsWithdrawn: false };
    }
}
