using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Made.Web.Components;

/// <summary>Builds HTML; everything put in as text or as an attribute is encoded.</summary>
internal sealed class Markup : IHtmlContent
{
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    public Markup Open(string name, params (string Name, string? Value)[] attributes)
    {
        Tag(name, attributes);
        open.Push(name);
        return this;
    }

    public Markup Close()
    {
        html.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content, such as <c>input</c>.</summary>
    public Markup Void(string name, params (string Name, string? Value)[] attributes)
    {
        Tag(name, attributes);
        return this;
    }

    public Markup Text(string words)
    {
        html.Append(HtmlEncoder.Default.Encode(words));
        return this;
    }

    public Markup Element(string name, string words, params (string Name, string? Value)[] attributes) =>
        Open(name, attributes).Text(words).Close();

    public Markup Html(string trusted)
    {
        html.Append(trusted);
        return this;
    }

    public Markup Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        html.Append(writer);
        return this;
    }

    public static string Classes(params string?[] names) => string.Join(' ', names.Where(n => !string.IsNullOrEmpty(n)));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(ToString());

    public override string ToString() => open.Count == 0 ? html.ToString() : throw new InvalidOperationException($"<{open.Peek()}> was left open.");

    // A null value leaves the attribute out; an empty one writes its bare name.
    private void Tag(string name, (string Name, string? Value)[] attributes)
    {
        html.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is null)
                continue;
            html.Append(' ').Append(key);
            if (value.Length > 0 || key is "value" or "alt")
                html.Append("=\"").Append(HtmlEncoder.Default.Encode(value)).Append('"');
        }
        html.Append('>');
    }
}
