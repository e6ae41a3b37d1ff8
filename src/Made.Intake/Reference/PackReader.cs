using Made.Core;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Intake.Reference;

/// <summary>Reads a pack's folder, and first the folders it uses: a later row with the same id replaces the earlier one. Format: docs/packs.md.</summary>
public static class PackReader
{
    /// <summary>The pack, or the first thing that is wrong with it, which says how many more there are.</summary>
    public static Outcome<Pack> Read(string folder)
    {
        var (pack, problems) = ReadAll(folder);
        if (pack is not null && problems.Count == 0)
            return pack;
        var first = problems[0];
        return problems.Count == 1 ? first : first with { Message = $"{first.Message} There are {problems.Count - 1} more problems in this pack." };
    }

    /// <summary>The pack as far as it could be read, with everything that is wrong with it.</summary>
    public static (Pack? Pack, IReadOnlyList<Problem> Problems) ReadAll(string folder)
    {
        var problems = new List<Problem>();
        var (rows, thread) = (new PackRows(problems), new PackThread(problems));
        var head = Load(Path.GetFullPath(folder), rows, thread, problems, []);
        if (head is null)
            return (null, problems);
        var pack = Assemble(head, rows, thread);
        if (head.Force.Length == 0)
            problems.Add(PackProblems.Entry("pack.json", head.Id, "force", "the code of the police force area is missing"));
        if (problems.Count == 0)
            PackChecks.Check(pack, problems);
        return (pack, problems);
    }

    private static PackHead? Load(string folder, PackRows rows, PackThread thread, List<Problem> problems, IReadOnlyList<string> above)
    {
        if (above.Contains(folder))
        {
            problems.Add(PackProblems.Circle(folder));
            return null;
        }
        if (!File.Exists(Path.Combine(folder, "pack.json")))
        {
            problems.Add(PackProblems.Missing(Path.Combine(folder, "pack.json")));
            return null;
        }
        var head = PackJson.Read<PackHead>(folder, "pack.json", problems);
        if (head is null)
            return null;
        foreach (var used in head.Uses)
            Load(Path.GetFullPath(Path.Combine(folder, used)), rows, thread, problems, [.. above, folder]);
        rows.ReadFolder(folder);
        thread.ReadFolder(folder);
        PackJson.ReadSchemas(folder, rows.Schemas, problems);
        foreach (var dataset in PackJson.ReadWithSchemas<DatasetDefinition>(folder, "datasets.json", rows.Schemas, problems))
            rows.Datasets[dataset.Id] = dataset;
        foreach (var indicator in PackJson.Read<List<IndicatorDefinition>>(folder, "indicators.json", problems) ?? [])
            rows.Indicators[indicator.Id] = indicator;
        foreach (var agreement in PackJson.Read<List<SharingAgreement>>(folder, "sharing-agreements.json", problems) ?? [])
            rows.Agreements[agreement.Id] = agreement;
        return head;
    }

    private static Pack Assemble(PackHead head, PackRows rows, PackThread thread) => new()
    {
        Id = head.Id,
        Title = head.Title,
        Version = head.Version,
        Synthetic = head.Synthetic,
        Force = new AreaCode(head.Force),
        ForceSlug = head.ForceSlug,
        Areas = [.. rows.Areas.Values],
        Memberships = [.. rows.Memberships.Values],
        Comparators = rows.Comparators,
        RateCautions = rows.RateCautions,
        Organisations = [.. rows.Organisations.Values],
        Topics = [.. rows.Topics.Values],
        Datasets = [.. rows.Datasets.Values],
        Indicators = [.. rows.Indicators.Values.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal)],
        Breaks = [.. rows.Breaks.Values.OrderBy(b => b.Month)],
        Support = [.. rows.Support.Values],
        Gateways = [.. rows.Gateways.Values],
        Agreements = [.. rows.Agreements.Values],
        PrescribedSets = [.. rows.PrescribedSets.Values.OrderBy(s => s.Number)],
        PrescribedProviders = [.. rows.PrescribedProviders.Values],
        Issues = [.. thread.Issues.Values],
        Synonyms = [.. thread.Synonyms.Values],
        Matrices = [.. thread.Matrices.Values],
        ExceptionRules = [.. thread.Rules.Values],
        Escalation = [.. thread.Levels.Values],
        Thread = thread.Entries([.. rows.Areas.Values]),
    };

    private sealed record PackHead
    {
        public required string Id { get; init; }

        public required string Title { get; init; }

        public required string Version { get; init; }

        public required bool Synthetic { get; init; }

        public IReadOnlyList<string> Uses { get; init; } = [];

        public string Force { get; init; } = "";

        public string ForceSlug { get; init; } = "";
    }
}
