using Made.TestKit.Attack;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

/// <summary>The attack that tests make of their own is itself checked: against every table there is, and against published cases.</summary>
public class AttackerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Its_limits_are_those_of_all_tables_that_agree_with_what_is_shown(int seed)
    {
        var random = new Random(seed);
        int[] truth = [.. Enumerable.Range(0, 9).Select(_ => random.Next(0, 4))];
        var figures = Enumerable.Range(0, 9).Select(p => new Known($"cell {p}", [p], random.Next(3) == 0))
            .Concat(Enumerable.Range(0, 3).Select(r => new Known($"row {r}", [3 * r, 3 * r + 1, 3 * r + 2], random.Next(5) > 0)))
            .Concat(Enumerable.Range(0, 3).Select(c => new Known($"column {c}", [c, c + 3, c + 6], random.Next(5) > 0)))
            .Append(new Known("all", [.. Enumerable.Range(0, 9)], true)).ToList();
        var all = Tables(truth.Sum()).Where(t => figures.Where(f => f.IsShown).All(f => f.Parts.Sum(p => t[p]) == f.Parts.Sum(p => truth[p]))).ToList();
        var attack = new Attacker(truth, figures);
        foreach (var (figure, limits) in figures.Where(f => !f.IsShown).Zip(attack.Hidden))
        {
            limits.Name.ShouldBe(figure.Name);
            limits.Least.ShouldBe(all.Min(t => figure.Parts.Sum(p => t[p])), 1e-6, figure.Name);
            limits.Most.ShouldBe(all.Max(t => figure.Parts.Sum(p => t[p])), 1e-6, figure.Name);
        }
    }

    [Fact]
    public void It_breaks_the_published_cases_of_differencing_and_lets_the_safe_one_pass()
    {
        if (!Vectors.TryJson("06-disclosure/differencing_cases.json", out var file))
            return;
        var tried = 0;
        foreach (var c in file.GetProperty("cases").EnumerateArray())
        {
            var published = c.GetProperty("published").EnumerateObject().Select(p => (p.Name, Count: p.Value.GetInt32())).ToList();
            var hidden = c.GetProperty("suppressed").EnumerateArray().Select(s => s.GetString()!).ToList();
            // Every case is a whole (the greatest figure), parts of it that are shown, and parts that are not; of those only the sum is given.
            var whole = published.MaxBy(p => p.Count);
            var shown = published.Where(p => p.Name != whole.Name).ToList();
            var rest = whole.Count - shown.Sum(p => p.Count);
            int[] truth = [.. shown.Select(p => p.Count), .. hidden.Select((_, i) => i == 0 ? rest : 0)];
            var figures = shown.Select((p, i) => new Known(p.Name, [i], true))
                .Concat(hidden.Select((h, i) => new Known(h, [shown.Count + i], false)))
                .Append(new Known(whole.Name, [.. Enumerable.Range(0, truth.Length)], true)).ToList();
            var attack = new Attacker(truth, figures);
            (attack.Found.Count == 0).ShouldBe(c.GetProperty("safe").GetBoolean(), c.GetProperty("id").GetString());
            foreach (var limits in attack.Hidden)
            {
                var (least, most) = c.TryGetProperty("interval", out var interval)
                    ? (interval.GetProperty(limits.Name)[0].GetInt32(), interval.GetProperty(limits.Name)[1].GetInt32())
                    : (c.GetProperty("recoverable").GetProperty(limits.Name).GetInt32(), c.GetProperty("recoverable").GetProperty(limits.Name).GetInt32());
                (limits.Least, limits.Most).ShouldBe((least, most));
            }
            tried++;
        }
        tried.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_kind_that_only_all_less_the_others_tells_is_found_and_so_is_a_small_difference_of_two_editions()
    {
        // Two kinds shown and all three together: the third, which has no figure, is 3.
        var sliver = new Attacker([20, 30, 3], [new("all", [0, 1, 2], true), new("a", [0], true), new("b", [1], true)]);
        sliver.Found.Single().ToString().ShouldBe("something in all: 3 to 3");
        new Attacker([20, 30, 3], [new("all", [0, 1, 2], true), new("a", [0], true), new("b", [1], false)]).Found.ShouldBeEmpty();
        var difference = new Attacker([20, 22], [new("first", [0], true), new("second", [1], true), new("change", [1], false) { Less = [0] }]);
        difference.Hidden.Single().ToString().ShouldBe("change: 2 to 2");
        difference.Found.Count.ShouldBe(1);
    }

    private static IEnumerable<int[]> Tables(int sum)
    {
        var table = new int[9];
        return Fill(0, sum);

        IEnumerable<int[]> Fill(int at, int left)
        {
            if (at == 8)
            {
                table[8] = left;
                yield return [.. table];
                yield break;
            }
            for (table[at] = 0; table[at] <= left; table[at]++)
            {
                var mine = table[at];
                foreach (var t in Fill(at + 1, left - mine))
                    yield return t;
                table[at] = mine;
            }
        }
    }
}
