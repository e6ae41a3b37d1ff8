using System.Runtime.InteropServices;
using Made.Core.Calendar;
using Made.Core.Coarsening;
using Made.Core.Disclosure.Anonymity;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Intake.Checking;

namespace Made.Intake.Coarsening;

/// <summary>Counts the records of one file that are alike in everything that would be kept of them, and judges the claim that they are de-personalised.</summary>
internal sealed class RecordGroups(Depersonalised claim, DatasetDefinition dataset)
{
    /// <summary>Small groups that are named one by one.</summary>
    private const int Named = 20;

    private readonly Dictionary<Group, (int Size, long First)> groups = [];

    public void Add(FactBatch batch, int at, long row)
    {
        var more = batch.Bands!;
        var group = new Group(batch.Lsoa[at], batch.Month[at], more.PartOfDay[at], batch.Category[at], batch.Detail[at], more.Age[at], more.Sex[at]);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out var before);
        known = (known.Size + 1, before ? known.First : row);
    }

    /// <summary>False where the file must be refused; the log then says why, and what would help.</summary>
    /// <param name="texts">The supply's texts.</param>
    /// <param name="districtOf">The district of an area that is kept.</param>
    /// <param name="log">Where it is said.</param>
    public bool Judge(FactTexts texts, Func<string, string> districtOf, FindingLog log)
    {
        var counted = groups.Select(g => new AnonymityClass(Values(g.Key, texts), g.Value.Size, g.Value.First)).ToList();
        if (!KAnonymity.Of(counted).Succeeded(out var result, out _) || result.K >= claim.K)
            return true;
        var coarser = Coarser(result, districtOf).ToList();
        var summary = new GroupSummary(result.Records, claim.K, result.Below(claim.K), Named, [.. Kept(result).Select(m => m.Name)], [.. coarser.Select(c => (c.Name, c.Result.ClassesBelow(claim.K)))]);
        log.Add(claim.Below == SmallGroups.Refuse ? GroupFindings.Refused(dataset, summary) : GroupFindings.Reported(dataset, summary));
        foreach (var small in summary.Small.Take(Named))
            log.Add(GroupFindings.One(small, claim.K, [.. coarser.Where(c => c.Result.SizeOf(c.Of(small.Values)) >= claim.K).Select(c => c.Name)]));
        return claim.Below == SmallGroups.Report;
    }

    private static string[] Values(Group g, FactTexts t) =>
    [
        t.Lsoa.Values[g.Place], Month.FromIndex(g.Month).ToString(), t.PartOfDay.Values[g.Part], t.Category.Values[g.Category], t.Detail.Values[g.Detail], t.Age.Values[g.Age],
        t.Sex.Values[g.Sex],
    ];

    /// <summary>What is kept at all, in the words of a sentence. A member that is empty in every record was not kept.</summary>
    private static IEnumerable<(string Name, int At)> Kept(KAnonymityResult result) =>
        GroupFindings.Members.Index().Where(m => result.Classes.Any(c => c.Values[m.Index].Length > 0)).Select(m => (m.Item, m.Index));

    /// <summary>One step coarser in one thing at a time. Month and category are what a file is for, so that neither is proposed to be left out.</summary>
    private static IEnumerable<(string Name, Func<IReadOnlyList<string>, IReadOnlyList<string>> Of, KAnonymityResult Result)> Coarser(KAnonymityResult result, Func<string, string> districtOf)
    {
        foreach (var (name, at) in Kept(result).Where(m => m.At is not (GroupFindings.Month or GroupFindings.Category)))
        {
            var isArea = at == GroupFindings.Area && result.Classes.Any(c => districtOf(c.Values[at]) != c.Values[at]);
            IReadOnlyList<string> Of(IReadOnlyList<string> values) => [.. values.Select((v, i) => i != at ? v : isArea ? districtOf(v) : "")];
            yield return (isArea ? "with districts as the area" : $"without the {name}", Of, result.With(Of));
        }
    }

    private readonly record struct Group(int Place, int Month, int Part, int Category, int Detail, int Age, int Sex);
}
