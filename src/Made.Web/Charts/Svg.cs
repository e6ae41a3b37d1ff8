using System.Globalization;
using System.Net;
using System.Text;

namespace Made.Web.Charts;

/// <summary>Writes SVG elements; the same input gives the same bytes.</summary>
internal sealed class Svg
{
    private readonly StringBuilder text = new();
    private readonly Stack<string> open = new();

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    public static string Escape(string words) => WebUtility.HtmlEncode(words);

    public Svg Open(string name, params (string Name, object Value)[] attributes)
    {
        Start(name, attributes).Append('>');
        open.Push(name);
        return this;
    }

    public Svg Close()
    {
        text.Append("</").Append(open.Pop()).Append('>');
        return this;
    }

    public Svg Leaf(string name, params (string Name, object Value)[] attributes)
    {
        Start(name, attributes).Append("/>");
        return this;
    }

    public Svg Words(string name, string words, params (string Name, object Value)[] attributes)
    {
        Start(name, attributes).Append('>').Append(Escape(words)).Append("</").Append(name).Append('>');
        return this;
    }

    public Svg Text(double x, double y, string words, string style = "") =>
        style.Length == 0 ? Words("text", words, ("x", x), ("y", y)) : Words("text", words, ("x", x), ("y", y), ("class", style));

    /// <summary>Keeps the words of two texts apart where a machine reads them together; nothing is drawn.</summary>
    public Svg Gap()
    {
        text.Append(' ');
        return this;
    }

    public Svg Line(double x1, double y1, double x2, double y2, string style) =>
        Leaf("path", ("class", style), ("d", $"M{Number(x1)} {Number(y1)}L{Number(x2)} {Number(y2)}"));

    public Svg Rectangle(double x, double y, double width, double height, string style) =>
        Leaf("rect", ("class", style), ("x", x), ("y", y), ("width", Math.Max(0, width)), ("height", Math.Max(0, height)));

    public Svg Raw(Svg other)
    {
        text.Append(other.text);
        return this;
    }

    public override string ToString() =>
        open.Count == 0 ? text.ToString() : throw new InvalidOperationException($"<{open.Peek()}> was left open.");

    private StringBuilder Start(string name, (string Name, object Value)[] attributes)
    {
        text.Append('<').Append(name);
        foreach (var (key, value) in attributes)
            text.Append(' ').Append(key).Append("=\"").Append(value is double number ? Number(number) : Escape(value.ToString()!)).Append('"');
        return text;
    }
}
