using Made.Core;
using Microsoft.EntityFrameworkCore;

namespace Made.Store.Records;

public enum JobState
{
    Running,
    Done,
    Failed,

    /// <summary>Its process was killed or paused past its lease; another may run.</summary>
    Abandoned,
}

/// <summary>A long piece of work: an import, a refresh.</summary>
public sealed record Job
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required JobState State { get; init; }

    public required long Rows { get; init; }

    /// <summary>Rows per second.</summary>
    public required double Rate { get; init; }

    public required string Message { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset? Finished { get; init; }

    public required LeaseHolder Holder { get; init; }

    public required DateTimeOffset LeaseUntil { get; init; }
}

/// <summary>What runs, what ran, and the lease by which only one build runs in a home.</summary>
public sealed class Jobs
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private const string Turn = "jobs";
    private readonly RecordsSource source;

    internal Jobs(RecordsSource source) => this.source = source;

    /// <summary>Starts a job beside others of its kind.</summary>
    public Task<Job> Start(string kind, string message, Change change) => source.Write(Turn, change, writing =>
        Task.FromResult(Begin(writing, kind, "", message)));

    /// <summary>Starts a job of which only one may run: takes over from one that was killed, and is refused while one is alive.</summary>
    public Task<Outcome<Job>> StartAlone(string kind, string message, Change change) => source.Write<Outcome<Job>>(Turn, change, async writing =>
    {
        if (await writing.Db.Jobs.SingleOrDefaultAsync(r => r.Alone == kind && r.State == "running") is { } other)
        {
            if (Instants.Of(other.LeaseUntil) > change.At && !LeaseHolder.Parse(other.LeaseHolder).IsGone())
                return Problems.AlreadyRunning(other.ToJob());
            (other.State, other.Finished) = (Code(JobState.Abandoned), Instants.Micros(change.At));
            writing.Note(ChangeKinds.JobAbandoned, other.Id.ToString());
            await writing.Db.SaveChangesAsync();
        }
        return Begin(writing, kind, kind, message);
    });

    /// <summary>Tells how far a job has come and holds its lease; false where another took over, so that this one must stop.</summary>
    public Task<bool> Heartbeat(Guid id, long rows, double rate, string message, DateTimeOffset now) => source.Tell(Turn, async db =>
    {
        var row = await db.Jobs.SingleAsync(r => r.Id == id);
        if (row.State != Code(JobState.Running))
            return false;
        (row.Rows, row.Rate, row.Message, row.LeaseUntil) = (rows, rate, message, Instants.Micros(now + Lease));
        return true;
    });

    public Task<Outcome<Job>> Finish(Guid id, JobState state, string message, Change change) => source.Write<Outcome<Job>>(Turn, change, async writing =>
    {
        if (state is not (JobState.Done or JobState.Failed))
            throw new ArgumentOutOfRangeException(nameof(state), state, "A job finishes done or failed.");
        var row = await writing.Db.Jobs.SingleAsync(r => r.Id == id);
        if (row.State != Code(JobState.Running))
            return Problems.LeaseLost(row.Kind);
        (row.State, row.Message, row.Finished) = (Code(state), message, Instants.Micros(change.At));
        writing.Note(ChangeKinds.JobFinished, id.ToString());
        return row.ToJob();
    });

    public Task<IReadOnlyList<Job>> Newest(int take) => source.Read<IReadOnlyList<Job>>(async db =>
        [.. (await db.Jobs.OrderByDescending(r => r.Started).Take(take).ToListAsync()).Select(r => r.ToJob())]);

    public Task<Job?> Find(Guid id) => source.Read(async db => (await db.Jobs.SingleOrDefaultAsync(r => r.Id == id))?.ToJob());

    internal static string Code(JobState state) => state switch
    {
        JobState.Running => "running",
        JobState.Done => "done",
        JobState.Failed => "failed",
        _ => "abandoned",
    };

    private static Job Begin(Writing writing, string kind, string alone, string message)
    {
        var row = new JobRow
        {
            Id = Guid.CreateVersion7(writing.Change.At),
            Kind = kind,
            State = Code(JobState.Running),
            Alone = alone,
            Rows = 0,
            Rate = 0,
            Message = message,
            Started = Instants.Micros(writing.Change.At),
            Finished = null,
            LeaseHolder = LeaseHolder.ThisProcess.ToString(),
            LeaseUntil = Instants.Micros(writing.Change.At + Lease),
        };
        writing.Db.Jobs.Add(row);
        writing.Note(ChangeKinds.JobStarted, row.Id.ToString());
        return row.ToJob();
    }
}

internal static class JobRows
{
    public static Job ToJob(this JobRow row) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        State = Enum.GetValues<JobState>().Single(s => Jobs.Code(s) == row.State),
        Rows = row.Rows,
        Rate = row.Rate,
        Message = row.Message,
        Started = Instants.Of(row.Started),
        Finished = row.Finished is { } at ? Instants.Of(at) : null,
        Holder = LeaseHolder.Parse(row.LeaseHolder),
        LeaseUntil = Instants.Of(row.LeaseUntil),
    };
}
