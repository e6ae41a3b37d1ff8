using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>A piece of a page with GOV.UK or MOJ markup. Other attributes of the tag go to its outermost element.</summary>
public abstract class Component : TagHelper
{
    /// <summary>Further classes on the component's element.</summary>
    [HtmlAttributeName("class")]
    public string? Class { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = output.TagMode == TagMode.SelfClosing ? null : await output.GetChildContentAsync();
        var others = output.Attributes.Select(a => (a.Name, Value: Plain(a))).ToArray();
        output.TagName = null;
        var markup = new Markup();
        Write(markup, content is { IsEmptyOrWhiteSpace: false } ? content.GetContent().Trim() : "", others);
        output.Content.SetHtmlContent(markup);
    }

    /// <summary>Writes the component into another one's markup.</summary>
    internal void WriteInto(Markup to) => Write(to, "", []);

    /// <param name="to">Where the markup goes.</param>
    /// <param name="content">The HTML between the tags, already encoded; empty where there is none.</param>
    /// <param name="others">Attributes that are no property of the component.</param>
    private protected abstract void Write(Markup to, string content, (string Name, string? Value)[] others);

    private static string? Plain(TagHelperAttribute attribute) =>
        attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : attribute.Value switch
        {
            null => null,
            Microsoft.AspNetCore.Html.HtmlString encoded => System.Net.WebUtility.HtmlDecode(encoded.Value),
            var value => value.ToString(),
        };
}
