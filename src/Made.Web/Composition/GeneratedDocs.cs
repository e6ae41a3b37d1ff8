using System.Text;
using Made.Core.Access;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.Store.Audit;
using Made.Web.Api;

namespace Made.Web.Composition;

/// <summary>Documents made from what the program knows, so that they cannot go stale.</summary>
internal static class GeneratedDocs
{
    public static IEnumerable<(string Name, string Text)> All()
    {
        yield return ("measures.md", Measures());
        yield return ("audit-kinds.md", AuditKinds());
        yield return ("access.md", Access());
        yield return ("problems.md", Problems());
        if (BillOfMaterials.Of(Packs.ProgramRoot) is { } bill)
            yield return ("bill-of-materials.json", bill);
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(Packs.ProgramRoot, "packs")).Order(StringComparer.Ordinal))
            if (PackReader.Read(folder).Succeeded(out var pack, out _))
                yield return ($"pack-{pack.Id}.md", Pack(pack));
    }

    private static string Protected(Pack pack, DatasetDefinition dataset)
    {
        if (dataset.Disclosure != DisclosurePolicy.Partner)
            return "";
        var topic = DisclosureRule.TopicOf(pack, dataset.Topic);
        return $" A partner's own figures, topic {topic.Id}: {topic.Words()}";
    }

    private static string Measures()
    {
        var text = new StringBuilder("# Columns of a measure\n\nThe same in `made measures`, `/api/v1/measures`, the files of an edition (`/api/v1/editions/MONTH/NUMBER/measures.csv`, `.parquet`, `.ods`, `.xlsx`) and the downloads. In Parquet an empty cell is no value. Generated.\n\n");
        foreach (var column in MeasureColumn.All)
            text.Append($"- `{column.Name}` ({column.Type.ToString().ToLowerInvariant()}): {column.Says}\n");
        return text.ToString();
    }

    private static string Access()
    {
        var text = new StringBuilder("# Who can see what\n\nThe matrix that the program decides by. *yes*: everything; *own*: what the organisation supplies, or what lies in the district; *no*: answered as if nothing were there. Generated.\n");
        foreach (var rule in AccessMatrix.Rules)
        {
            text.Append($"\n## {rule.Resource.Words()}: {rule.Deed.Words()}\n\n{rule.Why}\n\n");
            foreach (var reach in new[] { Reach.All, Reach.Own, Reach.None })
                if (Roles.All.Where(r => rule.ReachOf(r) == reach).Select(r => r.Words()).ToList() is { Count: > 0 } named)
                    text.Append($"- {reach.Words()}: {string.Join(", ", named)}\n");
        }
        return text.ToString();
    }

    private static string AuditKinds()
    {
        var text = new StringBuilder("""
            # Kinds of change in the audit

            What the audit can say happened, and what it is in the words of section 62 of the Data Protection Act 2018. Generated.

            Consultation is the opening of a sealed original: nothing else here reads records about people. Erasure is the destroying of a key. Downloads of published figures are of counts that have passed disclosure control and leave no row.

            | Kind | Section 62 | What happened |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var kind in LoggingKinds.All)
            text.Append($"| `{kind.Code}` | {kind.Logged.ToString().ToLowerInvariant()} | {kind.Words} |\n");
        return text.ToString();
    }

    private static string Problems()
    {
        var text = new StringBuilder("# What can be wrong\n\nEvery expected failure, by feature: the code that programs may rely on, what is said, and what can be done. In braces what differs from case to case. Generated.\n");
        foreach (var feature in ProblemList.All().GroupBy(p => p.Feature))
        {
            text.Append($"\n## {feature.Key}\n\n| Code | What is said | What to do |\n|---|---|---|\n");
            foreach (var problem in feature)
                text.Append($"| `{problem.Code}` | {Cell(problem.Message)} | {Cell(problem.Remedy)} |\n");
        }
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static string Pack(Pack pack)
    {
        var text = new StringBuilder($"# {pack.Title}\n\nPack `{pack.Id}`, version {pack.Version}{(pack.Synthetic ? ", SYNTHETIC" : "")}. Generated.\n\n## Datasets\n\n");
        foreach (var d in pack.Datasets)
            text.Append($"### `{d.Id}`: {d.Title}\n\n{d.Description}\n\nSource: {d.Source}. Licence: {d.Licence}. Every {(d.FrequencyMonths == 1 ? "month" : $"{d.FrequencyMonths} months")}, due {d.DueDays} days after.{Protected(pack, d)}\n\n");
        text.Append("## Indicators\n\n");
        foreach (var i in pack.Indicators.OrderBy(i => i.Order).ThenBy(i => i.Id, StringComparer.Ordinal))
        {
            text.Append($"### `{i.Id}`: {i.Title}\n\n{i.Definition}\n\n");
            text.Append($"- Numerator: {i.NumeratorText}\n- Denominator: {i.DenominatorText}\n- Unit: {i.Unit}\n- Polarity: {i.Polarity}{(i.PolarityReason.Length > 0 ? $" ({i.PolarityReason})" : "")}\n- Seasonal: {(i.Seasonal ? "yes" : "no")}\n- Source: {i.Source}\n");
            foreach (var caveat in i.Caveats)
                text.Append($"- Careful: {caveat}\n");
            text.Append('\n');
        }
        return text.ToString();
    }
}
