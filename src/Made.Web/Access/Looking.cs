using Made.Core.Access;
using Made.Core.Register;

namespace Made.Web.Access;

/// <summary>
/// Who looks at the figures of this request. It flows with the request, so that every edition that is opened on its way shows partners' own figures only
/// where they may be seen: no page, file or address of the API has to think of it. Commands and the worker look at everything.
/// </summary>
internal static class Looking
{
    private static readonly AsyncLocal<IReadOnlyList<Person>?> Now = new();

    /// <param name="persons">Whoever asks, and the person they look as: shown is what all of them may see.</param>
    public static void As(params IReadOnlyList<Person> persons) => Now.Value = persons;

    /// <summary>What the program does by itself, inside a request as well, looks at everything. It ends with the method that says so.</summary>
    public static void AsTheProgram() => Now.Value = null;

    /// <summary>Of which districts whoever asks may see partners' own figures; null where of all, and outside a request.</summary>
    public static Func<IReadOnlyList<AreaCode>, bool>? Sight() => Now.Value is { } persons && !persons.All(SeesAll) ? districts => persons.All(p => Reaches(p, districts)) : null;

    private static bool SeesAll(Person person) => AccessMatrix.ReachOf(person, Resource.PartnerFigures, Deed.Read) == Reach.All;

    private static bool Reaches(Person person, IReadOnlyList<AreaCode> districts) => AccessMatrix.May(person, Resource.PartnerFigures, Deed.Read, new ObjectFacts { Districts = districts }).Allowed;

    /// <summary>What a page says to somebody whose grants name districts; empty for everybody else.</summary>
    public static string Words(Person person, Areas areas)
    {
        if (!person.IsKnown || SeesAll(person))
            return "";
        var seen = areas.Districts.Where(d => Reaches(person, [d.Code])).Select(d => d.Name).ToList();
        return seen.Count == 0 || seen.Count == areas.Districts.Count ? ""
            : $"Of partners' own figures you see those of {string.Join(" and ", seen)} and of the whole partnership; what is already public is shown for every area.";
    }
}
