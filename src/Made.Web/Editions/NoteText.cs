using System.Text;
using Made.Core;
using Made.Core.Editions;
using Made.Intake.Personal;

namespace Made.Web.Editions;

/// <summary>Text that a person writes onto a page: plain, of a length, and looked through for personal details as files are.</summary>
internal static class NoteText
{
    /// <summary>As it is kept: line ends alike, no control characters, no blanks around it.</summary>
    public static string Plain(string? typed) =>
        new string([.. (typed ?? "").ReplaceLineEndings("\n").Where(c => c == '\n' || !char.IsControl(c))]).Trim();

    public static Problem? WhyNot(string text, int longest, DateOnly today) =>
        text.Length > longest ? Core.Editions.Problems.NoteTooLong(text.Length)
        : PersonalDetails.Find(Encoding.UTF8.GetBytes(text), today) is var found and not PersonalDetail.None
            ? new Problem("note-personal", $"The text seems to hold {found.Words()}.", "Say it without naming or describing anybody: it goes to every reader.")
        : null;
}
