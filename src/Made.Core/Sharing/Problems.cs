using System.Globalization;
using Made.Core.Exchange;
using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>Why a dataset is not read, and why a change to the sharing register is refused.</summary>
public static class Problems
{
    private const string See = "See /sharing for the agreements held here.";

    public static Problem NoController(DatasetDefinition dataset) => new(
        "sharing-no-controller",
        $"{dataset.Title} names no controller, regime, basis, gateway, retention and marking, so it is not read.",
        "Add 'protection' to the dataset in the pack: docs/packs.md says how.");

    public static Problem NoAgreement(DatasetDefinition dataset) => new(
        "sharing-no-agreement",
        $"No sharing agreement here covers {dataset.Title}, so it is not read.",
        $"Add the agreement, or a new version of one that names this dataset, and have it signed. {See}");

    public static Problem Of(DatasetDefinition dataset, SharingHistory agreement, SharingStanding standing, Bodies bodies)
    {
        var title = agreement.Newest.Title;
        return standing switch
        {
            SharingStanding.Unsigned u => new(
                "sharing-unsigned", $"{title}, version {u.Version.Version}, is not signed by {Listed(u.Missing.Select(bodies.Name))}, so {dataset.Title} is not read.",
                $"Have it signed and record the signature at /sharing/agreements/{agreement.Id}/sign."),
            SharingStanding.NotBegun n => new(
                "sharing-not-begun", $"{title} begins on {Day(n.Version.From)}; until then {dataset.Title} is not read.", "Send the file from that day on."),
            SharingStanding.Expired e => new(
                "sharing-expired", $"{title} expired on {Day(e.Version.To)}, so {dataset.Title} is not read.",
                $"Make a new version at /sharing/write/{agreement.Id} and have it signed."),
            SharingStanding.Ended e => new(
                "sharing-ended", $"{title} ended on {Day(e.Last)}, so {dataset.Title} is not read.",
                e.SupersededBy.Length > 0 ? $"{e.SupersededBy} took its place: add the dataset to it at /sharing/write/{e.SupersededBy}." : $"Add another agreement. {See}"),
            _ => new(
                "sharing-not-covered", $"{title} no longer covers {dataset.Title}, so it is not read.",
                $"Make a new version that names the dataset at /sharing/write/{agreement.Id}, or leave the file with its sender."),
        };
    }

    public static Problem NoSuchAgreement(string id) => new(
        "no-such-sharing-agreement", $"There is no sharing agreement {id} here.", See);

    public static Problem AgreementExists(string id) => new(
        "sharing-agreement-exists", $"There already is a sharing agreement with the id {id}.", "Choose another id, or make a new version of that one.");

    public static Problem ChangedMeanwhile(SharingHistory now) => new(
        "sharing-changed-meanwhile",
        $"Somebody else changed {now.Newest.Title} in the meantime; nothing of yours was saved.",
        "What you wrote is still here. Look at what changed, then save it again if it still holds.");

    public static Problem HasEnded(string title, DateOnly last) => new(
        "sharing-agreement-ended", $"{title} ended on {Day(last)} and cannot be changed, signed or ended again.", "Add a new agreement.");

    public static Problem NothingChanged(SharingAgreement version) => new(
        "sharing-nothing-changed", $"Nothing differs from version {version.Version}.", "Change something, or leave it as it is.");

    public static Problem NotAParty(string name, SharingAgreement version) => new(
        "sharing-not-a-party", $"{name} is not a party to version {version.Version}.", "Make a new version that names it as a party.");

    public static Problem BodyNotThen(string name, DateOnly day, IReadOnlyList<Organisation> instead) => new(
        "sharing-body-not-then", $"{name} did not exist on {Day(day)}.",
        instead.Count > 0 ? $"{Listed(instead.Select(o => o.Name))} stood in its place: record that signature." : "Check the day and the organisation.");

    public static Problem SignedAlready(string name, SharingAgreement version) => new(
        "sharing-signed-already", $"{name} has signed version {version.Version} already.", "Nothing needs to be done.");

    public static Problem DayAhead(DateOnly day) => new(
        "sharing-day-ahead", $"{Day(day)} has not come yet.", "Record it on the day, or correct the date.");

    public static Problem EndsBeforeItBegins(SharingAgreement version) => new(
        "sharing-ends-before-it-begins", $"It begins on {Day(version.From)}; it cannot end before that.", "Give a later last day.");

    public static Problem RoleMissing() => new(
        "sharing-role-missing", "It is not said in which role the signatory acts.", "Such as Chief executive or Data protection officer. Not a name.");

    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    internal static string Listed(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
