using Made.Core.Editions;
using Made.Core.Register;
using Made.Store.Editions;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Dashboards;

/// <summary>How an edition names itself on pages, in files and inside pictures. A draft says so wherever it does.</summary>
public static class EditionWords
{
    public const string Draft = "DRAFT, not released";

    public static string Name(EditionManifest edition) => $"{edition.Month.Name}, edition {edition.Number}";

    public static string Name(EditionReader edition) => $"{(edition.Standing.IsDraft ? Draft + ": " : "")}{Name(edition.Manifest)}";

    public static string Line(EditionManifest edition) => $"{Name(edition)}, made on {LondonTime.Text(edition.Built)}";

    public static string Line(EditionReader edition) => $"{Name(edition)}, made on {LondonTime.Text(edition.Manifest.Built)}";

    public static Origin Origin(EditionReader edition) => new(
        string.Join("; ", edition.Register.Pack.Datasets.Select(d => d.Source).Distinct(StringComparer.Ordinal)),
        Name(edition),
        LondonTime.Day(LondonTime.DayOf(edition.Manifest.Built)),
        "OFFICIAL",
        edition.Register.Pack.Synthetic,
        edition.Standing.IsDraft);

    /// <summary>"Corrected on 3 December 2026: …"; empty for a draft and for a first release.</summary>
    public static string Notice(EditionStanding standing) => standing.IsDraft || standing.Kind == ReleaseKind.First ? ""
        : $"{(standing.Kind == ReleaseKind.Correction ? "Corrected" : "Added to")} on {LondonTime.Day(LondonTime.DayOf(standing.At))}: {standing.Why}";

    /// <summary>"Partnership analyst, 3 December 2026".</summary>
    public static string Signed(EditionNote note) => $"{note.Role}, {LondonTime.Day(note.Day)}";

    /// <summary>The notes on an area's page as files carry them; those of one indicator and of the page where it is named.</summary>
    public static IEnumerable<string> Notes(EditionReader edition, AreaCode area, string indicator = "") =>
        edition.Standing.NotesOn(area).Where(n => indicator.Length == 0 || n.Indicator.Length == 0 || n.Indicator == indicator)
            .Select(n => $"Note{(n.Indicator.Length > 0 ? $" on {Title(edition, n.Indicator)}" : "")} ({Signed(n)}): {n.Text}");

    /// <summary>Added to links on a draft's pages, which would lead to what is released else.</summary>
    /// <param name="edition">The edition of the page that links.</param>
    /// <param name="sign">What stands before it in the address.</param>
    public static string Pin(EditionReader edition, char sign = '?') => edition.Standing.IsDraft ? $"{sign}edition={edition.Manifest.Number}" : "";

    public static string Title(EditionReader edition, string indicator) => edition.Register.Pack.Indicators.FirstOrDefault(i => i.Id == indicator)?.Title ?? indicator;
}
