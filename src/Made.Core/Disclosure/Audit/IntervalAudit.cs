using Made.Core.Disclosure.Suppression;

namespace Made.Core.Disclosure.Audit;

/// <summary>
/// What a reader can work out of hidden cells: the smallest and greatest value of each over all tables that are not negative and agree with every shown cell,
/// by linear programme over the whole of it (<see cref="LinearWalk"/>, which looks for moves of any kind and shares nothing with the method that hides).
/// A limit is followed only until the width is reached. Units: counts. Edge cases: a table without hidden cells has nothing to find.
/// Source: SDC handbook ch. 4, audit of suppression patterns.
/// </summary>
public static class IntervalAudit
{
    private const int Steps = 4000;

    /// <summary>The hidden cells whose limits are less than <paramref name="width"/> apart, each with how far apart they are. One that a shown 0 makes 0 is no secret.</summary>
    /// <param name="tables">The true table.</param>
    /// <param name="shown">Cells a reader sees.</param>
    /// <param name="hidden">Cells to attack.</param>
    /// <param name="width">How far apart the limits must be.</param>
    public static IReadOnlyList<(int Cell, double Width)> Narrow(LinkedTables tables, Func<int, bool> shown, IEnumerable<int> hidden, double width)
    {
        var known = new bool[tables.Atoms.Length];
        var equations = new List<int[]>();
        foreach (var cell in Enumerable.Range(0, tables.Cells).Where(shown))
        {
            var members = tables.MembersOf(cell);
            if (members.Length == 1)
                known[members[0]] = true;
            else
                equations.Add(members);
        }
        var unknown = Enumerable.Range(0, known.Length).Where(a => !known[a]).ToArray();
        var variableOf = unknown.Select((a, v) => (a, v)).ToDictionary(p => p.a, p => p.v);
        var walk = new LinearWalk(equations.Select(Row).OfType<double[]>(), [.. unknown.Select(a => (double)tables.Atoms[a])]);
        var narrow = new List<(int, double)>();
        foreach (var cell in hidden)
        {
            int[] variables = [.. tables.MembersOf(cell).Where(variableOf.ContainsKey).Select(a => variableOf[a])];
            var most = walk.Push(variables, 1, walk.Sum(variables) + width, Steps);
            var least = walk.Push(variables, -1, most - width, Steps);
            if (most - least < width - 1e-6)
                most = walk.Push(variables, 1, least + width, Steps);
            var told = tables.MembersOf(cell).Where(a => known[a]).Sum(a => tables.Atoms[a]);
            if (most - least < width - 1e-6 && told + most > LinearWalk.Tiny)
                narrow.Add((cell, most - least));
        }
        return narrow;

        double[]? Row(int[] members)
        {
            var row = new double[unknown.Length];
            var any = false;
            foreach (var atom in members.Where(a => !known[a]))
            {
                row[variableOf[atom]] = 1;
                any = true;
            }
            return any ? row : null;
        }
    }
}
