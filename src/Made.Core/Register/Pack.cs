using Made.Core.Assessment;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.GoldenThread;
using Made.Core.Indicators;
using Made.Core.Recovery;
using Made.Core.Sharing;

namespace Made.Core.Register;

/// <summary>The reference facts of one partnership. Nothing in code may know any of them.</summary>
public sealed record Pack
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Version { get; init; }

    /// <summary>True for fictional data: every page then carries the mark SYNTHETIC.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The police force area: records without place, or outside the partnership, count here.</summary>
    public required AreaCode Force { get; init; }

    /// <summary>The force's name in the publisher's file names, such as <c>westshire</c> in <c>2022-07-westshire-street.csv</c>.</summary>
    public required string ForceSlug { get; init; }

    /// <summary>Groupings and districts. Wards and LSOAs come from the publishers' reference files.</summary>
    public required IReadOnlyList<Area> Areas { get; init; }

    public required IReadOnlyList<Membership> Memberships { get; init; }

    /// <summary>The area each district or CSP is compared with: itself taken out of it.</summary>
    public required IReadOnlyDictionary<AreaCode, AreaCode> Comparators { get; init; }

    /// <summary>Why resident rates mislead in a ward, by ward code.</summary>
    public required IReadOnlyDictionary<AreaCode, string> RateCautions { get; init; }

    public required IReadOnlyList<Organisation> Organisations { get; init; }

    /// <summary>What partners' figures may be about, each with its rule. None in a register kept before packs named topics.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    public required IReadOnlyList<DatasetDefinition> Datasets { get; init; }

    public required IReadOnlyList<IndicatorDefinition> Indicators { get; init; }

    public required IReadOnlyList<RecordingBreak> Breaks { get; init; }

    /// <summary>Where people report and find support, shown on public pages in this order.</summary>
    public required IReadOnlyList<Support> Support { get; init; }

    /// <summary>Powers and duties in law to share information.</summary>
    public IReadOnlyList<Gateway> Gateways { get; init; } = [];

    /// <summary>The sharing agreements a home starts with. What became of them since is in the sharing register.</summary>
    public IReadOnlyList<SharingAgreement> Agreements { get; init; } = [];

    /// <summary>What SI 2007/1831 has shared each quarter, and who owes it here.</summary>
    public IReadOnlyList<PrescribedSet> PrescribedSets { get; init; } = [];

    public IReadOnlyList<PrescribedProvider> PrescribedProviders { get; init; } = [];

    /// <summary>Issues, factors, requirements and outcomes, each dated.</summary>
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>Further wordings of issues.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; init; } = [];

    /// <summary>By what areas rank their issues.</summary>
    public IReadOnlyList<RankingMatrix> Matrices { get; init; } = [];

    /// <summary>Which figures open an exception by themselves.</summary>
    public IReadOnlyList<ExceptionRule> ExceptionRules { get; init; } = [];

    /// <summary>How long each level has to answer for an exception, in order. None in a register kept before packs said so.</summary>
    public IReadOnlyList<EscalationLevel> Escalation { get; init; } = [];

    /// <summary>The entries of the golden thread a home starts with. What became of them since is in the thread's records; a register that is read back holds none.</summary>
    public IReadOnlyList<PackThreadEntry> Thread { get; init; } = [];

    /// <summary>Those that some indicator counts or divides by.</summary>
    public IEnumerable<DatasetDefinition> DatasetsInUse => Datasets.Where(d => Indicators.Any(i => i.Dataset == d.Id || i.BaseDataset == d.Id));

    public Vocabulary Vocabulary => new(Issues, Synonyms);
}

/// <summary>A body that supplies, owns or decides; dated, with the bodies that followed it.</summary>
public sealed record Organisation(
    string Id, string Name, string Kind, DateOnly From, DateOnly To, IReadOnlyList<string> Successors, string Source);

/// <summary>One line of help on a public page.</summary>
/// <param name="Group"><c>emergency</c>, <c>report</c> or <c>support</c>.</param>
public sealed record Support(string Group, string Title, string Text, string Contact, Uri? Link, string Source);
