using Made.Core.Calendar;
using Made.Core.Register;
using Made.Core.Subscriptions;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Exchange;

namespace Made.Web.Subscriptions;

/// <summary>One release that a reader has not read, and where to look.</summary>
public sealed record ReleaseNotice(EditionStep Release, IReadOnlyList<(string Words, string Href)> Links);

/// <summary>A person's own page: areas, what was released since, what is due.</summary>
public sealed record HomeView
{
    private const int MostShown = 12;

    public required IReadOnlyList<(string Code, string Place)> Areas { get; init; }

    public required Month? Latest { get; init; }

    public required DateTimeOffset ReadUntil { get; init; }

    /// <summary>Of the newest at most twelve.</summary>
    public required IReadOnlyList<ReleaseNotice> Notices { get; init; }

    public required int Unread { get; init; }

    /// <summary>Until here the list goes: what is released while it is read stays unread.</summary>
    public required DateTimeOffset Until { get; init; }

    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    public required IReadOnlyList<DatasetStanding> Due { get; init; }

    /// <summary>Whose page it is in the records.</summary>
    public static string ReaderOf(Asking asking) => asking.SignedIn?.Account.Id.ToString("N") ?? "machine";

    public static async Task<HomeView> OfAsync(Partnership partnership, AddressedObjects objects, Asking asking)
    {
        var (records, reader, today) = (partnership.Records, ReaderOf(asking), partnership.Today);
        var subscriptions = await records.Subscriptions.Of(reader);
        var latest = await partnership.LatestMonthAsync();
        var areas = AreasOf(partnership, asking, subscriptions, latest ?? Month.Of(today));
        var until = await records.Subscriptions.Standing(reader);
        var unread = (await records.Releases.All()).Where(s => s.Step == ReleaseRecords.Released && s.Change.At > until).Reverse().ToList();
        var owed = objects.Datasets(asking.Person, Core.Access.Deed.Send).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Areas = areas,
            Latest = latest,
            ReadUntil = until,
            Notices = [.. unread.Take(MostShown).Select(s => new ReleaseNotice(s, Links(partnership, s, areas, subscriptions)))],
            Unread = unread.Count,
            Until = unread.Count == 0 ? until : unread.Max(u => u.Change.At),
            Subscriptions = subscriptions,
            Due = [.. DatasetStanding.Of(partnership.Pack, await partnership.Supplies.Current(), today).Where(d => owed.Contains(d.Id) && (d.Late || d.Next.Contains(" is due on ", StringComparison.Ordinal)))],
        };
    }

    public static string Words(Partnership partnership, Subscription subscription, Month month) => subscription.Kind switch
    {
        SubscriptionKind.Everything => "Everything that is released",
        SubscriptionKind.Area => Wording.PlaceName(partnership.Areas, new AreaCode(subscription.Subject), month),
        _ => partnership.Pack.Indicators.FirstOrDefault(i => i.Id == subscription.Subject)?.Title ?? subscription.Subject,
    };

    /// <summary>The partnerships of the districts somebody was granted, else those subscribed to, else all.</summary>
    private static IReadOnlyList<(string Code, string Place)> AreasOf(Partnership partnership, Asking asking, IReadOnlyList<Subscription> subscriptions, Month month)
    {
        var granted = asking.Person.Grants.SelectMany(g => g.Districts).SelectMany(d => partnership.Areas.CspsOf(d, month)).Select(a => a.Code);
        var chosen = subscriptions.Where(s => s.Kind == SubscriptionKind.Area).Select(s => new AreaCode(s.Subject));
        var own = granted.Concat(chosen).Distinct().ToList();
        return
        [
            .. partnership.Areas.At(AreaLevel.Csp, month).Where(a => own.Count == 0 || own.Contains(a.Code))
                .Select(a => (a.Code.Value, Wording.PlaceName(partnership.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal),
        ];
    }

    private static List<(string Words, string Href)> Links(Partnership partnership, EditionStep step, IReadOnlyList<(string Code, string Place)> areas, IReadOnlyList<Subscription> subscriptions)
    {
        var links = areas.Select(a => (Words: a.Place, Href: $"/dashboard/{a.Code}/{step.Month}?edition={step.Number}")).ToList();
        foreach (var indicator in subscriptions.Where(s => s.Kind == SubscriptionKind.Indicator))
            links.AddRange(areas.Select(a => ($"{Words(partnership, indicator, step.Month)}, {a.Place}", $"/dashboard/{a.Code}/{step.Month}/{indicator.Subject}?edition={step.Number}")));
        return links;
    }
}
