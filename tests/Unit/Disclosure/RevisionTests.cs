using Made.Core.Disclosure.Suppression;
using Made.TestKit.Attack;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Unit.Disclosure;

/// <summary>Two editions of one table, read together by somebody who knows which counts the revision changed.</summary>
public class RevisionTests(ITestOutputHelper output)
{
    private const int Areas = 6;
    private const int Kinds = 5;

    private static readonly SuppressionRule Rule = SuppressionRule.Usual;

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.4)]
    [InlineData(0.9)]
    public void Neither_a_hidden_count_nor_a_small_change_follows_from_both_editions(double touched)
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var (before, after) = Revised(seed, touched, remembers: true);
            var attack = Attack(before, after);
            attack.Found.ShouldBeEmpty($"table {seed}");
            attack.Narrowest.ShouldBeGreaterThanOrEqualTo(5, $"table {seed}");
            output.WriteLine($"table {seed}: {attack.Hidden.Count} attacked; hidden {before.Pattern.ShareHidden:0%}, then {after.Pattern.ShareHidden:0%}; without changes guarded {Revised(seed, touched, remembers: false).After.Pattern.ShareHidden:0%}");
        }
    }

    [Fact]
    public void Hiding_small_changes_without_guarding_them_like_counts_is_broken_by_the_attack()
    {
        var found = Enumerable.Range(1, 8).Sum(seed =>
        {
            var (before, after) = Revised(seed, 0.4, remembers: false);
            return Attack(before, after).Found.Count(f => f.IsSmall);
        });
        found.ShouldBeGreaterThan(5);
    }

    private sealed record Edition(LinkedTables Tables, SuppressionPattern Pattern);

    /// <summary>A table as first protected, with a kind that is never shown, and revised: what was hidden stays hidden, small changes hide the new count, what was shown unchanged is known.</summary>
    private static (Edition Before, Edition After) Revised(int seed, double touched, bool remembers)
    {
        var random = new Random(seed);
        int[] first = [.. Enumerable.Range(0, Areas * Kinds).Select(_ => random.Next(4) == 0 ? random.Next(0, 5) : random.Next(5, 60))];
        int[] second = [.. first.Select(n => random.NextDouble() < touched ? Math.Max(0, n + (random.Next(2) == 0 ? random.Next(-3, 4) : random.Next(5, 15))) : n)];
        var (before, after) = (Tables(first), Tables(second));
        var shown = ComplementarySuppression.Protect(before, Rule).Value();
        var sums = after.Sums();
        for (var c = 0; c < after.Cells; c++)
        {
            var (hidden, change) = (shown.Status[c] != CellStatus.Published, sums[c] - shown.Counts[c]);
            if (after.Standing[c] == CellStanding.Offered)
            {
                after.Standing[c] = hidden || change != 0 ? CellStanding.Offered : CellStanding.Known;
                after.Small[c] = hidden || Math.Abs(change) is > 0 and < 5;
            }
            if (remembers && after.Standing[c] != CellStanding.NotOffered)
                (after.Past[c], after.Change[c]) = (hidden ? CellPast.Hidden : CellPast.Shown, change);
        }
        return (new(before, shown), new(after, Protected(after, sums)));
    }

    /// <summary>Where it can not be protected nothing of it is shown but what is known.</summary>
    private static SuppressionPattern Protected(LinkedTables tables, int[] sums) =>
        ComplementarySuppression.Protect(tables, Rule).Succeeded(out var pattern, out _)
            ? pattern
            : new SuppressionPattern { Status = [.. tables.Standing.Select(s => s switch { CellStanding.Known => CellStatus.Published, CellStanding.Offered => CellStatus.Secondary, _ => CellStatus.NotOffered })], Counts = sums };

    private static LinkedTables Tables(int[] counts)
    {
        var tables = new LinkedTables([Axis("area", Areas), Axis("kind", Kinds)], counts);
        for (var c = 0; c < tables.Cells; c++)
            tables.Standing[c] = tables.GroupingOf(c, 1) < Kinds + 1 ? CellStanding.Offered : tables.AtomsOf(c) == 1 ? CellStanding.Remainder : CellStanding.NotOffered;
        return tables;
    }

    private static TableAxis Axis(string name, int parts) => new(name, parts, [[.. Enumerable.Range(0, parts)], [0, 1], .. Enumerable.Range(0, parts).Select(p => new[] { p })]);

    /// <summary>Counts that the revision left alone are one unknown of both editions.</summary>
    private static Attacker Attack(Edition before, Edition after)
    {
        var (first, second) = (before.Tables.Atoms, after.Tables.Atoms);
        int[] later = [.. Enumerable.Range(0, first.Length).Select(a => first[a] == second[a] ? a : first.Length + a)];
        var figures = new List<Known>();
        for (var c = 0; c < before.Tables.Cells; c++)
        {
            var parts = before.Tables.MembersOf(c);
            int[] partsLater = [.. parts.Select(p => later[p])];
            var change = after.Pattern.Counts[c] - before.Pattern.Counts[c];
            if (before.Pattern.Status[c] != CellStatus.NotOffered)
            {
                figures.Add(new Known($"cell {c} at first", parts, before.Pattern.Status[c] == CellStatus.Published));
                figures.Add(new Known($"cell {c} later", partsLater, after.Pattern.Status[c] == CellStatus.Published));
            }
            if (before.Tables.Standing[c] != CellStanding.NotOffered && Math.Abs(change) is > 0 and < 5)
                figures.Add(new Known($"change of cell {c}", partsLater, false) { Less = parts });
        }
        return new Attacker([.. first, .. second], figures);
    }
}
