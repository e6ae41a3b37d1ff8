using Made.Core;
using Made.Core.WorkPlan;

namespace Made.Store.Records;

/// <summary>
/// What is asked of the analysts. Whoever finds something missing, such as a knowledge gap of an assessment, asks here and names it as the request's source.
/// </summary>
public sealed class WorkRequests
{
    private readonly VersionedRecords<WorkRequest> versions;

    internal WorkRequests(RecordsSource source) => versions = new(source, "work-request");

    /// <summary>In the order in which they were asked.</summary>
    public Task<IReadOnlyList<Versioned<WorkRequest>>> All() => versions.All();

    public Task<Versioned<WorkRequest>?> Find(Guid id) => versions.Find(id);

    public Task<Outcome<Versioned<WorkRequest>>> Ask(WorkRequest request, Change change) =>
        versions.Keep(Guid.CreateVersion7(change.At), 0, change, (_, _) => Task.FromResult<Outcome<(WorkRequest, string)>>((request, ChangeKinds.RequestAsked)));

    /// <summary>Takes a step from the version that was seen.</summary>
    public Task<Outcome<Versioned<WorkRequest>>> Take(Guid id, RequestStep step, int seen, Change change) => versions.Keep(id, seen, change, (_, held) => Task.FromResult<Outcome<(WorkRequest, string)>>(
        held is null ? Problems.NoSuchRequest()
        : RequestRules.Take(held.Newest, step).Succeeded(out var after, out var problem) ? (after, What(step.Act))
        : problem));

    private static string What(string act) => act switch
    {
        RequestRules.Accept => ChangeKinds.RequestAccepted,
        RequestRules.Answer => ChangeKinds.RequestAnswered,
        RequestRules.Decline => ChangeKinds.RequestDeclined,
        _ => ChangeKinds.RequestTakenBack,
    };
}
