using Made.Core;
using Made.Core.Access;
using Made.Core.Exchange;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Exchange;

/// <summary>What a supplier's names stand for: answers of a check are remembered here, and can be removed.</summary>
public sealed class NamesModel(Partnership partnership, AddressedObjects objects) : PageModel
{
    public DatasetDefinition Dataset { get; private set; } = null!;

    public IReadOnlyList<Mapping> Mappings { get; private set; } = [];

    public Problem? Problem { get; private set; }

    public bool MaySend => objects.Datasets(HttpContext.Asking().Person, Deed.Send).Any(d => d.Id == Dataset.Id);

    public string Summary => Mappings.Count switch
    {
        0 => "No name is remembered.",
        1 => "One name is remembered.",
        _ => $"{Mappings.Count:N0} names are remembered.",
    };

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string[] kind, string[] column, string[] sent, string[] chosen, Guid? remove)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var change = partnership.Change(HttpContext.Asking().By("exchange page"), remove is null ? "Said on the page what names stand for" : "A name is no longer to be read as before");
        Problem = remove is { } old ? (await partnership.Records.Mappings.Remove(old, change)).Problem
            : Answered(kind, column, sent, chosen).Succeeded(out var said, out var wrong) ? (await partnership.Records.Mappings.Keep(said, change)).Problem
            : wrong;
        if (Problem is null)
            return LocalRedirect($"/exchange/datasets/{id}/names");
        Response.StatusCode = Problem.Code.StartsWith("mapping-", StringComparison.Ordinal) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private Outcome<IReadOnlyList<Mapping>> Answered(string[] kind, string[] column, string[] sent, string[] chosen)
    {
        var said = new List<Mapping>();
        for (var i = 0; i < Math.Min(Math.Min(kind.Length, column.Length), Math.Min(sent.Length, chosen.Length)); i++)
        {
            if (string.IsNullOrEmpty(chosen[i]))
                continue;
            var ofColumn = kind[i] == nameof(MappingKind.Column);
            var mapping = new Mapping
            {
                Id = Guid.Empty,
                Dataset = Dataset.Id,
                Kind = ofColumn ? MappingKind.Column : MappingKind.Value,
                Column = column[i] ?? "",
                Sent = (ofColumn ? chosen[i] : sent[i]) ?? "",
                Meant = ofColumn ? "" : chosen[i],
                At = default,
                By = "",
            };
            if (Core.Exchange.Mappings.WhyNot(Dataset, mapping) is { } problem)
                return problem;
            said.Add(mapping);
        }
        return said.Count > 0 ? said : new Problem("nothing-chosen", "Nothing was chosen.", "Choose what a name stands for, or leave the page.");
    }

    private async Task<bool> LoadAsync(string id)
    {
        if (partnership.Pack.Datasets.FirstOrDefault(d => d.Id == id) is not { } found)
            return false;
        (Dataset, Mappings) = (found, await partnership.Records.Mappings.Of(id));
        return true;
    }
}
