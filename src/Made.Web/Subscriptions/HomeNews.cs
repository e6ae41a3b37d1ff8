using Made.Core;
using Made.Core.Access;
using Made.Core.Calendar;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Subscriptions;
using Made.Core.WorkPlan;
using Made.Store.Records;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Dashboards;
using Made.Web.Exchange;
using Made.Web.Products;

namespace Made.Web.Subscriptions;

/// <summary>What there is to be told of at all: read once for everybody who is looked at together.</summary>
public sealed record HomeSources(IReadOnlyList<EditionStep> Releases, IReadOnlyList<Versioned<Product>> Products, IReadOnlyList<Versioned<WorkRequest>> Requests)
{
    public static async Task<HomeSources> OfAsync(Partnership partnership) => new(
        [.. (await partnership.Records.Releases.All()).Where(s => s.Step == ReleaseRecords.Released)],
        await partnership.Records.Products.All(),
        await partnership.Records.WorkRequests.All());
}

/// <summary>What is new for somebody since they last read. Their own page shows it, and notices by e-mail say that there is some.</summary>
public sealed record HomeNews
{
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    public required IReadOnlyList<(string Code, string Place)> Areas { get; init; }

    public required Month? Latest { get; init; }

    public required DateTimeOffset ReadUntil { get; init; }

    /// <summary>Released since, the newest first.</summary>
    public required IReadOnlyList<EditionStep> Released { get; init; }

    /// <summary>The products that they may see.</summary>
    public required ProductRegister Register { get; init; }

    /// <summary>Filed or changed since, about their areas or followed. Whoever follows a product is told what takes its place.</summary>
    public required IReadOnlyList<Versioned<Product>> Changed { get; init; }

    /// <summary>Followed, and due for review since.</summary>
    public required IReadOnlyList<Versioned<Product>> DueForReview { get; init; }

    /// <summary>Everything they asked of the analysts, what moved last first.</summary>
    public required IReadOnlyList<Versioned<WorkRequest>> Requests { get; init; }

    /// <summary>When the newest of what is new came; where nothing is new, up to when they have read.</summary>
    public DateTimeOffset Newest => Released.Select(r => r.Change.At)
        .Concat(Changed.Select(p => p.Last.At))
        .Concat(DueForReview.Select(p => LondonTime.Instant(p.Newest.ReviewBy, TimeOnly.MinValue)))
        .Concat(Requests.Where(IsNew).Select(r => r.Last.At))
        .Append(ReadUntil).Max();

    /// <summary>Others did something about it since.</summary>
    public bool IsNew(Versioned<WorkRequest> request) => request.Stamp > 1 && request.Last.At > ReadUntil && request.Newest.State != RequestRules.TakenBack;

    /// <param name="partnership">The home.</param>
    /// <param name="objects">Knows what may be seen.</param>
    /// <param name="sources">What there is.</param>
    /// <param name="reader">Whose page it is in the records.</param>
    /// <param name="person">Who they are to the matrix.</param>
    public static async Task<HomeNews> OfAsync(Partnership partnership, AddressedObjects objects, HomeSources sources, string reader, Person person)
    {
        var (subscriptions, until, latest) = (await partnership.Records.Subscriptions.Of(reader), await partnership.Records.Subscriptions.Standing(reader), await partnership.LatestMonthAsync());
        var areas = AreasOf(partnership, person, subscriptions, latest ?? Month.Of(partnership.Today));
        var register = ProductShelf.Of(partnership, objects, person, sources.Products);
        var followed = subscriptions.Where(s => s.Kind == SubscriptionKind.Product && Guid.TryParse(s.Subject, out _)).Select(s => Guid.Parse(s.Subject)).ToHashSet();
        var own = areas.Select(a => new AreaCode(a.Code)).ToList();
        var day = until == DateTimeOffset.MinValue ? DateOnly.MinValue : LondonTime.DayOf(until);
        return new()
        {
            Subscriptions = subscriptions,
            Areas = areas,
            Latest = latest,
            ReadUntil = until,
            Released = [.. sources.Releases.Where(s => s.Change.At > until).Reverse()],
            Register = register,
            Changed = [.. register.Readable.Where(p => p.Last.At > until && (ProductRegister.IsAbout(p.Newest, own) || followed.Contains(p.Id) || followed.Contains(p.Newest.Supersedes ?? Guid.Empty))).OrderByDescending(p => p.Last.At)],
            DueForReview = [.. register.Readable.Where(p => followed.Contains(p.Id) && p.Newest.ReviewBy > day && register.Standing(p) == ProductStanding.DueForReview)],
            Requests = [.. sources.Requests.Where(r => r.Newest.Reader == reader).OrderByDescending(r => r.Last.At)],
        };
    }

    /// <summary>The partnerships of the districts somebody was granted, else those subscribed to, else all.</summary>
    private static IReadOnlyList<(string Code, string Place)> AreasOf(Partnership partnership, Person person, IReadOnlyList<Subscription> subscriptions, Month month)
    {
        var granted = person.Grants.SelectMany(g => g.Districts).SelectMany(d => partnership.Areas.CspsOf(d, month)).Select(a => a.Code);
        var chosen = subscriptions.Where(s => s.Kind == SubscriptionKind.Area).Select(s => new AreaCode(s.Subject));
        var own = granted.Concat(chosen).Distinct().ToList();
        return
        [
            .. partnership.Areas.At(AreaLevel.Csp, month).Where(a => own.Count == 0 || own.Contains(a.Code))
                .Select(a => (a.Code.Value, Wording.PlaceName(partnership.Areas, a.Code, month))).OrderBy(a => a.Item2, StringComparer.Ordinal),
        ];
    }
}
