using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

[HtmlTargetElement("govuk-input", Attributes = "name")]
public sealed class Input : FormField
{
    public string Type { get; set; } = "text";

    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    public string? Pattern { get; set; }

    public bool? Spellcheck { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenGroup(to);
        LabelHintError(to);
        var affixed = Prefix is not null || Suffix is not null;
        if (affixed)
            to.Open("div", ("class", "govuk-input__wrapper"));
        if (Prefix is { } prefix)
            to.Element("div", prefix, ("class", "govuk-input__prefix"), ("aria-hidden", "true"));
        to.Void("input",
            [
                ("class", Markup.Classes("govuk-input", Class, Error is null ? null : "govuk-input--error")), ("id", Key), ("name", Name), ("type", Type),
                ("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null), ("value", Value), ("disabled", Disabled ? "" : null),
                ("aria-describedby", Described), ("autocomplete", Autocomplete), ("pattern", Pattern), ("inputmode", Inputmode), .. others,
            ]);
        if (Suffix is { } suffix)
            to.Element("div", suffix, ("class", "govuk-input__suffix"), ("aria-hidden", "true"));
        if (affixed)
            to.Close();
        to.Close();
    }
}

/// <summary>One answer of a select or of radios.</summary>
public sealed record Choice(string? Value, string Text)
{
    public string? Hint { get; init; }

    public bool Disabled { get; init; }

    /// <summary>Stands before this answer: "or".</summary>
    public string? DividerBefore { get; init; }
}

[HtmlTargetElement("govuk-select", Attributes = "name,choices")]
public sealed class Select : FormField
{
    public required IReadOnlyList<Choice> Choices { get; set; }

    public string? Value { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenGroup(to);
        LabelHintError(to);
        to.Open("select",
            [
                ("class", Markup.Classes("govuk-select", Class, Error is null ? null : "govuk-select--error")), ("id", Key), ("name", Name),
                ("disabled", Disabled ? "" : null), ("aria-describedby", Described), .. others,
            ]);
        foreach (var choice in Choices)
            to.Element("option", choice.Text, ("value", choice.Value), ("selected", !string.IsNullOrEmpty(Value) && (choice.Value ?? choice.Text) == Value ? "" : null), ("disabled", choice.Disabled ? "" : null));
        to.Close().Close();
    }
}

/// <summary>Radios inside a fieldset whose legend is the label.</summary>
[HtmlTargetElement("govuk-radios", Attributes = "name,choices")]
public sealed class Radios : FormField
{
    public required IReadOnlyList<Choice> Choices { get; set; }

    public string? Value { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenChoices(to);
        to.Open("div", [("class", Markup.Classes("govuk-radios", Class)), .. others, ("data-module", "govuk-radios")]);
        var position = 0;
        foreach (var choice in Choices)
        {
            if (choice.DividerBefore is { } divider)
            {
                to.Element("div", divider, ("class", "govuk-radios__divider"));
                position++;
            }
            One(to, choice, ++position);
        }
        to.Close();
        if (Label is not null)
            to.Close();
        to.Close();
    }

    private void One(Markup to, Choice choice, int position)
    {
        var id = position == 1 ? Key : $"{Key}-{position.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
        var hintId = choice.Hint is null ? null : id + "-item-hint";
        to.Open("div", ("class", "govuk-radios__item"))
            .Void("input", ("class", "govuk-radios__input"), ("id", id), ("name", Name), ("type", "radio"), ("value", choice.Value ?? choice.Text),
                ("checked", !string.IsNullOrEmpty(Value) && choice.Value == Value ? "" : null), ("disabled", choice.Disabled ? "" : null), ("aria-describedby", hintId))
            .Element("label", choice.Text, ("class", "govuk-label govuk-radios__label"), ("for", id));
        if (choice.Hint is { } hint)
            to.Element("div", hint, ("id", hintId), ("class", "govuk-hint govuk-radios__hint"));
        to.Close();
    }
}

/// <summary>Choose or drop files; the drop zone is an enhancement.</summary>
[HtmlTargetElement("govuk-file-upload", Attributes = "name")]
public sealed class FileUpload : FormField
{
    public bool Multiple { get; set; }

    /// <summary>With a zone to drop files on, where scripts run.</summary>
    public bool DropZone { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenGroup(to);
        LabelHintError(to);
        if (DropZone)
            to.Open("div", ("class", "govuk-file-upload-wrapper"), ("data-module", "govuk-file-upload"));
        to.Void("input",
            [
                ("class", Markup.Classes("govuk-file-upload", Class, Error is null ? null : "govuk-file-upload--error")), ("id", Key), ("name", Name), ("type", "file"),
                ("disabled", Disabled ? "" : null), ("multiple", Multiple ? "" : null), ("aria-describedby", Described), .. others,
            ]);
        if (DropZone)
            to.Close();
        to.Close();
    }
}
