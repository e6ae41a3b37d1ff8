using Made.Core;
using Made.Core.Exchange;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Intake.Reference;

/// <summary>What holds for the sharing register of a pack: agreements, what datasets say about data protection, and who owes the prescribed sets.</summary>
internal static class SharingChecks
{
    public static void Check(Pack pack, List<Problem> problems)
    {
        var organisations = pack.Organisations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var agreement in pack.Agreements)
        {
            problems.AddRange(SharingRules.Broken(agreement, pack).Select(b => PackProblems.Entry("sharing-agreements.json", agreement.Id, b.Field, b.Why)));
            foreach (var signature in agreement.Signed.Where(s => !organisations.Contains(s.Organisation)))
                problems.Add(PackProblems.Entry("sharing-agreements.json", agreement.Id, "signed", $"'{signature.Organisation}' is not an organisation of this pack"));
        }
        foreach (var dataset in pack.Datasets.Where(d => d.Protection is not null))
            Check(dataset, dataset.Protection!, organisations, pack, problems);
        var sets = pack.PrescribedSets.Select(s => s.Number).ToHashSet();
        foreach (var provider in pack.PrescribedProviders)
        {
            if (!sets.Contains(provider.Set))
                problems.Add(PackProblems.Entry("prescribed-providers.csv", provider.Organisation, "set", $"{provider.Set} is not a prescribed set"));
            if (!organisations.Contains(provider.Organisation))
                problems.Add(PackProblems.Entry("prescribed-providers.csv", provider.Organisation, "organisation", "is not an organisation of this pack"));
        }
    }

    private static void Check(DatasetDefinition dataset, DatasetProtection protection, HashSet<string> organisations, Pack pack, List<Problem> problems)
    {
        void Wrong(string field, bool isWrong, string why)
        {
            if (isWrong)
                problems.Add(PackProblems.Entry("datasets.json", dataset.Id, $"protection.{field}", why));
        }
        Wrong("controller", !organisations.Contains(protection.Controller), $"'{protection.Controller}' is not an organisation of this pack");
        Wrong("basis", protection.Basis.Length == 0, "is empty");
        Wrong("gateways", protection.Gateways.Count == 0, "no legal gateway is given");
        foreach (var id in protection.Gateways.Where(id => pack.Gateways.All(g => g.Id != id)))
            Wrong("gateways", true, $"'{id}' is not a gateway of this pack");
        Wrong("retentionMonths", protection.RetentionMonths < 1, "no time is given after which the facts are destroyed");
        Wrong("originalKeptDays", protection.OriginalKeptDays < 0 || protection.OriginalKeptDays > 31 * protection.RetentionMonths, "is less than 0 or more than the facts are kept");
    }
}
