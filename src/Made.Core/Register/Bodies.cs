namespace Made.Core.Register;

/// <summary>Who stands where a body stood, on a day: bodies end, and what they owed or signed falls to those that followed them.</summary>
public sealed class Bodies(IReadOnlyList<Organisation> organisations)
{
    private readonly Dictionary<string, Organisation> byId = organisations.ToDictionary(o => o.Id, StringComparer.Ordinal);

    public IReadOnlyList<Organisation> All => organisations;

    public IEnumerable<Organisation> On(DateOnly day) => organisations.Where(o => o.From <= day && day <= o.To);

    public bool Knows(string id) => byId.ContainsKey(id);

    /// <summary>The name; the id itself where the register does not know it.</summary>
    public string Name(string id) => byId.TryGetValue(id, out var body) ? body.Name : id;

    public bool Exists(string id, DateOnly day) => byId.TryGetValue(id, out var body) && body.From <= day && day <= body.To;

    /// <summary>
    /// The body itself while it exists; afterwards its successors, theirs where those ended too, each once in the order of the register.
    /// None where it ended without a successor, had not begun, or is not known.
    /// </summary>
    public IReadOnlyList<Organisation> InPlaceOf(string id, DateOnly day)
    {
        var (seen, found) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        Follow(id);
        return [.. organisations.Where(o => found.Contains(o.Id))];

        void Follow(string at)
        {
            if (!seen.Add(at) || !byId.TryGetValue(at, out var body))
                return;
            if (Exists(at, day))
                found.Add(at);
            else if (body.To < day)
                foreach (var next in body.Successors)
                    Follow(next);
        }
    }
}
