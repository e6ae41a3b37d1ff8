using Made.Core.Disclosure;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>The letter beside a suppressed number: the notes under the table say what it stands for. The same letter for the same reason on every page.</summary>
[HtmlTargetElement("made-why", Attributes = "of")]
public sealed class Why : Component
{
    public required SafeNumber Of { get; set; }

    internal static string Letter(Reason reason) => ((char)('a' + Reasons.All.ToList().IndexOf(reason))).ToString();

    internal static void Mark(Markup to, Reason reason)
    {
        if (reason != Reason.None)
            to.Open("sup", ("title", reason.Words())).Element("span", ", note ", ("class", "govuk-visually-hidden")).Text(Letter(reason)).Close();
    }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => Mark(to, Of.Why);
}

/// <summary>Why the numbers above are suppressed, one line for each reason that occurs; nothing where none is.</summary>
[HtmlTargetElement("made-reasons", Attributes = "given")]
public sealed class WhyNotes : Component
{
    public required IReadOnlyCollection<Reason> Given { get; set; }

    internal static void Write(Markup to, IReadOnlyCollection<Reason> given)
    {
        var told = Reasons.All.Where(given.Contains).ToList();
        if (told.Count == 0)
            return;
        to.Open("ul", ("class", "govuk-list made-small"), ("aria-label", "Why figures are suppressed"));
        foreach (var reason in told)
            to.Open("li").Element("sup", Why.Letter(reason)).Text($" Suppressed, {reason.Words()}. {reason.Sentence()}").Close();
        to.Close();
    }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others) => Write(to, Given);
}
