using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>A text of several lines.</summary>
[HtmlTargetElement("govuk-textarea", Attributes = "name")]
public sealed class Textarea : FormField
{
    public int Rows { get; set; } = 5;

    public string? Value { get; set; }

    public string? Autocomplete { get; set; }

    public bool? Spellcheck { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenGroup(to);
        LabelHintError(to);
        to.Element("textarea", Value ?? "",
            [
                ("class", Markup.Classes("govuk-textarea", Class, Error is null ? null : "govuk-textarea--error")), ("id", Key), ("name", Name),
                ("rows", Rows.ToString(CultureInfo.InvariantCulture)), ("spellcheck", Spellcheck is { } check ? (check ? "true" : "false") : null),
                ("disabled", Disabled ? "" : null), ("aria-describedby", Described), ("autocomplete", Autocomplete), .. others,
            ]);
        to.Close();
    }
}

/// <summary>Boxes to tick inside a fieldset whose legend is the label.</summary>
[HtmlTargetElement("govuk-checkboxes", Attributes = "name,choices")]
public sealed class Checkboxes : FormField
{
    public required IReadOnlyList<Choice> Choices { get; set; }

    /// <summary>The values ticked.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        OpenChoices(to);
        to.Open("div", [("class", Markup.Classes("govuk-checkboxes", Class)), .. others, ("data-module", "govuk-checkboxes")]);
        for (var at = 0; at < Choices.Count; at++)
            One(to, Choices[at], at + 1);
        to.Close();
        if (Label is not null)
            to.Close();
        to.Close();
    }

    private void One(Markup to, Choice choice, int position)
    {
        var id = position == 1 ? Key : $"{Key}-{position.ToString(CultureInfo.InvariantCulture)}";
        var hintId = choice.Hint is null ? null : id + "-item-hint";
        to.Open("div", ("class", "govuk-checkboxes__item"))
            .Void("input", ("class", "govuk-checkboxes__input"), ("id", id), ("name", Name), ("type", "checkbox"), ("value", choice.Value ?? choice.Text),
                ("checked", Values.Contains(choice.Value ?? choice.Text) ? "" : null), ("disabled", choice.Disabled ? "" : null), ("aria-describedby", Label is null && Described is { } group ? Markup.Classes(group, hintId) : hintId))
            .Element("label", choice.Text, ("class", "govuk-label govuk-checkboxes__label"), ("for", id));
        if (choice.Hint is { } hint)
            to.Element("div", hint, ("id", hintId), ("class", "govuk-hint govuk-checkboxes__hint"));
        to.Close();
    }
}
