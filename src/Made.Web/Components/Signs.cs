using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Web.Charts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>Icon and words for the state of the last point.</summary>
[HtmlTargetElement("made-variation", Attributes = "variation")]
public sealed class VariationSign : Component
{
    public required Variation Variation { get; set; }

    public Polarity Polarity { get; set; }

    /// <summary>Why it is not judged where a judgement would tell of hidden figures.</summary>
    public Reason Because { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to
        .Open("span", [("class", Markup.Classes("made-variation", Class)), .. others])
        .Html(VariationIcon.Draw(Variation, Polarity)).Element("span", VariationIcon.Words(Variation) + (Because == Reason.HiddenMonths ? $" ({Because.Words()})" : "")).Close();
}

/// <summary>A small line for a table cell; named and described for people who cannot see it.</summary>
[HtmlTargetElement("made-sparkline", Attributes = "line")]
public sealed class SparklineSign : Component
{
    public required Chart.Sparkline Line { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => to.Html(Drawing.ForPage(Line));
}
