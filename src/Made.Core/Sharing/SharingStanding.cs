using Made.Core.Exchange;
using Made.Core.Register;

namespace Made.Core.Sharing;

/// <summary>Where an agreement stands on a day, as a whole or for one dataset.</summary>
public abstract record SharingStanding
{
    private SharingStanding()
    {
    }

    public sealed record InForce(SharingAgreement Version) : SharingStanding;

    /// <param name="Missing">Ids of the organisations that have not signed: in place of one that ended, its successors.</param>
    public sealed record Unsigned(SharingAgreement Version, IReadOnlyList<string> Missing) : SharingStanding;

    public sealed record NotBegun(SharingAgreement Version) : SharingStanding;

    public sealed record Expired(SharingAgreement Version) : SharingStanding;

    /// <param name="Last">The last day.</param>
    /// <param name="SupersededBy">The agreement that took its place, or empty.</param>
    public sealed record Ended(DateOnly Last, string SupersededBy) : SharingStanding;

    /// <summary>The version in force does not name the dataset.</summary>
    public sealed record NotCovered(SharingAgreement Version) : SharingStanding;

    /// <summary>As a whole: every party has to have signed.</summary>
    public static SharingStanding Of(SharingHistory history, Bodies bodies, DateOnly day) =>
        Of(history, bodies, day, v => v.Parties.Select(p => p.Organisation), _ => true);

    /// <summary>For one dataset: its supplier and every recipient have to have signed; another supplier's missing signature does not stop it.</summary>
    public static SharingStanding For(DatasetDefinition dataset, SharingHistory history, Bodies bodies, DateOnly day) => Of(
        history, bodies, day,
        v => [.. v.Datasets.Contains(dataset.Id) ? new[] { dataset.Supplier } : [], .. v.Parties.Where(p => p.Receives).Select(p => p.Organisation)],
        v => v.Datasets.Contains(dataset.Id));

    /// <summary>
    /// The newest version that has begun and is signed counts, and an earlier one only until then: a version that still waits for signatures
    /// leaves the one before it in force.
    /// </summary>
    private static SharingStanding Of(
        SharingHistory history, Bodies bodies, DateOnly day, Func<SharingAgreement, IEnumerable<string>> signers, Func<SharingAgreement, bool> covers)
    {
        if (history.End is { } end && end.Day < day)
            return new Ended(end.Day, end.Other);
        SharingStanding? why = null;
        foreach (var version in history.Versions.Reverse())
        {
            var missing = WhoHasNotSigned(version, history.Signatures(version.Version), signers(version), bodies, day);
            if (version.From <= day && missing.Count == 0)
                return day > version.To ? new Expired(version) : covers(version) ? new InForce(version) : new NotCovered(version);
            if (covers(version))
                why ??= version.From > day ? new NotBegun(version) : day > version.To ? new Expired(version) : new Unsigned(version, missing);
        }
        return why ?? new NotCovered(history.Newest);
    }

    /// <summary>Those whose signature is missing on a day. A signature of a body that has ended does not bind the bodies that followed it.</summary>
    public static IReadOnlyList<string> WhoHasNotSigned(
        SharingAgreement version, IReadOnlyList<Signature> signatures, IEnumerable<string> signers, Bodies bodies, DateOnly day)
    {
        // Before it begins, the bodies are those of its first day.
        var when = day < version.From ? version.From : day;
        var signed = signatures.Where(s => s.Day <= day).Select(s => s.Organisation).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. signers
                .SelectMany(s => bodies.InPlaceOf(s, when) is { Count: > 0 } now ? now.Select(o => o.Id) : [s])
                .Distinct(StringComparer.Ordinal)
                .Where(s => !signed.Contains(s)),
        ];
    }
}
