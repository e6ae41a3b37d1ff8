using System.Reflection;
using System.Text;
using Made.Core.Workbench;

namespace Made.Web.Workbench;

/// <summary>One part of a method note.</summary>
public sealed record NotePart(string Heading, IReadOnlyList<string> Lines);

/// <summary>What was done, so that somebody else can do it again: figures, method, formula, options with their defaults, findings, cautions, source and version.</summary>
public sealed record MethodNote(string Title, IReadOnlyList<NotePart> Parts)
{
    public static string Version { get; } = typeof(MethodNote).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <param name="asked">Method and options.</param>
    /// <param name="study">What came of it.</param>
    /// <param name="title">The chart's title.</param>
    /// <param name="figures">What the figures are and where they come from.</param>
    /// <param name="made">The day: "4 September 2022".</param>
    internal static MethodNote Of(Asked asked, Study study, string title, IReadOnlyList<string> figures, string made)
    {
        var card = asked.Card;
        return new($"Method note: {card.Title}. {title}", [.. new NotePart[]
        {
            new("Figures", [.. figures, $"Months: {study.Points[0].Month.Name} to {study.Points[^1].Month.Name}.", $"Unit: {study.Unit}."]),
            new("Found", study.Verdict),
            new("Method", [$"{card.Title}. {card.Answers}", card.Formula]),
            new("Options", Options(asked)),
            new("Breaks", [.. study.Breaks.Concat(study.Shifts).OrderBy(b => b.Month).Select(b => $"{b.Month.Name}: {b.Reason}{(asked.Breaks.Contains(b) ? " (given by the analyst)" : "")}")]),
            new("Careful", study.Warnings),
            new("Taken for granted", study.Assumptions),
            new("Source and version",
            [
                $"Method: {card.Source}. Described in docs/methods/{card.Page}.md.",
                .. card.Command.Length > 0 ? new[] { $"The same method over a file: made method {card.Command} --describe." } : [],
                $"MADE Interactive {Version}, {made}.",
            ]),
        }.Where(p => p.Lines.Count > 0)]);
    }

    public string Text()
    {
        var text = new StringBuilder().AppendLine(Title).AppendLine(new string('=', Math.Min(100, Title.Length)));
        foreach (var part in Parts)
        {
            text.AppendLine().AppendLine(part.Heading).AppendLine(new string('-', part.Heading.Length));
            foreach (var line in part.Lines)
                text.AppendLine(line);
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string[] Options(Asked asked) =>
    [
        .. asked.Fields.Select(f => asked.Of(f) == asked.StandardOf(f)
            ? $"{f.Label}: {f.Words(asked.Of(f))} (the default)."
            : $"{f.Label}: {f.Words(asked.Of(f))} (the default: {f.Words(asked.StandardOf(f))})."),
    ];
}
