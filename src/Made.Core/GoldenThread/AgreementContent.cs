namespace Made.Core.GoldenThread;

/// <content>An agreement and what stands around it: comments on its text, what it has to heed, and what is paid for under it.</content>
public abstract partial record ThreadContent
{
    /// <summary>The partnership's agreement, or an area's own plan: what it says, who leads, and who has to approve it in which order.</summary>
    public sealed record Agreement : ThreadContent
    {
        public required string Cycle { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        /// <summary>Headings with their text, in order.</summary>
        public required IReadOnlyList<AgreementSection> Sections { get; init; }

        public required IReadOnlyList<string> Priorities { get; init; }

        /// <summary>Ids of factors, requirements and outcomes of the vocabulary.</summary>
        public required IReadOnlyList<string> Terms { get; init; }

        /// <summary>The body that leads each issue, and by which mechanism.</summary>
        public required IReadOnlyList<IssueLead> Leads { get; init; }

        /// <summary>The stages of its approval, first to last.</summary>
        public required IReadOnlyList<ApprovalStage> Chain { get; init; }

        /// <summary>Id of the strategic assessment that it is based on; empty where none is recorded.</summary>
        public string BasedOn { get; init; } = "";

        /// <summary>For an area's own plan: id of the partnership's agreement that it answers; empty for that agreement itself.</summary>
        public string Under { get; init; } = "";

        /// <summary>For an area's own plan: priorities of the partnership that it does not take up, each with the reason.</summary>
        public IReadOnlyList<Departure> Departures { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Agreement;

        public override IEnumerable<ThreadPoint> RestsOn => [.. One(ThreadKind.Assessment, BasedOn), .. One(ThreadKind.Agreement, Under), .. Priorities.Select(p => new ThreadPoint(ThreadKind.Priority, p)), .. Terms.Select(ThreadPoint.OfIssue)];

        public override IEnumerable<ThreadPoint> LeadsTo => Leads.Select(l => ThreadPoint.OfLead(l.Lead)).Distinct();
    }

    /// <summary>Something that is asked of the text of an agreement. While it is open the text cannot be approved.</summary>
    public sealed record Comment : ThreadContent
    {
        /// <summary>Id of the agreement.</summary>
        public required string On { get; init; }

        /// <summary>Heading of the section; empty for the whole text.</summary>
        public string Heading { get; init; } = "";

        public required string Text { get; init; }

        public override ThreadKind Kind => ThreadKind.Comment;

        public override IEnumerable<ThreadPoint> RestsOn => [new(ThreadKind.Agreement, On)];
    }

    /// <summary>A law, strategy or plan of others, dated, with the issues it is about.</summary>
    public sealed record Strategy : ThreadContent
    {
        public required StrategySort Sort { get; init; }

        /// <summary>Whose it is.</summary>
        public required string Owner { get; init; }

        /// <summary>The first there is where the source does not report it.</summary>
        public DateOnly From { get; init; } = DateOnly.MinValue;

        /// <summary>The last there is while it holds, or where the source does not report it.</summary>
        public DateOnly To { get; init; } = DateOnly.MaxValue;

        /// <summary>Ids of the vocabulary: issues, factors and requirements.</summary>
        public IReadOnlyList<string> Issues { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Strategy;

        public override IEnumerable<ThreadPoint> RestsOn => Issues.Select(ThreadPoint.OfIssue);
    }

    /// <summary>A service or project: what it is for, what it costs, who pays, and what became of it.</summary>
    public sealed record Intervention : ThreadContent
    {
        public required string Aim { get; init; }

        /// <summary>In pounds over its whole time; null where the source does not report it.</summary>
        public decimal? Cost { get; init; }

        public required string Funder { get; init; }

        /// <summary>The first there is where the source does not report it.</summary>
        public DateOnly From { get; init; } = DateOnly.MinValue;

        /// <summary>The last there is where it has no end, or the source does not report it.</summary>
        public DateOnly To { get; init; } = DateOnly.MaxValue;

        /// <summary>What its evaluation says and by whom; empty while there is none.</summary>
        public string Evaluation { get; init; } = "";

        public IReadOnlyList<string> Priorities { get; init; } = [];

        public IReadOnlyList<string> Activities { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Intervention;

        public override IEnumerable<ThreadPoint> RestsOn =>
            [.. Priorities.Select(p => new ThreadPoint(ThreadKind.Priority, p)), .. Activities.Select(a => new ThreadPoint(ThreadKind.Activity, a))];
    }
}

public enum StrategySort
{
    Legislation,
    NationalStrategy,
    LocalStrategy,

    /// <summary>The plan of the police and crime commissioner, or of whoever follows.</summary>
    PoliceAndCrimePlan,
}

public static class StrategySorts
{
    public static string Words(this StrategySort sort) => sort switch
    {
        StrategySort.Legislation => "Legislation",
        StrategySort.NationalStrategy => "National strategy or guidance",
        StrategySort.LocalStrategy => "Local strategy",
        _ => "Police and crime plan",
    };
}
