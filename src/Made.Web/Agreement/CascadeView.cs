using Made.Core.Agreement;
using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.GoldenThread;

namespace Made.Web.Agreement;

/// <summary>What becomes of an agreement's priorities in the plans of its areas and in the police and crime plan, and which of the areas' it leaves out.</summary>
public sealed record CascadeView
{
    public required ThreadHistory Agreement { get; init; }

    public required IReadOnlyList<ThreadHistory> Priorities { get; init; }

    /// <summary>The areas that the reader may see, by name, each with its newest plan.</summary>
    public required IReadOnlyList<(Area Area, ThreadHistory? Plan, LocalPlan Local)> Areas { get; init; }

    /// <summary>Areas that the reader may not see.</summary>
    public required int Hidden { get; init; }

    /// <summary>Police and crime plans in force during the agreement.</summary>
    public required IReadOnlyList<ThreadHistory> PolicePlans { get; init; }

    private IEnumerable<CascadeCell> Cells => Areas.SelectMany(a => Priorities.Select(p => CellOf(p, a.Local)));

    public string Sentence
    {
        get
        {
            if (Priorities.Count == 0)
                return "The agreement names no priority, so nothing can be compared.";
            var cells = Cells.ToList();
            string Count(CascadeAnswer answer) => cells.Count(c => c.Answer == answer).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return $"Of {cells.Count} answers ({Priorities.Count} priorities in {Areas.Count} partnerships): in a plan {Count(CascadeAnswer.InPlan)}; departing with a reason {Count(CascadeAnswer.Departs)}; left open {Count(CascadeAnswer.Unanswered)}; "
                + $"among priorities where no plan is recorded {Count(CascadeAnswer.AmongPriorities)}; nowhere, without a plan {Count(CascadeAnswer.NoPlan)}.";
        }
    }

    public Table Table => new()
    {
        Name = "cascade",
        Title = $"Where each priority of {Agreement.Newest.Title} is taken up",
        Columns = [new("Partnership"), new("Plan"), .. Priorities.Select(p => new Column(p.Newest.Title))],
        Rows =
        [
            .. Areas.Select(a => (IReadOnlyList<Cell>)
            [
                Cell.Of(a.Area.Name, $"/assessment/{a.Area.Code}"), a.Plan is null ? Cell.Of("no plan recorded") : Cell.Of(ThreadWords.State(a.Plan.State), ThreadWords.Home(a.Plan.Point)),
                .. Priorities.Select(p => Cell.Of(Words(CellOf(p, a.Local)))),
            ]),
            .. PolicePlans.Select(s => (IReadOnlyList<Cell>)
            [
                Cell.Of(s.Newest.Title, ThreadWords.Href(s.Point)), Cell.Of("police and crime plan"),
                .. Priorities.Select(p => Cell.Of(((ThreadContent.Strategy)s.Newest.Content).Issues.Intersect(((ThreadContent.Priority)p.Newest.Content).Issues).Any() ? "in plan" : "not in plan")),
            ]),
        ],
    };

    /// <summary>The areas' priorities that the agreement leaves out.</summary>
    public IEnumerable<(Area Area, IReadOnlyList<string> Wordings)> OnlyLocal
    {
        get
        {
            IReadOnlyList<ThreadContent.Priority> whole = [.. Priorities.Select(p => (ThreadContent.Priority)p.Newest.Content)];
            return Areas.Select(a => (a.Area, (IReadOnlyList<string>)[.. Cascade.OnlyLocal(whole, a.Local).Select(o => o.Wording)])).Where(a => a.Item2.Count > 0);
        }
    }

    public static string Words(CascadeCell cell) => cell.Answer switch
    {
        CascadeAnswer.InPlan => "in plan",
        CascadeAnswer.AmongPriorities => "among its priorities, no plan recorded",
        CascadeAnswer.Departs => $"departs: {cell.Reason}",
        CascadeAnswer.Unanswered => "not in plan, no reason given",
        _ => "no plan recorded",
    };

    /// <param name="partnership">The partnership.</param>
    /// <param name="id">An agreement of the whole partnership.</param>
    /// <param name="mayRead">Whether the reader may see an area.</param>
    public static async Task<CascadeView?> OfAsync(Partnership partnership, string id, Func<AreaCode, bool> mayRead)
    {
        var thread = partnership.Records.Thread;
        if (await thread.Find(new ThreadPoint(ThreadKind.Agreement, id)) is not { Newest: { IsWhole: true, Content: ThreadContent.Agreement agreement } } history)
            return null;
        var local = (await thread.All(ThreadKind.Agreement)).Where(a => ((ThreadContent.Agreement)a.Newest.Content).Under == id).ToLookup(a => a.Newest.Area);
        var priorities = (await thread.All(ThreadKind.Priority)).Where(p => !p.Newest.IsWhole && p.State == "agreed").ToLookup(p => p.Newest.Area);
        var csps = partnership.Areas.At(AreaLevel.Csp, Month.Of(partnership.Today)).OrderBy(a => a.Name, StringComparer.Ordinal).ToList();
        var readable = csps.Where(c => mayRead(c.Code)).ToList();
        return new()
        {
            Agreement = history,
            Priorities = await AgreementView.PrioritiesAsync(thread, history),
            Areas =
            [
                .. readable.Select(a =>
                {
                    var plan = local[a.Code].OrderBy(p => ((ThreadContent.Agreement)p.Newest.Content).From).LastOrDefault();
                    var said = plan?.Newest.Content as ThreadContent.Agreement;
                    var own = priorities[a.Code].Where(p => said is null ? ((ThreadContent.Priority)p.Newest.Content).Cycle == agreement.Cycle : said.Priorities.Contains(p.Point.Id));
                    return (a, plan, new LocalPlan(said, [.. own.Select(p => (ThreadContent.Priority)p.Newest.Content).OrderBy(p => p.Position)]));
                }),
            ],
            Hidden = csps.Count - readable.Count,
            PolicePlans = [.. (await thread.All(ThreadKind.Strategy)).Where(s => s.Newest.Content is ThreadContent.Strategy { Sort: StrategySort.PoliceAndCrimePlan } plan && plan.From <= agreement.To && agreement.From <= plan.To)],
        };
    }

    private static CascadeCell CellOf(ThreadHistory priority, LocalPlan local) => Cascade.Of(priority.Point.Id, (ThreadContent.Priority)priority.Newest.Content, local);
}
