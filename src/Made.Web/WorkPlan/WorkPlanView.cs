using Made.Core;
using Made.Core.Access;
using Made.Core.Products;
using Made.Core.WorkPlan;
using Made.Web.Access;
using Made.Web.Components;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;
using Made.Web.Products;

namespace Made.Web.WorkPlan;

/// <summary>The analysts' work plan as somebody may see it: what is asked, by whom it is done and until when, and which products are due for review.</summary>
public sealed record WorkPlanView
{
    /// <summary>What is due first stands first.</summary>
    public required IReadOnlyList<Versioned<WorkRequest>> Open { get; init; }

    /// <summary>What was decided last stands first.</summary>
    public required IReadOnlyList<Versioned<WorkRequest>> Closed { get; init; }

    public required ProductRegister Products { get; init; }

    public required DateOnly Today { get; init; }

    public IReadOnlyList<Versioned<Product>> ToReview => [.. Products.Readable.Where(p => Products.Standing(p) == ProductStanding.DueForReview).OrderBy(p => p.Newest.ReviewBy)];

    public string Sentence
    {
        get
        {
            var (late, review) = (Open.Count(r => r.Newest.IsLate(Today)), ToReview.Count);
            var requests = Open.Count switch { 0 => "No request is open", 1 => "1 request is open", var n => $"{n} requests are open" };
            var lateness = (Open.Count, late) switch { (0, _) => "", (_, 0) => ", none of them late", (1, _) => ", and it is late", _ => $", {late} of them late" };
            return $"{requests}{lateness}. {(review == 0 ? "No product is due for review." : review == 1 ? "1 product is due for review." : $"{review} products are due for review.")}";
        }
    }

    public static async Task<WorkPlanView> OfAsync(Partnership partnership, AddressedObjects objects, Person person)
    {
        var all = (await partnership.Records.WorkRequests.All()).Where(r => objects.May(person, Deed.Read, r.Newest)).ToList();
        return new()
        {
            Open = [.. all.Where(r => r.Newest.IsOpen).OrderBy(r => r.Newest.Due).ThenBy(r => r.First.At)],
            Closed = [.. all.Where(r => !r.Newest.IsOpen).OrderByDescending(r => r.Last.At)],
            Products = await ProductShelf.OfAsync(partnership, objects, person),
            Today = partnership.Today,
        };
    }

    public static Table Table(Partnership partnership, IEnumerable<Versioned<WorkRequest>> requests, string title) => new()
    {
        Name = "work-plan",
        Title = title,
        Columns = [new("Request"), new("For the decision"), new("Area"), new("Issue"), new("Asked"), new("Owner"), new("Due"), new("State")],
        Rows = requests.Select(r => (IReadOnlyList<Cell>)
        [
            Cell.Of(r.Newest.Question, RequestWords.Href(r.Id)), Cell.Of(r.Newest.Decision), Cell.Of(ProductWords.Areas(partnership, r.Newest.Areas, partnership.Today)),
            Cell.Of(r.Newest.Issue.Length == 0 ? "none named" : partnership.Pack.Vocabulary.Title(r.Newest.Issue)), Cell.Of($"{LondonTime.Day(LondonTime.DayOf(r.First.At))}, {r.First.By}"),
            Cell.Of(r.Newest.Owner.Length > 0 ? r.Newest.Owner : r.Newest.IsOpen ? "nobody yet" : "nobody"), Cell.Of(LondonTime.Day(r.Newest.Due)), Cell.Of(RequestWords.State(r.Newest, partnership.Today)),
        ]),
    };
}

/// <summary>What pages say of a request.</summary>
internal static class RequestWords
{
    public static string Href(Guid id) => $"/work-plan/{id}";

    public static string Own(Guid id) => $"/work-plan/own/{id}";

    public static string State(WorkRequest request, DateOnly today) => $"{State(request.State)}{(request.IsLate(today) ? ", late" : "")}";

    private static string State(string state) => state switch
    {
        RequestRules.Asked => "Asked, not accepted yet",
        RequestRules.Accepted => "Accepted",
        RequestRules.Answered => "Answered",
        RequestRules.Declined => "Declined",
        _ => "Taken back",
    };

    /// <summary>The one sentence at the top of its page.</summary>
    public static string Sentence(Versioned<WorkRequest> request, DateOnly today)
    {
        var (r, day) = (request.Newest, LondonTime.Day(LondonTime.DayOf(request.Last.At)));
        var late = r.IsLate(today) ? $" It is {(today.DayNumber - r.Due.DayNumber is 1 ? "1 day" : $"{today.DayNumber - r.Due.DayNumber} days")} late." : "";
        return r.State switch
        {
            RequestRules.Asked => $"Asked on {LondonTime.Day(LondonTime.DayOf(request.First.At))} and needed by {LondonTime.Day(r.NeededBy)}; nobody has accepted it yet.{late}",
            RequestRules.Accepted => $"Accepted on {day} by the {r.Owner}, to be answered by {LondonTime.Day(r.Due)}.{late}",
            RequestRules.Answered => $"Answered on {day} by {request.Last.By}.",
            RequestRules.Declined => $"Declined on {day} by {request.Last.By}: {r.Words}",
            _ => $"Taken back on {day} by whoever asked: {r.Words}",
        };
    }

    public static string Done(string state) => state switch
    {
        RequestRules.Asked => "asked",
        RequestRules.Accepted => "accepted",
        RequestRules.Answered => "answered",
        RequestRules.Declined => "declined",
        _ => "taken back",
    };
}

/// <summary>One request with what its page shows of it: whose page it is decides what may be done there.</summary>
/// <param name="Request">The request.</param>
/// <param name="Rows">What was asked.</param>
/// <param name="Sentence">How it stands.</param>
/// <param name="Answer">The product that answers it, where the reader may see it; null otherwise.</param>
/// <param name="AnswerIsHidden">A product answers it that the reader may not see.</param>
public sealed record RequestView(Versioned<WorkRequest> Request, IReadOnlyList<SummaryRow> Rows, string Sentence, Versioned<Product>? Answer, bool AnswerIsHidden)
{
    public static async Task<RequestView?> OfAsync(Partnership partnership, AddressedObjects objects, Person person, Guid id)
    {
        if (await partnership.Records.WorkRequests.Find(id) is not { } held)
            return null;
        var r = held.Newest;
        var product = r.Product is { } named ? (await ProductShelf.OfAsync(partnership, objects, person)).Find(named) : null;
        return new(
            held,
            [
                new("For the decision", r.Decision), new("Needed by", LondonTime.Day(r.NeededBy)), new("Area", ProductWords.Areas(partnership, r.Areas, partnership.Today)),
                new("Issue", r.Issue.Length == 0 ? "none named" : partnership.Pack.Vocabulary.Title(r.Issue)), .. r.Source.Length == 0 ? [] : new[] { new SummaryRow("Comes from", r.Source) },
                new("Asked by", $"{held.First.By}, {LondonTime.Text(held.First.At)}"), .. r.Owner.Length == 0 ? [] : new[] { new SummaryRow("Owner", r.Owner) },
            ],
            RequestWords.Sentence(held, partnership.Today), product, r.Product is not null && product is null);
    }
}
