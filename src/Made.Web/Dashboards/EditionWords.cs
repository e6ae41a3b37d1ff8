using Made.Core.Editions;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Core.Register;

namespace Made.Web.Dashboards;

/// <summary>How an edition names itself on pages, in files and inside pictures.</summary>
public static class EditionWords
{
    public static string Name(EditionManifest edition) => $"{edition.Month.Name}, edition {edition.Number}";

    public static string Line(EditionManifest edition) => $"{Name(edition)}, made on {LondonTime.Text(edition.Built)}";

    public static Origin Origin(EditionManifest edition, Pack pack) => new(
        string.Join("; ", pack.Datasets.Select(d => d.Source).Distinct(StringComparer.Ordinal)),
        Name(edition),
        LondonTime.Day(LondonTime.DayOf(edition.Built)),
        "OFFICIAL",
        pack.Synthetic);
}
