using Made.Core.Calendar;

namespace Made.Core.GoldenThread;

/// <content>The strategic assessment and the evidence that it is written from.</content>
public abstract partial record ThreadContent
{
    /// <summary>The strategic assessment as a project: which years it is for, when each stage is planned, and which sections it must have.</summary>
    public sealed record Assessment : ThreadContent
    {
        public required string Cycle { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly To { get; init; }

        /// <summary>First to last; passing the last completes it.</summary>
        public required IReadOnlyList<AssessmentStage> Stages { get; init; }

        /// <summary>Without any of these it is not complete.</summary>
        public required IReadOnlyList<RequiredSection> Sections { get; init; }

        public override ThreadKind Kind => ThreadKind.Assessment;

        public override IEnumerable<ThreadPoint> RestsOn => [];
    }

    /// <summary>The text of one required section.</summary>
    public sealed record Section : ThreadContent
    {
        /// <summary>Id of the assessment.</summary>
        public required string Of { get; init; }

        /// <summary>Id of the required section.</summary>
        public required string Part { get; init; }

        public required string Text { get; init; }

        /// <summary>The role that wrote it, never a name.</summary>
        public required string Author { get; init; }

        public override ThreadKind Kind => ThreadKind.Section;

        public override IEnumerable<ThreadPoint> RestsOn => [];

        public override IEnumerable<ThreadPoint> LeadsTo => [new(ThreadKind.Assessment, Of)];
    }

    /// <summary>What the assessment found in one area, or in the whole partnership, and what shows it.</summary>
    public sealed record KeyFinding : ThreadContent
    {
        /// <summary>Id of the assessment.</summary>
        public required string Of { get; init; }

        public required string Text { get; init; }

        public required IReadOnlyList<string> Issues { get; init; }

        /// <summary>Measures of an edition: named, never copied.</summary>
        public IReadOnlyList<BoundMeasure> Measures { get; init; } = [];

        /// <summary>Ids of survey waves.</summary>
        public IReadOnlyList<string> Surveys { get; init; } = [];

        /// <summary>Evidence that is kept elsewhere.</summary>
        public IReadOnlyList<NamedEvidence> Evidence { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.KeyFinding;

        public override IEnumerable<ThreadPoint> RestsOn =>
        [
            .. Issues.Select(ThreadPoint.OfIssue), .. Measures.Select(m => new ThreadPoint(ThreadKind.Measure, m.Measure)).Distinct(), .. Surveys.Select(s => new ThreadPoint(ThreadKind.Survey, s)),
        ];

        public override IEnumerable<ThreadPoint> LeadsTo => [new(ThreadKind.Assessment, Of)];
    }

    /// <summary>What the assessment recommends, or a gap in what is known; somebody owns it, and it is due.</summary>
    public sealed record Recommendation : ThreadContent
    {
        /// <summary>Id of the assessment.</summary>
        public required string Of { get; init; }

        /// <summary>True where it is something that nobody knows yet.</summary>
        public bool IsGap { get; init; }

        public required string Text { get; init; }

        /// <summary>Id of an organisation of the register.</summary>
        public required string Owner { get; init; }

        /// <summary>The last there is where the source does not report it.</summary>
        public DateOnly Due { get; init; } = DateOnly.MaxValue;

        /// <summary>Ids of the key findings that it comes from.</summary>
        public IReadOnlyList<string> KeyFindings { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Recommendation;

        public override IEnumerable<ThreadPoint> RestsOn => [new(ThreadKind.Assessment, Of), .. KeyFindings.Select(f => new ThreadPoint(ThreadKind.KeyFinding, f))];

        public override IEnumerable<ThreadPoint> LeadsTo => Owner.Length > 0 ? [ThreadPoint.OfLead(Owner)] : [];
    }

    /// <summary>One wave of a survey: who was asked when, how many answered, and how often each issue was named. What answers say is kept as counts alone.</summary>
    public sealed record Survey : ThreadContent
    {
        /// <summary>Id of the assessment that it was asked for; empty where it serves none.</summary>
        public string Of { get; init; } = "";

        /// <summary>First day of asking; the first there is where the source does not report it.</summary>
        public DateOnly From { get; init; } = DateOnly.MinValue;

        /// <summary>Last day of asking; the first there is where the source does not report it.</summary>
        public DateOnly To { get; init; } = DateOnly.MinValue;

        /// <summary>Who was asked, and how.</summary>
        public required string Asked { get; init; }

        /// <summary>True where those asked were drawn by chance: only then an interval says something about those who were not asked.</summary>
        public bool IsDrawn { get; init; }

        /// <summary>How many answered; null where the source does not report it.</summary>
        public int? Base { get; init; }

        public IReadOnlyList<CodedAnswer> Answers { get; init; } = [];

        /// <summary>"You said, we did".</summary>
        public IReadOnlyList<SaidAndDid> Replies { get; init; } = [];

        public override ThreadKind Kind => ThreadKind.Survey;

        public override IEnumerable<ThreadPoint> RestsOn => Answers.Select(a => ThreadPoint.OfIssue(a.Issue)).Distinct();

        public override IEnumerable<ThreadPoint> LeadsTo => One(ThreadKind.Assessment, Of);
    }
}

/// <param name="Act">Code of the stage.</param>
/// <param name="Words">"Workshops in each partnership".</param>
/// <param name="Planned">The day by which it is to be passed.</param>
public sealed record AssessmentStage(string Act, string Words, DateOnly Planned);

/// <param name="Id">Part of addresses.</param>
public sealed record RequiredSection(string Id, string Heading);

/// <summary>A measure as one edition has it.</summary>
/// <param name="Measure">Id of the point: indicator, area and period.</param>
/// <param name="Month">The edition's month.</param>
/// <param name="Edition">The edition's number.</param>
public sealed record BoundMeasure(string Measure, Month Month, int Edition);

/// <param name="Title">"Problem profile of the night-time economy".</param>
/// <param name="Source">Who made it when, and where it is kept.</param>
public sealed record NamedEvidence(string Title, string Source);

/// <param name="Issue">What the answer is about in the vocabulary.</param>
/// <param name="Wording">The question or the answer as it was worded.</param>
/// <param name="Count">How many gave it.</param>
public sealed record CodedAnswer(string Issue, string Wording, int Count);

public sealed record SaidAndDid(string Said, string Did);
