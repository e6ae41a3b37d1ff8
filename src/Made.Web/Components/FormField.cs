namespace Made.Web.Components;

/// <summary>What every field has: a label, perhaps a hint, and after a refusal what is wrong.</summary>
public abstract class FormField : Component
{
    public required string Name { get; set; }

    public string? Id { get; set; }

    public string? Label { get; set; }

    /// <summary>The label is the page's heading.</summary>
    public bool LabelIsHeading { get; set; }

    public string? LabelClass { get; set; }

    public string? Hint { get; set; }

    /// <summary>Empty is the same as none: a page writes an attribute from an expression that may have nothing to say.</summary>
    public string? Error { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    public string? DescribedBy { get; set; }

    public string? GroupClass { get; set; }

    public bool Disabled { get; set; }

    private protected string Key => Id ?? Name;

    private protected string? Described
    {
        get
        {
            var ids = Markup.Classes(DescribedBy, Hint is null ? null : Key + "-hint", Error is null ? null : Key + "-error");
            return ids.Length > 0 ? ids : null;
        }
    }

    private protected void OpenGroup(Markup to) =>
        to.Open("div", ("class", Markup.Classes("govuk-form-group", Error is null ? null : "govuk-form-group--error", GroupClass)));

    /// <summary>A group of choices: inside a fieldset with the label as its legend, where there is a label.</summary>
    private protected void OpenChoices(Markup to)
    {
        OpenGroup(to);
        if (Label is { } label)
        {
            to.Open("fieldset", ("class", "govuk-fieldset"), ("aria-describedby", Described))
                .Open("legend", ("class", Markup.Classes("govuk-fieldset__legend", LabelClass)));
            _ = LabelIsHeading ? to.Element("h1", label, ("class", "govuk-fieldset__heading")) : to.Text(label);
            to.Close();
        }
        HintError(to);
    }

    private protected void LabelHintError(Markup to)
    {
        if (Label is { } label)
        {
            if (LabelIsHeading)
                to.Open("h1", ("class", "govuk-label-wrapper"));
            to.Element("label", label, ("class", Markup.Classes("govuk-label", LabelClass)), ("for", Key));
            if (LabelIsHeading)
                to.Close();
        }
        HintError(to);
    }

    private protected void HintError(Markup to)
    {
        if (Hint is { } hint)
            to.Element("div", hint, ("id", Key + "-hint"), ("class", "govuk-hint"));
        if (Error is { } error)
            to.Open("p", ("id", Key + "-error"), ("class", "govuk-error-message"))
                .Element("span", "Error:", ("class", "govuk-visually-hidden")).Text(" " + error).Close();
    }
}
