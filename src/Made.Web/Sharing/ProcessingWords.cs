using Made.Core.Exchange;
using Made.Core.Sharing;
using Made.Web.Components;

namespace Made.Web.Sharing;

/// <summary>One dataset's entry in the record of processing (Article 30 UK GDPR; section 61 DPA 2018 under Part 3), from the register alone.</summary>
public static class ProcessingWords
{
    public const string NotNamed = "Not named in the register";

    public static IReadOnlyList<SummaryRow> Of(DatasetDefinition d, DatasetProtection p, SharingView v)
    {
        var about = v.Agreements.Where(a => a.Newest.Datasets.Contains(d.Id)).ToList();
        return
        [
            new("Controller", v.Bodies.Name(p.Controller)),
            new("Supplier", v.Bodies.Name(d.Supplier)),
            new("Purposes", about.Count > 0 ? string.Join("; ", about.SelectMany(a => a.Newest.Purposes).Distinct()) : NotNamed),
            new("People", p.People),
            new("Details about them", p.Details),
            new("Regime", p.Regime.Words()),
            new("Lawful basis", p.Basis),
            new("Special categories", p.SpecialCategories.Length > 0 ? p.SpecialCategories : "None held"),
            new("Convictions and offences", p.Offences.Length > 0 ? p.Offences : "None held"),
            new("Legal gateways", string.Join("; ", p.Gateways.Select(g => SharingWords.Gateway(g, v.Pack)))),
            new("Recipients", about.Count > 0 ? SharingWords.Listed(about.SelectMany(a => a.Newest.Parties).Where(r => r.Receives).Select(r => v.Bodies.Name(r.Organisation)).Distinct()) : NotNamed),
            new("Transfers abroad", "None: the program keeps its files on one machine and sends nothing out"),
            new("Kept for", $"{p.RetentionMonths} months. {p.Retention}"),
            new("Files as received", p.OriginalKeptDays > 0 ? $"Sealed for {p.OriginalKeptDays} days after receipt, each under a key of its own; then destroyed by two persons, with a certificate" : "Not kept"),
            new("Marking", p.Marking.Words()),
            new("Security", "Raw rows are read in memory; facts carry no direct identifier; counts of 1 to 4 are hidden with what would give them away; every change leaves an audit row. Beyond this machine everybody signs in, and sees what a dated grant reaches"),
            new("Agreements", about.Count > 0 ? string.Join("; ", about.Select(a => $"{a.Newest.Title}: {SharingWords.Standing(SharingStanding.For(d, a, v.Bodies, v.Today), v.Bodies)}")) : "None covers it"),
        ];
    }
}
