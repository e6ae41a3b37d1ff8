using System.Security.Cryptography;
using System.Text;
using Made.Core.Calendar;
using Made.Core.Disclosure.Audit;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.Tests.Unit.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>
/// What an edition withholds is part of it, and an edition that is made again must be the same: another pattern is another rule with a version of its own.
/// Drawn partnerships hold every kind of indicator there is, over fifteen months in which a CSP gains a district; the attack must find nothing in them,
/// and what it finds in figures shown at random is held as well.
/// </summary>
public sealed class ReleasePatternTests
{
    private const int Worlds = 4;

    private static readonly Month Start = new(2019, 2), Last = new(2020, 4);

    private static readonly IndicatorDefinition[] Kinds =
    [
        Releases.Kind("all"),
        Releases.Kind("b", "b"),
        Releases.Kind("but-b") with { Filter = new CategoryFilter { Except = ["b"] }, Topic = "domestic-abuse" },
        Releases.Kind("share", "b") with { Denominator = DenominatorKind.Records, Multiplier = 100 },
        Releases.Kind("harm") with { Weights = new Dictionary<string, double> { ["a"] = 2, ["b"] = 3 } },
        Samples.Indicator("open", "o", "o", "o", CategoryFilter.Everything, dataset: "open"),
        Samples.Indicator("ratio", "r", "r", "r", CategoryFilter.Everything, dataset: "open") with { Denominator = DenominatorKind.Records, BaseDataset = "crimes", Multiplier = 100 },
        Samples.Indicator("done", "d", "d", "d", CategoryFilter.Everything, dataset: "returns") with { Denominator = DenominatorKind.Reported, Multiplier = 100 },
    ];

    [Theory]
    [InlineData("two partners", 3018, "dbed3253b738")]
    [InlineData("one partner", 4156, "4e46e3d1d602")]
    [InlineData("without topics", 3393, "3342761e5600")]
    public void What_is_withheld_is_what_this_version_of_the_rule_withholds(string family, int shown, string digest)
    {
        var patterns = new StringBuilder();
        var counts = 0;
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var inputs = Drawn(family, seed, revised: false);
            var first = Sealed(inputs);
            var revision = Drawn(family, seed, revised: true) with { Earlier = (i, a, p) => first.GetValueOrDefault((i, a, p)) };
            var second = Sealed(revision);
            new ReleaseAudit(inputs, Shows(first)).Run(Last).ShouldBeEmpty($"{family} {seed}");
            foreach (var edition in new[] { first, second })
            {
                foreach (var (key, measure) in edition.OrderBy(m => m.Key.Indicator, StringComparer.Ordinal).ThenBy(m => m.Key.Area.Value, StringComparer.Ordinal).ThenBy(m => m.Key.Period.Code, StringComparer.Ordinal))
                    patterns.AppendLine($"{key.Indicator} {key.Area} {key.Period.Code} {(int)measure.Withheld}");
                counts += edition.Values.Count(m => m.Count.IsNumber && Releases.IsSealedShown(m));
            }
        }
        (counts, Digest(patterns)).ShouldBe((shown, digest));
    }

    [Theory]
    [InlineData("two partners", 855, "e843826ea90d")]
    [InlineData("one partner", 674, "f842c0b8ae82")]
    [InlineData("without topics", 829, "eafad1145390")]
    public void What_the_attack_finds_in_figures_shown_at_random_is_held(string family, int found, string digest)
    {
        var findings = new StringBuilder();
        var all = 0;
        for (var seed = 1; seed <= Worlds; seed++)
        {
            var inputs = Drawn(family, seed, revised: false);
            var random = new Random(seed);
            var measures = Sealed(inputs);
            var shown = measures.Keys.OrderBy(k => k.Indicator, StringComparer.Ordinal).ThenBy(k => k.Area.Value, StringComparer.Ordinal).ThenBy(k => k.Period.Code, StringComparer.Ordinal)
                .Where(_ => random.Next(10) < 7).ToHashSet();
            var audit = new ReleaseAudit(inputs, (i, a, p) => shown.Contains((i, a, p)));
            foreach (var f in audit.Run(Last))
            {
                findings.AppendLine($"{f.Attack} {f.Indicator} {f.Area} {f.Period} {f.Finding}");
                all++;
            }
            findings.AppendLine($"{audit.Hidden} {audit.Shown}");
        }
        (all, Digest(findings)).ShouldBe((found, digest));
    }

    private static Func<string, AreaCode, Period, bool> Shows(Dictionary<(string, AreaCode, Period), Measure> edition) =>
        (i, a, p) => edition.TryGetValue((i, a, p), out var m) && Releases.IsSealedShown(m);

    private static Dictionary<(string Indicator, AreaCode Area, Period Period), Measure> Sealed(MeasureInputs inputs)
    {
        var builder = new MeasureBuilder(inputs);
        return Month.Range(Start, Last).SelectMany(builder.Build).ToDictionary(m => (m.Indicator, m.Area, m.Period));
    }

    /// <summary>A partnership by chance; revised, a few of its counts are others.</summary>
    private static MeasureInputs Drawn(string family, int seed, bool revised)
    {
        int Draw(string what, AreaCode area, Month month, int below)
        {
            var random = new Random(HashCode(what, area, month, seed));
            var (first, touched, change) = (random.Next(4) == 0 ? random.Next(Math.Min(12, below)) : random.Next(below), random.Next(5) == 0, random.Next(-6, 9));
            return revised && touched ? Math.Max(0, first + change) : first;
        }
        int OfKindB(AreaCode district, Month month) => Draw("b", district, month, 25);
        List<ReportedValue> reported = [];
        foreach (var month in Month.Range(Start, Last))
        {
            int[] each = [.. new[] { SmallWorld.North, SmallWorld.South, SmallWorld.East }.Select(d => Draw("done", d, month, 40))];
            reported.AddRange([Value("N", each[0], month), Value("S", each[1], month), Value("E", each[2], month), Value("CTY", each.Sum() + Draw("rest", SmallWorld.County, month, 9), month)]);
        }
        return new SmallWorld
        {
            Policy = DisclosurePolicy.Partner,
            OpenPolicy = family == "one partner" ? DisclosurePolicy.AlreadyPublic : DisclosurePolicy.Partner,
            Topics = family == "without topics" ? [] : [Releases.Ordinary, Releases.Sensitive],
            Crimes = (d, m) => Draw("a", d, m, 70) + OfKindB(d, m),
            OfKindB = OfKindB,
            Open = (d, m) => Draw("open", d, m, 50),
            Lost = m => Draw("lost", SmallWorld.Force, m, 5),
            Indicators = family == "without topics" ? [.. Kinds.Select(k => k with { Topic = null })] : Kinds,
            Reported = reported,
        }.Inputs() with { First = Start };
    }

    private static ReportedValue Value(string area, int count, Month month) => new()
    {
        Indicator = "done",
        Area = area,
        Start = month.FirstDay,
        End = month.LastDay,
        Status = "final",
        Numerator = Quantity.Of(count),
        Denominator = Quantity.Of(1_000),
        Value = Quantity.Missing(Absence.NotReported),
    };

    private static int HashCode(string what, AreaCode area, Month month, int seed) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{what} {area} {month.Index} {seed}")));

    private static string Digest(StringBuilder text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
}
