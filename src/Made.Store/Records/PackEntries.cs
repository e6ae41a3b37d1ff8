using Made.Core.Assessment;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Store.Records;

/// <summary>One line of a pack as the register keeps it. The same line always gives the same JSON, so that a change shows.</summary>
internal sealed record PackEntry(string Kind, string Id, int Version, DateOnly From, DateOnly To, int Position, string Json);

/// <summary>Takes a pack apart into entries with stable ids, and puts it together again.</summary>
internal static class PackEntries
{
    public const string Pack = "pack";
    public const string Indicator = "indicator";
    public const string Agreement = "sharing-agreement";
    private const string Area = "area";
    private const string Membership = "membership";
    private const string Comparator = "comparator";
    private const string RateCaution = "rate-caution";
    private const string Organisation = "organisation";
    private const string Topic = "topic";
    private const string Dataset = "dataset";
    private const string Break = "break";
    private const string Support = "support";
    private const string Gateway = "gateway";
    private const string PrescribedSet = "prescribed-set";
    private const string PrescribedProvider = "prescribed-provider";
    private const string Issue = "issue";
    private const string Synonym = "synonym";
    private const string Matrix = "ranking-matrix";
    private const string Rule = "exception-rule";
    private const string Level = "escalation-level";

    public static IReadOnlyList<PackEntry> Of(Pack pack) =>
    [
        One(Pack, pack.Id, new PackHeading(pack.Id, pack.Title, pack.Version, pack.Synthetic, pack.Force, pack.ForceSlug), 0),
        .. pack.Areas.Select((a, i) => One(Area, a.Code.Value, a, i, a.From, a.To)),
        .. pack.Memberships.Select((m, i) => One(Membership, $"{m.Grouping}|{m.District}|{m.From:yyyy-MM-dd}", m, i, m.From, m.To)),
        .. pack.Comparators.Select((c, i) => One(Comparator, c.Key.Value, new ComparatorEntry(c.Key, c.Value), i)),
        .. pack.RateCautions.Select((c, i) => One(RateCaution, c.Key.Value, new RateCautionEntry(c.Key, c.Value), i)),
        .. pack.Organisations.Select((o, i) => One(Organisation, o.Id, o, i, o.From, o.To)),
        .. pack.Topics.Select((t, i) => One(Topic, t.Id, t, i)),
        .. pack.Datasets.Select((d, i) => One(Dataset, d.Id, d, i, d.OwedFrom.FirstDay)),
        .. pack.Indicators.Select(OfIndicator),
        .. pack.Breaks.Select((b, i) => One(Break, $"{b.Indicator}|{b.Month}", b, i, b.Month.FirstDay)),
        .. pack.Support.Select((s, i) => One(Support, $"{s.Group}|{s.Title}", s, i)),
        .. pack.Gateways.Select((g, i) => One(Gateway, g.Id, g, i, g.From, g.To)),
        .. pack.Agreements.Select(OfAgreement),
        .. pack.PrescribedSets.Select((s, i) => One(PrescribedSet, $"{s.Number}", s, i)),
        .. pack.PrescribedProviders.Select((p, i) => One(PrescribedProvider, $"{p.Set}|{p.Organisation}|{p.From:yyyy-MM-dd}", p, i, p.From, p.To)),
        .. pack.Issues.Select((v, i) => One(Issue, v.Id, v, i, v.From, v.To)),
        .. pack.Synonyms.Select((s, i) => One(Synonym, $"{s.Wording}|{s.Issue}", s, i, s.From, s.To)),
        .. pack.Matrices.Select((m, i) => One(Matrix, m.Id, m, i, m.From, m.To)),
        .. pack.ExceptionRules.Select((r, i) => One(Rule, r.Indicator, r, i)),
        .. pack.Escalation.Select((l, i) => One(Level, l.Level, l, i)),
    ];

    /// <summary>The line of one indicator, at its place among the others.</summary>
    public static PackEntry OfIndicator(IndicatorDefinition definition, int position) =>
        One(Indicator, definition.Id, definition, position, version: definition.Version);

    /// <summary>The line of one version of a sharing agreement.</summary>
    public static PackEntry OfAgreement(SharingAgreement agreement, int position) =>
        One(Agreement, agreement.Id, agreement, position, agreement.From, agreement.To, agreement.Version);

    /// <summary>Of these a home makes versions itself, and an update of the pack leaves those alone.</summary>
    public static bool IsVersioned(string kind) => kind is Indicator or Agreement;

    /// <summary>The pack that these entries make; of several versions of one entry the newest.</summary>
    public static Pack Together(IEnumerable<PackEntry> entries)
    {
        var current = entries.GroupBy(e => (e.Kind, e.Id)).Select(g => g.MaxBy(e => e.Version)!).OrderBy(e => e.Position).ThenBy(e => e.Id, StringComparer.Ordinal);
        var byKind = current.ToLookup(e => e.Kind, e => e.Json);
        var heading = Json.Read<PackHeading>(byKind[Pack].Single());
        return new Pack
        {
            Id = heading.Id,
            Title = heading.Title,
            Version = heading.Version,
            Synthetic = heading.Synthetic,
            Force = heading.Force,
            ForceSlug = heading.ForceSlug,
            Areas = List<Area>(byKind[Area]),
            Memberships = List<Membership>(byKind[Membership]),
            Comparators = List<ComparatorEntry>(byKind[Comparator]).ToDictionary(c => c.Area, c => c.ComparedWith),
            RateCautions = List<RateCautionEntry>(byKind[RateCaution]).ToDictionary(c => c.Ward, c => c.Reason),
            Organisations = List<Organisation>(byKind[Organisation]),
            Topics = List<Topic>(byKind[Topic]),
            Datasets = List<DatasetDefinition>(byKind[Dataset]),
            Indicators = List<IndicatorDefinition>(byKind[Indicator]),
            Breaks = List<RecordingBreak>(byKind[Break]),
            Support = List<Support>(byKind[Support]),
            Gateways = List<Gateway>(byKind[Gateway]),
            Agreements = List<SharingAgreement>(byKind[Agreement]),
            PrescribedSets = List<PrescribedSet>(byKind[PrescribedSet]),
            PrescribedProviders = List<PrescribedProvider>(byKind[PrescribedProvider]),
            Issues = List<Issue>(byKind[Issue]),
            Synonyms = List<Synonym>(byKind[Synonym]),
            Matrices = List<RankingMatrix>(byKind[Matrix]),
            ExceptionRules = List<ExceptionRule>(byKind[Rule]),
            Escalation = List<EscalationLevel>(byKind[Level]),
        };
    }

    private static List<T> List<T>(IEnumerable<string> rows) => [.. rows.Select(Json.Read<T>)];

    private static PackEntry One<T>(string kind, string id, T value, int position, DateOnly? from = null, DateOnly? to = null, int version = 1) =>
        new(kind, id, version, from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue, position, Json.Text(value));
}

internal sealed record PackHeading(string Id, string Title, string Version, bool Synthetic, AreaCode Force, string ForceSlug);

internal sealed record ComparatorEntry(AreaCode Area, AreaCode ComparedWith);

internal sealed record RateCautionEntry(AreaCode Ward, string Reason);
