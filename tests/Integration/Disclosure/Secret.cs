using Made.TestKit.Attack;

namespace Made.Tests.Integration.Disclosure;

/// <summary>
/// What is true of two releases of the same records, counted by place, month and kind. The attack knows more than any reader can: which of these counts the revision
/// left alone, so that both editions speak of the same unknowns there.
/// </summary>
internal sealed class Secret
{
    /// <summary>Limits this far apart are not followed further.</summary>
    private const double Enough = 8;

    private readonly ILookup<string, string> placesOf;
    private readonly AttackedIndicators indicators;
    private readonly Dictionary<(string Place, string Month, string Kind), int>[] parts = [[], []];
    private readonly List<int> truth = [];
    private readonly HashSet<string> months;

    /// <param name="placesOf">The finest places that each area adds up.</param>
    /// <param name="indicators">What the published indicators count.</param>
    /// <param name="first">The records of the first release, by finest place.</param>
    /// <param name="second">The records of the second.</param>
    public Secret(ILookup<string, string> placesOf, AttackedIndicators indicators, IReadOnlyList<SecretRecord> first, IReadOnlyList<SecretRecord> second)
    {
        (this.placesOf, this.indicators) = (placesOf, indicators);
        var counts = new[] { first, second }.Select(records => records.CountBy(r => (r.Place, r.Month, r.Kind)).ToDictionary()).ToArray();
        months = [.. first.Select(r => r.Month)];
        foreach (var part in from p in placesOf.SelectMany(a => a).Distinct() from m in months from k in indicators.All select (p, m, k))
        {
            var (before, after) = (counts[0].GetValueOrDefault(part), counts[1].GetValueOrDefault(part));
            parts[0][part] = Part(before);
            parts[1][part] = before == after ? parts[0][part] : Part(after);
        }
    }

    /// <summary>Every area of a county with its wards.</summary>
    public static ILookup<string, string> Wards(IEnumerable<(string Lsoa, string Ward, string District)> geography) =>
        geography.SelectMany(g => Above(g.District).Prepend(g.Ward).Select(a => (Area: a, g.Ward))).Distinct().ToLookup(a => a.Area, a => a.Ward);

    /// <summary>Districts and what adds them up, with records of no place for the force alone.</summary>
    public static ILookup<string, string> Districts(IEnumerable<(string Lsoa, string Ward, string District)> geography) =>
        geography.Select(g => g.District).Distinct().SelectMany(d => Above(d).Select(a => (Area: a, District: d))).Append((Area: "FORCE", District: "")).ToLookup(a => a.Area, a => a.District);

    /// <summary>True where records are held for every month of the figure.</summary>
    public bool Holds(Figure figure) => figure.Months.All(months.Contains);

    public int Count(Figure figure, int edition) => Parts(figure, edition, figure.Row["indicator"]).Sum(p => truth[p]);

    /// <summary>Attacks one edition as far as it is shown.</summary>
    public Attacker Attack(IReadOnlyList<Figure> published, int edition, Func<Figure, bool> isShown) => new(truth, Known(published, edition, isShown), Enough);

    /// <summary>Attacks both editions at once, and every difference between them that counts 1 to 4.</summary>
    public Attacker AttackBoth(IReadOnlyList<Figure> before, IReadOnlyList<Figure> after, Func<Figure, bool> isShownAfter)
    {
        var changes = parts[0].Keys.Where(p => Math.Abs(truth[parts[0][p]] - truth[parts[1][p]]) is > 0 and < 5)
            .Select(p => new Known($"change of {p}", [parts[1][p]], false) { Less = [parts[0][p]] });
        return new Attacker(truth, [.. Known(before, 0, f => f.IsShown), .. Known(after, 1, isShownAfter), .. changes], Enough);
    }

    private List<Known> Known(IReadOnlyList<Figure> published, int edition, Func<Figure, bool> isShown)
    {
        var figures = new List<Known>();
        foreach (var figure in published.Where(f => f.IsShown || (f.IsHidden && f.IsOffered)))
        {
            var name = $"{figure.Key} in edition {edition + 1}";
            figures.Add(new Known(name, Parts(figure, edition, figure.Row["indicator"]), isShown(figure)));
            if (figure.Row["indicator"] == indicators.Share && figure.Row["denominator"].Length > 0)
                figures.Add(new Known($"base of {name}", Parts(figure, edition, indicators.ShareOf), true));
        }
        return figures;
    }

    private static string[] Above(string district) => [district, $"CSP-{district}", "AREA", "COUNTY", "FORCE"];

    private int[] Parts(Figure figure, int edition, string indicator) =>
    [
        .. from place in placesOf[figure.Row["area_code"]] from month in figure.Months from kind in indicators.Kinds[indicator] select parts[edition][(place, month, kind)],
    ];

    private int Part(int count)
    {
        truth.Add(count);
        return truth.Count - 1;
    }
}
