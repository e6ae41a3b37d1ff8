using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

[HtmlTargetElement("govuk-tag")]
public sealed class Tag : Component
{
    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) =>
        to.Open("strong", [("class", Markup.Classes("govuk-tag", Class)), .. others]).Html(content).Close();
}

[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetText : Component
{
    public string? Id { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) =>
        to.Open("div", [("id", Id), ("class", Markup.Classes("govuk-inset-text", Class)), .. others]).Html(content).Close();
}

[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningText : Component
{
    /// <summary>Read out before the text.</summary>
    public string IconFallbackText { get; set; } = "Warning";

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to
        .Open("div", [("class", Markup.Classes("govuk-warning-text", Class)), .. others])
        .Element("span", "!", ("class", "govuk-warning-text__icon"), ("aria-hidden", "true"))
        .Open("strong", ("class", "govuk-warning-text__text"))
        .Element("span", IconFallbackText, ("class", "govuk-visually-hidden"))
        .Text(" ").Html(content).Close().Close();
}

[HtmlTargetElement("govuk-details", Attributes = "summary")]
public sealed class Details : Component
{
    public required string Summary { get; set; }

    public string? Id { get; set; }

    public bool Open { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to
        .Open("details", [("id", Id), ("class", Markup.Classes("govuk-details", Class)), .. others, ("open", Open ? "" : null)])
        .Open("summary", ("class", "govuk-details__summary")).Element("span", Summary, ("class", "govuk-details__summary-text")).Close()
        .Open("div", ("class", "govuk-details__text")).Html(content).Close().Close();
}

[HtmlTargetElement("govuk-notification-banner")]
public sealed class NotificationBanner : Component
{
    /// <summary>True after something was done: announced at once and given the focus.</summary>
    public bool Success { get; set; }

    public string? Title { get; set; }

    public string TitleId { get; set; } = "govuk-notification-banner-title";

    public int TitleHeadingLevel { get; set; } = 2;

    public string? Role { get; set; }

    public bool? DisableAutoFocus { get; set; }

    /// <summary>One line of plain text, set large; otherwise the content stands as it is.</summary>
    public string? Text { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        var heading = "h" + TitleHeadingLevel.ToString(System.Globalization.CultureInfo.InvariantCulture);
        to.Open("div",
            [
                ("class", Markup.Classes("govuk-notification-banner", Success ? "govuk-notification-banner--success" : null, Class)),
                ("role", Role ?? (Success ? "alert" : "region")), ("aria-labelledby", TitleId), ("data-module", "govuk-notification-banner"),
                ("data-disable-auto-focus", DisableAutoFocus is { } off ? (off ? "true" : "false") : null), .. others,
            ])
            .Open("div", ("class", "govuk-notification-banner__header"))
            .Element(heading, Title ?? (Success ? "Success" : "Important"), ("class", "govuk-notification-banner__title"), ("id", TitleId)).Close()
            .Open("div", ("class", "govuk-notification-banner__content"));
        if (Text is { } text && content.Length == 0)
            to.Element("p", text, ("class", "govuk-notification-banner__heading"));
        to.Html(content).Close().Close();
    }
}

/// <param name="Text">What is wrong and how to put it right.</param>
/// <param name="Href">The field: <c>#file</c>; empty where there is none.</param>
public sealed record FieldError(string Text, string Href = "");

/// <summary>At the top of a page whose form was refused; each line leads to its field.</summary>
[HtmlTargetElement("govuk-error-summary")]
public sealed class ErrorSummary : Component
{
    public string Title { get; set; } = "There is a problem";

    public string? Description { get; set; }

    public IReadOnlyList<FieldError> Errors { get; set; } = [];

    public bool? DisableAutoFocus { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        to.Open("div",
            [
                ("class", Markup.Classes("govuk-error-summary", Class)), ("data-disable-auto-focus", DisableAutoFocus is { } off ? (off ? "true" : "false") : null),
                .. others, ("data-module", "govuk-error-summary"),
            ])
            .Open("div", ("role", "alert")).Element("h2", Title, ("class", "govuk-error-summary__title"))
            .Open("div", ("class", "govuk-error-summary__body"));
        if (Description is { } description)
            to.Element("p", description);
        if (Errors.Count > 0)
        {
            to.Open("ul", ("class", "govuk-list govuk-error-summary__list"));
            foreach (var error in Errors)
            {
                to.Open("li");
                _ = error.Href.Length > 0 ? to.Element("a", error.Text, ("href", error.Href)) : to.Text(error.Text);
                to.Close();
            }
            to.Close();
        }
        to.Close().Close().Close();
    }
}
