using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Store.Records;
using Made.Web.Accounts;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Made.Web.Pages.Indicators;

/// <summary>Defines an indicator, or a further version of one: answers first, then a page to check them, then it is saved.</summary>
public sealed class DefineModel(Partnership partnership) : PageModel
{
    [BindProperty]
    public IndicatorForm Form { get; set; } = new();

    /// <summary>The indicator that gets a further version; null for a new one.</summary>
    public IndicatorHistory? Existing { get; private set; }

    public DatasetDefinition? Dataset { get; private set; }

    public IReadOnlyList<Choice> Datasets =>
        [.. partnership.Pack.Datasets.Where(d => d.Shape == DatasetShape.Records).Select(d => new Choice(d.Id, d.Title) { Hint = d.Description })];

    public DefinitionChoices Choices { get; private set; } = DefinitionChoices.None;

    /// <summary>The definition to look at before it is saved; null while the form is filled in.</summary>
    public IndicatorDefinition? Checked { get; private set; }

    public IReadOnlyList<(string Field, string Message)> Errors { get; private set; } = [];

    public Pack Pack => partnership.Pack;

    public string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;

    /// <param name="id">The indicator to make a further version of.</param>
    /// <param name="dataset">For a new one: the dataset it counts.</param>
    /// <param name="like">The version to fill the form from; the newest otherwise.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string? id, string? dataset, int? like)
    {
        if (id is not null)
        {
            if (!Find(id) || Existing!.IsRetired)
                return NotFound();
            var version = Existing.Versions.FirstOrDefault(v => v.Definition.Version == like)?.Definition ?? Existing.Current;
            Form = IndicatorForm.Filled(version, Existing.Current.Version, version == Existing.Current ? "" : $"Back to the text of version {version.Version}: ");
            await LoadAsync(version.Dataset);
        }
        else if (dataset is not null)
        {
            await LoadAsync(dataset);
            if (Dataset is { Shape: DatasetShape.Records } chosen)
                Form = IndicatorForm.For(chosen);
            else
                (Dataset, Errors) = (null, [("dataset", "Choose the dataset that holds the records.")]);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? id, string? act)
    {
        if (id is not null && !Find(id))
            return NotFound();
        Form = Form with { By = HttpContext.Asking().NameOr(Form.By) };
        await LoadAsync(Existing?.Current.Dataset ?? Form.Dataset ?? "");
        if (Dataset is null)
        {
            Errors = [("dataset", "Choose the dataset that holds the records.")];
            return Refused();
        }
        var basis = Existing?.Versions.FirstOrDefault(v => v.Definition.Version == Form.Basis)?.Definition ?? Existing?.Current;
        var draft = DefinitionDraft.Of(Form, partnership.Pack, basis);
        var definition = draft.Definition with { Version = Math.Max(1, Form.Version) };
        Errors = draft.Errors;
        if (Existing is null && Errors.Count == 0 && partnership.Indicators.Find(definition.Id) is not null)
            Errors = [("id", $"There already is an indicator with the id {definition.Id}. Choose another.")];
        if (Errors.Count > 0)
            return Refused();
        if (act == "change")
            return Page();
        Checked = definition;
        if (act != "save")
            return Page();
        var change = partnership.Change(HttpContext.Asking().By("indicators page", Form.By), Form.Why!.Trim());
        var kept = Existing is null ? await partnership.Records.Indicators.Define(definition, change) : await partnership.Records.Indicators.Revise(definition, change);
        if (kept.Succeeded(out var saved, out var problem))
        {
            await partnership.TakeInDefinitionsAsync();
            return LocalRedirect($"/indicators/{saved.Id}?done=saved");
        }
        (Checked, Errors) = (null, [("title", $"{problem.Message} {problem.Remedy}")]);
        return Refused();
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private bool Find(string id) => (Existing = partnership.Indicators.Find(id)) is not null;

    private async Task LoadAsync(string dataset)
    {
        Dataset = partnership.Pack.Datasets.FirstOrDefault(d => d.Id == dataset);
        if (Dataset is null)
            return;
        var reader = await partnership.LatestMonthAsync() is { } month ? await partnership.Editions.Open(month) : null;
        Choices = DefinitionChoices.Of(partnership.Pack, Dataset, reader?.CategoriesHeld(dataset) ?? [], Existing?.Current);
    }
}
