using Made.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Help;

/// <summary>A line of a guide without a blank that was not written there.</summary>
[HtmlTargetElement("made-spans", Attributes = "spans")]
public sealed class GuideText : Component
{
    public required IReadOnlyList<GuideSpan> Spans { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        foreach (var span in Spans)
            _ = span.IsLabel ? to.Element("strong", span.Words)
                : span.IsCommand ? to.Element("code", span.Words)
                : span.Href.Length > 0 && !span.Href.Contains('*', StringComparison.Ordinal) ? to.Element("a", span.Words, ("class", "govuk-link"), ("href", span.Href))
                : to.Text(span.Words);
    }
}
