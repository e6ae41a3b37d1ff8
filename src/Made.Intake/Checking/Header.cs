using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake.Checking;

/// <summary>Finds the declared columns by name, never by place. Case and spaces around a name are forgiven.</summary>
internal sealed class Header
{
    private Header(IReadOnlyDictionary<string, int> positions, int correction) => (Positions, Correction) = (positions, correction);

    /// <summary>From a declared column's name to its place in the file; columns that are not there are left out.</summary>
    public IReadOnlyDictionary<string, int> Positions { get; }

    /// <summary>The place of the column that says what was wrong, in a file of refused rows that comes back; -1 in any other.</summary>
    public int Correction { get; }

    /// <summary>Null where the file must be refused; the log then says why.</summary>
    public static Header? Match(IReadOnlyList<string> names, DatasetDefinition wanted, IEnumerable<DatasetDefinition> all, DateOnly today, FindingLog log)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < names.Count; i++)
            places.TryAdd(Plain(names[i]), i);
        var positions = PlacesOf(places, wanted);
        var missing = wanted.Columns.Where(c => c.Required && !positions.ContainsKey(c.Name)).ToList();
        if (missing.Count > 0)
        {
            var other = all.FirstOrDefault(d => d.Id != wanted.Id && d.Columns.Any(c => c.Required) && Fits(places, d));
            if (other is not null)
                log.Add(Problems.OtherDataset(other, wanted), 1);
            else
                missing.ForEach(c => log.Add(Problems.MissingColumn(c.Name), 1, c.Name));
            return null;
        }
        if (names.Any(n => Plain(n).Length == 0))
        {
            log.Add(Problems.BlankHeader, 1);
            return null;
        }
        var twice = names.CountBy(Plain).FirstOrDefault(n => n.Value > 1).Key;
        var column = wanted.Columns.FirstOrDefault(c => twice is null ? Spellings(c).Count(places.ContainsKey) > 1 : Spellings(c).Contains(twice));
        if (twice is not null || column is not null)
        {
            log.Add(Problems.HeaderTwice, 1, column?.Name ?? "");
            return null;
        }
        var correction = places.GetValueOrDefault(Plain(RefusedRows.Heading), -1);
        if (positions.ContainsValue(correction))
            correction = -1;
        for (var i = 0; i < names.Count; i++)
            if (i != correction && !positions.ContainsValue(i))
                log.Add(Findings.LeftOutColumn(Shown(System.Text.Encoding.UTF8.GetBytes(names[i]), today)));
        return new Header(positions, correction);
    }

    /// <summary>As compared: lower case, single spaces, without quotes or a byte-order mark around it.</summary>
    public static string Plain(string name) =>
        string.Join(' ', name.Trim('\uFEFF', '"', ' ').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool Fits(Dictionary<string, int> places, DatasetDefinition dataset) =>
        PlacesOf(places, dataset) is var found && dataset.Columns.All(c => !c.Required || found.ContainsKey(c.Name));

    private static Dictionary<string, int> PlacesOf(Dictionary<string, int> places, DatasetDefinition dataset)
    {
        var found = new Dictionary<string, int>();
        foreach (var column in dataset.Columns)
            foreach (var spelling in Spellings(column))
                if (places.TryGetValue(spelling, out var at))
                    found.TryAdd(column.Name, at);
        foreach (var column in dataset.Columns.Where(c => c.MappedNames.Count > 0 && !found.ContainsKey(c.Name)))
            foreach (var mapped in column.MappedNames)
                if (places.TryGetValue(Plain(mapped), out var at) && !found.ContainsValue(at))
                    found.TryAdd(column.Name, at);
        return found;
    }

    /// <summary>Of a header that does not fit: the columns that must be there and are not, and the headings that no column goes by.</summary>
    public static (IReadOnlyList<string> Missing, IReadOnlyList<string> Spare) Unmatched(IReadOnlyList<string> names, DatasetDefinition dataset)
    {
        var places = new Dictionary<string, int>();
        for (var i = 0; i < names.Count; i++)
            places.TryAdd(Plain(names[i]), i);
        var found = PlacesOf(places, dataset);
        return ([.. dataset.Columns.Where(c => c.Required && !found.ContainsKey(c.Name)).Select(c => c.Name)], [.. names.Where((n, i) => !found.ContainsValue(i) && Plain(n) != Plain(RefusedRows.Heading))]);
    }

    private static List<string> Spellings(ColumnDefinition column) => [.. column.Aliases.Prepend(column.Name).Select(Plain).Distinct()];

    /// <summary>A header that nobody declared, fit to be shown: of a file without a header it may be a record, and then its name is not repeated.</summary>
    public static string Shown(ReadOnlySpan<byte> name, DateOnly today)
    {
        if (PersonalDetails.Find(name, today) != PersonalDetail.None)
            return "(not shown)";
        var letters = System.Text.Encoding.UTF8.GetString(name).Where(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '(' or ')' or '/').Take(60);
        return string.Concat(letters).Trim();
    }
}
