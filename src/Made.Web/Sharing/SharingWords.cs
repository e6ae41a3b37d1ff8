using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Exchange;
using Made.Web.Indicators;

namespace Made.Web.Sharing;

/// <summary>An agreement and its standing as people read them: the same for pages, comparisons and lists.</summary>
public static class SharingWords
{
    public static string Standing(SharingStanding standing, Bodies bodies) => standing switch
    {
        SharingStanding.InForce f => $"In force since {LondonTime.Day(f.Version.From)}",
        SharingStanding.Unsigned u => $"Not signed by {Listed(u.Missing.Select(bodies.Name))}",
        SharingStanding.NotBegun n => $"Begins on {LondonTime.Day(n.Version.From)}",
        SharingStanding.Expired e => $"Expired on {LondonTime.Day(e.Version.To)}",
        SharingStanding.Ended e => $"Ended on {LondonTime.Day(e.Last)}{(e.SupersededBy.Length > 0 ? $", superseded by {e.SupersededBy}" : "")}",
        _ => "Not covered",
    };

    public static string Reminder(Reminder r)
    {
        var what = r.Kind == ReminderKind.Review ? "review" : "expiry";
        var title = r.Agreement.Newest.Title;
        return r.DaysLeft switch
        {
            < 0 => $"{title}: {(r.Kind == ReminderKind.Review ? "review was due" : "expired")} on {LondonTime.Day(r.On)}, {Days(-r.DaysLeft)} ago.",
            0 => $"{title}: {(r.Kind == ReminderKind.Review ? "review is due" : "expires")} today.",
            _ => $"{title}: {what} on {LondonTime.Day(r.On)}, in {Days(r.DaysLeft)} ({r.Within}-day reminder).",
        };
    }

    public static IReadOnlyList<DefinitionLine> Of(SharingAgreement a, Pack pack)
    {
        var bodies = new Bodies(pack.Organisations);
        return
        [
            new("Title", a.Title),
            new("Suppliers", Listed(a.Parties.Where(p => p.Supplies).Select(p => bodies.Name(p.Organisation)))),
            new("Recipients", Listed(a.Parties.Where(p => p.Receives).Select(p => bodies.Name(p.Organisation)))),
            new("Purposes", string.Join("; ", a.Purposes)),
            new("Legal gateways", string.Join("; ", a.Gateways.Select(g => Gateway(g, pack)))),
            new("Data items", string.Join("; ", a.DataItems)),
            new("Datasets", a.Datasets.Count > 0 ? string.Join("; ", a.Datasets.Select(d => Dataset(d, pack))) : "None here"),
            new("Meetings that use it", a.Meetings.Count > 0 ? string.Join("; ", a.Meetings) : "None named"),
            new("Begins", LondonTime.Day(a.From)),
            new("Review", LondonTime.Day(a.Review)),
            new("Last day", a.To == DateOnly.MaxValue ? "Open: until it is ended" : LondonTime.Day(a.To)),
            new("Source", a.Source),
        ];
    }

    public static string Gateway(string id, Pack pack) => pack.Gateways.FirstOrDefault(g => g.Id == id) is { } g ? g.Citation : id;

    public static string Dataset(string id, Pack pack) => pack.Datasets.FirstOrDefault(d => d.Id == id)?.Title ?? id;

    public static string Step(SharingStep s, Bodies bodies) => s.Kind switch
    {
        SharingStepKind.Added => "Added",
        SharingStepKind.Revised => $"Version {s.Version} made",
        SharingStepKind.Signed => $"Version {s.Version} signed for {bodies.Name(s.Other)} by its {s.Role} on {LondonTime.Day(s.Day)}",
        _ => $"Ended, last day {LondonTime.Day(s.Day)}{(s.Other.Length > 0 ? $"; superseded by {s.Other}" : "")}",
    };

    public static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    private static string Days(int days) => days == 1 ? "one day" : $"{days:N0} days";
}
