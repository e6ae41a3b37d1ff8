using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>A button of a form.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class Button : Component
{
    public string Type { get; set; } = "submit";

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? Id { get; set; }

    public bool Disabled { get; set; }

    /// <summary>Ignores a second click within a second.</summary>
    public bool? PreventDoubleClick { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to
        .Open("button",
            [
                ("type", Type), ("value", Value), ("name", Name), ("disabled", Disabled ? "" : null), ("aria-disabled", Disabled ? "true" : null),
                ("data-prevent-double-click", PreventDoubleClick is { } prevent ? (prevent ? "true" : "false") : null),
                ("class", Markup.Classes("govuk-button", Class)), ("data-module", "govuk-button"), .. others, ("id", Id),
            ])
        .Html(content).Close();
}

/// <summary>A link that looks like a button: goes somewhere, changes nothing.</summary>
[HtmlTargetElement("govuk-link-button", Attributes = "href")]
public sealed class LinkButton : Component
{
    public required string Href { get; set; }

    public string? Id { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to
        .Open("a",
            [
                ("href", Href), ("role", "button"), ("draggable", "false"), ("class", Markup.Classes("govuk-button", Class)),
                ("data-module", "govuk-button"), .. others, ("id", Id),
            ])
        .Html(content).Close();
}
