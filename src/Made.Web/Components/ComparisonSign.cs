using Made.Core.Indicators;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>Against the rest of the named area: shape and word in neutral colours.</summary>
[HtmlTargetElement("made-comparison", Attributes = "comparison")]
public sealed class ComparisonSign : Component
{
    public required Comparison Comparison { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        var (words, shape) = Comparison switch
        {
            Comparison.Higher => ("higher", "M6 1.5l5 9H1z"),
            Comparison.Lower => ("lower", "M6 10.5l5-9H1z"),
            Comparison.Similar => ("similar", "M1 4.5h10v3H1z"),
            _ => ("not compared", ""),
        };
        to.Open("span", [("class", Markup.Classes("made-comparison", Class)), .. others]);
        if (shape.Length > 0)
            to.Html($"""<svg class="chart made-shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path class="c-shape" d="{shape}"/></svg>""");
        _ = content.Length > 0 ? to.Html(content) : to.Text(words);
        to.Close();
    }
}
