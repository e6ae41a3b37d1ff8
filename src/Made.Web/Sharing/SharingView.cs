using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Sharing;

/// <summary>The sharing register on a day: every agreement with its standing, what waits for one, and what has to be reviewed.</summary>
public sealed class SharingView
{
    private SharingView(Pack pack, IReadOnlyList<SharingHistory> agreements, DateOnly today)
    {
        (Pack, Agreements, Today, Bodies) = (pack, agreements, today, new Bodies(pack.Organisations));
        Reminders = Reminder.Due(agreements, Bodies, today);
    }

    public Pack Pack { get; }

    public IReadOnlyList<SharingHistory> Agreements { get; }

    public DateOnly Today { get; }

    public Bodies Bodies { get; }

    public IReadOnlyList<Reminder> Reminders { get; }

    /// <summary>Datasets that somebody owes by now, or that an agreement names, and that may not be read, each with the reason. One that nobody has begun with is no news.</summary>
    public IReadOnlyList<(DatasetDefinition Dataset, Core.Problem Why)> Unread =>
    [
        .. Pack.Datasets.Where(d => d.OwedFrom <= Month.Of(Today) || Agreements.Any(a => a.Versions.Any(v => v.Datasets.Contains(d.Id))))
            .Select(d => (Dataset: d, Why: WhyNot(d))).Where(d => d.Why is not null).Select(d => (d.Dataset, d.Why!)),
    ];

    /// <summary>Meetings whose agreement is not in force.</summary>
    public IReadOnlyList<string> MeetingsFlagged =>
    [
        .. Agreements.Where(a => SharingStanding.Of(a, Bodies, Today) is not SharingStanding.InForce)
            .SelectMany(a => a.Newest.Meetings.Select(m => $"{m}: {a.Newest.Title}. {SharingWords.Standing(SharingStanding.Of(a, Bodies, Today), Bodies)}.")),
    ];

    public Table Table => new()
    {
        Name = "agreements",
        Title = "Sharing agreements",
        Columns = [new("Agreement"), new("Standing"), new("Datasets"), new("Meetings"), new("Review"), new("Version")],
        Rows = [.. Agreements.Select(a => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Newest.Title, $"/sharing/agreements/{a.Id}"), Cell.Of(SharingWords.Standing(SharingStanding.Of(a, Bodies, Today), Bodies)),
            Cell.Of(a.Newest.Datasets.Count > 0 ? string.Join("; ", a.Newest.Datasets.Select(d => SharingWords.Dataset(d, Pack))) : "none here"),
            Cell.Of(string.Join("; ", a.Newest.Meetings)), Cell.Of(LondonTime.Day(a.Newest.Review)), Cell.Of($"{a.Newest.Version}"),
        ])],
    };

    /// <summary>What each dataset names: controller, regime, basis, gateway, retention, marking.</summary>
    public Table Datasets => new()
    {
        Name = "datasets",
        Title = "Datasets and who answers for them",
        Columns = [new("Dataset"), new("May it be read?"), new("Controller"), new("Regime and basis"), new("Gateway"), new("Kept for"), new("Marking")],
        Rows = [.. Pack.Datasets.Select(d => (IReadOnlyList<Cell>)
        [
            Cell.Of(d.Title, d.Protection is null ? "" : $"/sharing/impact/{d.Id}"), Cell.Of(MayRead(d)),
            .. d.Protection is { } p
                ? new[]
                {
                    Cell.Of(Bodies.Name(p.Controller)), Cell.Of(string.Join(" ", new[] { p.Regime.Words() + ".", p.Basis + ".", p.SpecialCategories, p.Offences }.Where(t => t.Length > 0))),
                    Cell.Of(string.Join("; ", p.Gateways.Select(g => SharingWords.Gateway(g, Pack)))), Cell.Of($"{p.RetentionMonths} months"), Cell.Of(p.Marking.Words()),
                }
                : SharingCover.Needed(d)
                    ? [Cell.Of("not named"), Cell.Of("not named"), Cell.Of("not named"), Cell.Of("not named"), Cell.Of("not named")]
                    : [Cell.Of(Bodies.Name(d.Supplier)), Cell.Of("Already public or sent by anyone; no personal data"), Cell.Of("none needed"), Cell.Of("as long as it is published"), Cell.Of("OFFICIAL")],
        ])],
    };

    public static async Task<SharingView> OfAsync(Partnership partnership) =>
        new(partnership.Pack, await partnership.Records.Sharing.All(), partnership.Today);

    public Core.Problem? WhyNot(DatasetDefinition dataset) => SharingCover.WhyNot(dataset, Agreements, Bodies, Today);

    private string MayRead(DatasetDefinition d) =>
        !SharingCover.Needed(d) ? $"Yes: open, needs no agreement ({d.Licence})"
        : WhyNot(d) is { } why ? $"No. {why.Message}"
        : $"Yes, under {SharingWords.Listed(SharingCover.Covering(d, Agreements, Bodies, Today).Select(a => a.Newest.Title))}";
}
