using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Made.Web.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Tests.Integration.Components;

/// <summary>HTML reduced to what a browser makes of it: attributes sorted, white space folded.</summary>
public static class Html
{
    public static string Normal(string html)
    {
        var text = new StringBuilder();
        foreach (var node in new HtmlParser().ParseFragment(html, new HtmlParser().ParseDocument("<body></body>").Body!))
            Write(node, 0, text);
        return text.ToString();
    }

    public static string Of(Component component, string content = "", params (string Name, string Value)[] attributes)
    {
        var output = new TagHelperOutput("x", [.. attributes.Select(a => new TagHelperAttribute(a.Name, a.Value))], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        component.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "x"), output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private static void Write(INode node, int depth, StringBuilder to)
    {
        if (node is IText words)
        {
            var folded = string.Join(' ', words.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (folded.Length > 0)
                to.Append(' ', depth).AppendLine(folded);
            return;
        }
        if (node is not IElement element)
            return;
        to.Append(' ', depth).Append(element.LocalName);
        foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
            to.Append(' ').Append(attribute.Name).Append('=').Append(string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        to.AppendLine();
        foreach (var child in element.ChildNodes)
            Write(child, depth + 1, to);
    }
}
