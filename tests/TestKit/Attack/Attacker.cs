namespace Made.TestKit.Attack;

/// <summary>A figure that adds up parts, less others where two things are subtracted: one that readers are shown (or can write down), or one that they would like to know.</summary>
public sealed record Known(string Name, IReadOnlyList<int> Parts, bool IsShown)
{
    public IReadOnlyList<int> Less { get; init; } = [];
}

/// <summary>What can be said of a figure that is not shown: it lies between two numbers.</summary>
public sealed record Limits(string Name, int Truth, double Least, double Most)
{
    /// <summary>True for a count, or a difference of two, of 1 to 4 people.</summary>
    public bool IsSmall => Math.Abs(Truth) is > 0 and < 5;

    /// <summary>How many whole numbers remain possible.</summary>
    public double Possible => Math.Floor(Most + 1e-6) - Math.Ceiling(Least - 1e-6) + 1;

    /// <summary>True where it is known to be 0: a 0 is no secret.</summary>
    public bool IsNobody => Most < 1e-6 && Least > -1e-6;

    /// <summary>True where fewer than five whole numbers remain: a count known to be 1 to 4 is one of those.</summary>
    public bool IsFound => Possible < 5 && !IsNobody;

    public override string ToString() => $"{Name}: {Least:0.###} to {Most:0.###}";
}

/// <summary>
/// A reader who writes every shown figure as an equation over parts and solves for the rest. Parts that no figure tells apart are one unknown; what is shown as 0 makes its
/// parts 0; unknowns that share no equation are solved apart. What is no figure of its own and counts 1 to 4 is attacked too: the sliver between two geographies, the kind
/// that only "all less the others" tells.
/// </summary>
public sealed class Attacker
{
    private readonly IReadOnlyList<Known> figures;
    private readonly List<List<int>> unknowns;
    private readonly int[] unknownOf;
    private readonly int[] truth;
    private readonly bool[] told;
    private readonly Dictionary<int, (AttackedBlock Block, int At)> places = [];

    /// <param name="truth">The true count of every part.</param>
    /// <param name="figures">Shown and hidden figures.</param>
    /// <param name="enough">Limits this far apart are not followed further.</param>
    public Attacker(IReadOnlyList<int> truth, IReadOnlyList<Known> figures, double enough = double.PositiveInfinity)
    {
        this.figures = figures;
        (unknowns, unknownOf) = Alike(truth.Count);
        this.truth = [.. unknowns.Select(u => u.Sum(p => truth[p]))];
        told = new bool[unknowns.Count];
        var blocks = Split(Told());
        // What is withheld under one name and shown under another is no secret.
        var shown = figures.Where(f => f.IsShown).Select(f => Name(SumOf(f))).ToHashSet();
        var hidden = figures.Where(f => !f.IsShown).Select(f => (f.Name, Sum: SumOf(f))).Where(f => !shown.Contains(Name(f.Sum))).ToList();
        var named = hidden.Where(h => h.Sum.Count == 1).Select(h => h.Sum.Keys.First()).ToHashSet();
        var slivers = Enumerable.Range(0, unknowns.Count).Where(u => this.truth[u] is > 0 and < 5 && !named.Contains(u))
            .Select(u => ($"something in {Smallest(u)}", Sum: new Dictionary<int, int> { [u] = 1 })).ToList();
        var wanted = hidden.Concat(slivers).Select(t => (t.Item1, Truth: t.Sum.Sum(s => s.Value * this.truth[s.Key]), Parts: Register(t.Sum))).ToList();
        foreach (var block in blocks)
            block.Solve(enough);
        var limits = wanted.ConvertAll(t => LimitsOf(t.Item1, t.Truth, t.Parts));
        (Hidden, Slivers) = (limits[..hidden.Count], limits[hidden.Count..]);
    }

    /// <summary>The limits of every hidden figure.</summary>
    public IReadOnlyList<Limits> Hidden { get; }

    /// <summary>The limits of everything of 1 to 4 that is no hidden figure and that readers can not tell further apart.</summary>
    public IReadOnlyList<Limits> Slivers { get; }

    /// <summary>What the reader has found.</summary>
    public IReadOnlyList<Limits> Found => [.. Hidden.Concat(Slivers).Where(l => l.IsFound)];

    /// <summary>The fewest whole numbers that remain possible for a hidden figure.</summary>
    public double Narrowest => Hidden.Where(h => !h.IsNobody).Select(h => h.Possible).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Parts that the same figures hold are one unknown.</summary>
    private (List<List<int>> Unknowns, int[] Of) Alike(int parts)
    {
        var marks = new List<int>[parts];
        for (var f = 0; f < figures.Count; f++)
        {
            foreach (var p in figures[f].Parts)
                (marks[p] ??= []).Add(2 * f);
            foreach (var p in figures[f].Less)
                (marks[p] ??= []).Add(2 * f + 1);
        }
        var groups = Enumerable.Range(0, parts).Where(p => marks[p] is not null).GroupBy(p => string.Join(' ', marks[p])).Select(g => g.ToList()).ToList();
        var of = Enumerable.Repeat(-1, parts).ToArray();
        for (var u = 0; u < groups.Count; u++)
        {
            foreach (var p in groups[u])
                of[p] = u;
        }
        return (groups, of);
    }

    /// <summary>What needs no solving (shown alone, all that is left of a shown sum, in a sum of 0), and the equations that are left.</summary>
    private List<int[]> Told()
    {
        var equations = figures.Where(f => f.IsShown).Select(f => f.Parts.Select(p => unknownOf[p]).Distinct().Order().ToArray()).DistinctBy(e => string.Join(' ', e)).ToList();
        for (var again = true; again;)
        {
            again = false;
            for (var e = 0; e < equations.Count; e++)
            {
                equations[e] = [.. equations[e].Where(u => !told[u])];
                if (equations[e].Length == 1 || equations[e].All(u => truth[u] == 0))
                {
                    again |= equations[e].Length > 0;
                    foreach (var u in equations[e])
                        told[u] = true;
                }
            }
            equations.RemoveAll(e => e.All(u => told[u]));
        }
        return [.. equations.DistinctBy(e => string.Join(' ', e))];
    }

    /// <summary>Unknowns that hang together by equations.</summary>
    private List<AttackedBlock> Split(List<int[]> equations)
    {
        int[] root = [.. Enumerable.Range(0, unknowns.Count)];
        foreach (var equation in equations)
        {
            foreach (var u in equation)
                root[Root(u)] = Root(equation[0]);
        }
        var blocks = new List<AttackedBlock>();
        foreach (var of in equations.GroupBy(e => Root(e[0])))
        {
            var members = of.SelectMany(e => e).Distinct().Order().ToList();
            var at = members.Select((u, i) => (u, i)).ToDictionary(p => p.u, p => p.i);
            blocks.Add(new AttackedBlock([.. of.Select(e => e.Select(u => at[u]).ToArray())], [.. members.Select(u => truth[u])]));
            foreach (var u in members)
                places[u] = (blocks[^1], at[u]);
        }
        return blocks;

        int Root(int u)
        {
            while (root[u] != u)
                u = root[u] = root[root[u]];
            return u;
        }
    }

    private Dictionary<int, int> SumOf(Known figure)
    {
        var sum = figure.Parts.Select(p => unknownOf[p]).Distinct().ToDictionary(u => u, _ => 1);
        foreach (var u in figure.Less.Select(p => unknownOf[p]).Distinct())
            sum[u] = sum.GetValueOrDefault(u) - 1;
        return sum;
    }

    private static string Name(Dictionary<int, int> sum) => string.Join(' ', sum.OrderBy(s => s.Key));

    private Asked Register(Dictionary<int, int> sum) => new(
        sum.Where(s => told[s.Key]).Sum(s => s.Value * truth[s.Key]),
        [.. sum.Where(s => s.Value != 0 && places.ContainsKey(s.Key)).GroupBy(s => places[s.Key].Block).Select(g => (g.Key, g.Key.Add([.. g.Select(s => (places[s.Key].At, s.Value))])))],
        sum.Any(s => s.Value > 0 && IsFree(s.Key)),
        sum.Any(s => s.Value < 0 && IsFree(s.Key)));

    private bool IsFree(int unknown) => !told[unknown] && !places.ContainsKey(unknown);

    private static Limits LimitsOf(string name, int truth, Asked asked) => new(
        name,
        truth,
        asked.FreeBelow ? double.NegativeInfinity : asked.Told + asked.Parts.Sum(p => p.Block.Least[p.Target]),
        asked.FreeAbove ? double.PositiveInfinity : asked.Told + asked.Parts.Sum(p => p.Block.Most[p.Target]));

    private string Smallest(int unknown) => figures.Where(f => f.Parts.Contains(unknowns[unknown][0])).MinBy(f => f.Parts.Count)?.Name ?? "nothing";

    /// <summary>A sum wanted: what of it is told, what each block says to it, and whether unknowns in no equation move it.</summary>
    private sealed record Asked(int Told, IReadOnlyList<(AttackedBlock Block, int Target)> Parts, bool FreeAbove, bool FreeBelow);
}
