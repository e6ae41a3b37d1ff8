using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>
/// A glossary term that opens its meaning in place: <c>&lt;made-term id="csp"&gt;partnership&lt;/made-term&gt;</c>. A browser's own popover:
/// no script, closed by Escape or a click elsewhere, and unlike <c>details</c> allowed inside a paragraph.
/// </summary>
[HtmlTargetElement("made-term", Attributes = "id")]
public sealed class Term : Component
{
    private static readonly object Count = new();

    public required string Id { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext? ViewContext { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        var entry = Glossary.Find(Id);
        var target = $"term-{Id}-{Next().ToString(CultureInfo.InvariantCulture)}";
        to.Open("button", [("type", "button"), ("class", Markup.Classes("made-term", Class)), ("popovertarget", target), .. others]);
        _ = content.Length > 0 ? to.Html(content) : to.Text(entry.Words);
        to.Close().Element("span", entry.Meaning, ("class", "made-term__text"), ("id", target), ("popover", "auto"), ("role", "note"));
    }

    // One page may explain a term twice; ids may not repeat.
    private int Next()
    {
        if (ViewContext?.HttpContext.Items is not { } items)
            return 1;
        var next = 1 + (items.TryGetValue(Count, out var value) && value is int before ? before : 0);
        items[Count] = next;
        return next;
    }
}
