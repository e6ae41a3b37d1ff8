using Made.Web.Charts;
using Made.Web.Downloads;

namespace Made.Web.Papers;

/// <summary>A piece of papers: the same for the printed page and for the Word file.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <param name="Level">1 for an area or part of its own, 2 for a part of an area, 3 below.</param>
    /// <param name="Text">What follows.</param>
    /// <param name="Anchor">Its place, for the contents; empty below level 2.</param>
    public sealed record Heading(int Level, string Text, string Anchor) : PaperBlock;

    public sealed record Words(string Text) : PaperBlock;

    public sealed record Bullets(IReadOnlyList<string> Lines) : PaperBlock;

    public sealed record Figures(Table Table) : PaperBlock;

    public sealed record Picture(Chart Chart) : PaperBlock;
}
