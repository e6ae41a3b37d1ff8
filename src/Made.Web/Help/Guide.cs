using System.Text.RegularExpressions;
using Made.Core.Access;

namespace Made.Web.Help;

/// <summary>A part of a line: plain words, a link, a label of the page that the step is about, or a command.</summary>
public sealed record GuideSpan(string Words, string Href = "", bool IsLabel = false, bool IsCommand = false);

/// <summary>One paragraph, heading, step or picture of a guide.</summary>
public abstract record GuideBlock
{
    private GuideBlock()
    {
    }

    public sealed record Heading(string Words) : GuideBlock;

    public sealed record Paragraph(IReadOnlyList<GuideSpan> Spans) : GuideBlock;

    /// <summary>Begins with a link to a page; every label in it stands on that page.</summary>
    public sealed record Step(IReadOnlyList<GuideSpan> Spans) : GuideBlock
    {
        /// <summary>The page; <c>*</c> where a part of its address is found by a link on an earlier page.</summary>
        public string Page => Spans[0].Href;

        public IReadOnlyList<string> Labels => [.. Spans.Where(s => s.IsLabel).Select(s => s.Words)];
    }

    /// <summary>Shows the page of the step before it.</summary>
    public sealed record Picture(string Name, string Alternative) : GuideBlock;
}

/// <summary>
/// A short guide for one person, from <c>docs/guides</c>, built into the program. A test goes through its steps on the running site, as somebody of its role,
/// and fails where a page, link, button or heading that it names is not there; another makes its pictures.
/// </summary>
public sealed partial record Guide(string Id, string Title, Role Role, IReadOnlyList<GuideBlock> Blocks)
{
    /// <summary>In the order in which a month passes through their hands.</summary>
    public static IReadOnlyList<Guide> All { get; } = [.. new[] { "supplier", "analyst", "manager", "administrator" }.Select(Built)];

    public static Guide? Find(string id) => All.FirstOrDefault(g => g.Id == id);

    public IEnumerable<GuideBlock.Step> Steps => Blocks.OfType<GuideBlock.Step>();

    /// <summary>Each picture with the page that it shows.</summary>
    public IEnumerable<(GuideBlock.Picture Picture, string Page)> Pictures =>
        Blocks.Select((b, at) => (Block: b, At: at)).Where(b => b.Block is GuideBlock.Picture)
            .Select(b => ((GuideBlock.Picture)b.Block, Shown((GuideBlock.Picture)b.Block, Blocks.Take(b.At).OfType<GuideBlock.Step>())));

    internal static Guide Read(string id, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines is not [['#', ' ', .. var title], var role, ..] || !role.StartsWith("Role: ", StringComparison.Ordinal) || !Roles.TryFind(role["Role: ".Length..], out var of))
            throw new FormatException($"The guide {id} begins with its title and 'Role: ' with the code of a role.");
        return new(id, title, of, [.. lines.Skip(2).Select(l => Block(id, l))]);
    }

    // The first page before it whose address has what the picture's name says after the guide's: "supplier-receipt" shows a receipt.
    private static string Shown(GuideBlock.Picture picture, IEnumerable<GuideBlock.Step> before) =>
        before.First(s => s.Page.Contains(picture.Name[(picture.Name.IndexOf('-', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal)).Page;

    private static GuideBlock Block(string id, string line)
    {
        if (line.StartsWith("## ", StringComparison.Ordinal))
            return new GuideBlock.Heading(line[3..]);
        if (Image().Match(line) is { Success: true } image)
            return new GuideBlock.Picture(image.Groups["name"].Value, image.Groups["alt"].Value);
        var step = Numbered().Match(line);
        var spans = Spans(line[step.Length..]);
        return !step.Success ? new GuideBlock.Paragraph(spans)
            : spans is [{ Href.Length: > 0 }, ..] ? new GuideBlock.Step(spans)
            : throw new FormatException($"A step of the guide {id} does not begin with a link to its page: {line}");
    }

    private static List<GuideSpan> Spans(string text)
    {
        var (spans, at) = (new List<GuideSpan>(), 0);
        foreach (Match match in Marked().Matches(text))
        {
            if (match.Index > at)
                spans.Add(new(text[at..match.Index]));
            spans.Add(match.Groups["label"] is { Success: true } label ? new(label.Value, IsLabel: true)
                : match.Groups["command"] is { Success: true } command ? new(command.Value, IsCommand: true)
                : new(match.Groups["words"].Value, match.Groups["href"].Value));
            at = match.Index + match.Length;
        }
        if (at < text.Length)
            spans.Add(new(text[at..]));
        return spans;
    }

    private static Guide Built(string id)
    {
        using var stream = typeof(Guide).Assembly.GetManifestResourceStream($"guides/{id}.md")!;
        using var reader = new StreamReader(stream);
        return Read(id, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^\d+\. ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^!\[(?<alt>[^\]]+)\]\(pictures/(?<name>[a-z-]+)\.png\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Image();

    [GeneratedRegex(@"\*\*(?<label>[^*]+)\*\*|\[(?<words>[^\]]+)\]\((?<href>[^)]+)\)|`(?<command>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marked();
}
