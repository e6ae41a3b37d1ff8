using Made.Core.Access;
using Made.Core.Accounts;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Products;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Core.Subscriptions;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Accounts;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Exchange;
using Made.Web.Products;
using Made.Web.Recovery;
using Made.Web.WorkPlan;

namespace Made.Web.Subscriptions;

/// <summary>One release that a reader has not read, and where to look.</summary>
public sealed record ReleaseNotice(EditionStep Release, IReadOnlyList<(string Words, string Href)> Links);

/// <summary>A product or a request of one's own with what became of it; new where that was since its reader last read.</summary>
public sealed record HomeLine(string Words, string Href, string What, bool IsNew);

/// <summary>A person's own page: areas, what was released or filed since, what was asked, what is due.</summary>
public sealed record HomeView
{
    private const int MostShown = 12;
    private const int Kept = 5;

    public required IReadOnlyList<(string Code, string Place)> Areas { get; init; }

    public required Month? Latest { get; init; }

    public required DateTimeOffset ReadUntil { get; init; }

    /// <summary>Of the newest at most twelve.</summary>
    public required IReadOnlyList<ReleaseNotice> Notices { get; init; }

    public required int Unread { get; init; }

    /// <summary>Filed or changed since, about the areas of the page or followed, or followed and due for review since; as far as they may be seen.</summary>
    public required IReadOnlyList<HomeLine> Products { get; init; }

    /// <summary>The products that its reader may follow.</summary>
    public required ProductRegister Register { get; init; }

    /// <summary>What its reader asked of the analysts: open requests, and those decided since or last.</summary>
    public required IReadOnlyList<HomeLine> Requests { get; init; }

    public bool HasNews => Unread > 0 || Products.Count > 0 || Requests.Any(r => r.IsNew);

    /// <summary>Until here the lists go: what is released or filed while they are read stays unread.</summary>
    public required DateTimeOffset Until { get; init; }

    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    public required IReadOnlyList<DatasetStanding> Due { get; init; }

    /// <summary>Recovery plans that are asked of the reader's organisation, or that the reader may write; the longest asked first.</summary>
    public required IReadOnlyList<(string Words, string Href)> Asked { get; init; }

    /// <summary>Whose page it is in the records.</summary>
    public static string ReaderOf(Asking asking) => asking.SignedIn is { } who ? ReaderOf(who.Account) : "machine";

    public static string ReaderOf(Account account) => account.Id.ToString("N");

    public static async Task<HomeView> OfAsync(Partnership partnership, AddressedObjects objects, Asking asking)
    {
        var today = partnership.Today;
        var news = await HomeNews.OfAsync(partnership, objects, await HomeSources.OfAsync(partnership), ReaderOf(asking), asking.Person);
        var owed = objects.Datasets(asking.Person, Deed.Send).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Areas = news.Areas,
            Latest = news.Latest,
            ReadUntil = news.ReadUntil,
            Notices = [.. news.Released.Take(MostShown).Select(s => new ReleaseNotice(s, Links(partnership, news, s)))],
            Unread = news.Released.Count,
            Register = news.Register,
            Products = [.. news.Changed.Union(news.DueForReview).Take(MostShown).Select(p => new HomeLine(p.Newest.Title, ProductWords.Href(p.Id), $"{ProductLinks.Words(news.Register, p)}{(p.Stamp == 1 ? "" : $". Changed: {p.Last.Why}")}", true))],
            Requests = [.. news.Requests.Where((r, i) => r.Newest.IsOpen || r.Last.At > news.ReadUntil || i < Kept).Select(r => new HomeLine(r.Newest.Question, RequestWords.Own(r.Id), RequestWords.Sentence(r, today), news.IsNew(r)))],
            Until = news.Requests.Select(r => r.Last.At).Append(news.Newest).Append(news.DueForReview.Count > 0 ? LondonTime.Instant(today, TimeOnly.MinValue) : news.ReadUntil).Max(),
            Subscriptions = news.Subscriptions,
            Asked = await AskedAsync(partnership, objects, asking),
            Due = [.. DatasetStanding.Of(partnership.Pack, await partnership.Supplies.Current(), today).Where(d => owed.Contains(d.Id) && (d.Late || d.Next.Contains(" is due on ", StringComparison.Ordinal)))],
        };
    }

    public static string Words(Partnership partnership, ProductRegister register, Subscription subscription, Month month) => subscription.Kind switch
    {
        SubscriptionKind.Everything => "Everything that is released",
        SubscriptionKind.Product => Guid.TryParse(subscription.Subject, out var id) && register.Find(id) is { } product ? product.Newest.Title : "A product that is not shown to you",
        SubscriptionKind.Area => Wording.PlaceName(partnership.Areas, new AreaCode(subscription.Subject), month),
        _ => partnership.Pack.Indicators.FirstOrDefault(i => i.Id == subscription.Subject)?.Title ?? subscription.Subject,
    };

    private static async Task<IReadOnlyList<(string Words, string Href)>> AskedAsync(Partnership partnership, AddressedObjects objects, Asking asking)
    {
        var bodies = new Bodies(partnership.Pack.Organisations);
        var own = asking.Person.Grants.Select(g => g.Organisation).Where(o => o.Length > 0).ToHashSet(StringComparer.Ordinal);
        var asked = new List<(DateOnly Asked, string Words, string Href)>();
        foreach (var e in await partnership.Records.Thread.All(ThreadKind.Exception))
        {
            if (RecoveryClock.Standing(e, partnership.Pack.Escalation, partnership.Today) is not { } clock || !objects.MayRead(asking.Person, Resource.Recovery, e.Newest.Area))
                continue;
            var about = (ThreadContent.Exception)e.Newest.Content;
            var owing = clock.Level.Body.Length > 0 ? clock.Level.Body : about.Lead;
            if (asking.SignedIn is null || objects.May(asking.Person, Resource.Recovery, Deed.Change, e.Newest.Area) || bodies.InPlaceOf(owing, partnership.Today).Any(b => own.Contains(b.Id)))
                asked.Add((clock.Asked, $"{e.Newest.Title}. Owed by {RecoveryView.OwingOf(about, clock, bodies)}: {clock.Words}.", $"/recovery/{e.Point.Id}"));
        }
        return [.. asked.OrderBy(a => a.Asked).Select(a => (a.Words, a.Href))];
    }

    private static List<(string Words, string Href)> Links(Partnership partnership, HomeNews news, EditionStep step)
    {
        var links = news.Areas.Select(a => (Words: a.Place, Href: $"/dashboard/{a.Code}/{step.Month}?edition={step.Number}")).ToList();
        foreach (var indicator in news.Subscriptions.Where(s => s.Kind == SubscriptionKind.Indicator))
            links.AddRange(news.Areas.Select(a => ($"{Words(partnership, news.Register, indicator, step.Month)}, {a.Place}", $"/dashboard/{a.Code}/{step.Month}/{indicator.Subject}?edition={step.Number}")));
        return links;
    }
}
