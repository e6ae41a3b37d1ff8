using Made.Core;
using Made.Store.Records;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Records;

public sealed class JobsTests
{
    [Theory, OnEachDatabase]
    public async Task A_job_tells_its_progress_and_how_it_ended(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var job = await records.Jobs.Start("intake", "39 files", TemporaryHome.By("import"));
        var auditBefore = (await records.Audit.Newest(0, 50)).Count;
        (await records.Jobs.Heartbeat(job.Id, 5000, 812.5, "file 3 of 39", TemporaryHome.Noon.AddMinutes(1))).ShouldBeTrue();
        (await records.Audit.Newest(0, 50)).Count.ShouldBe(auditBefore);
        var running = (await records.Jobs.Find(job.Id))!;
        (running.State, running.Rows, running.Rate, running.Message, running.Finished).ShouldBe((JobState.Running, 5000, 812.5, "file 3 of 39", null));
        await records.Jobs.Finish(job.Id, JobState.Done, "39 accepted", TemporaryHome.By("import", minutes: 2));
        var done = (await records.Jobs.Newest(5)).ShouldHaveSingleItem();
        (done.State, done.Message, done.Finished).ShouldBe((JobState.Done, "39 accepted", TemporaryHome.Noon.AddMinutes(2)));
        (await records.Audit.Of(job.Id.ToString())).Select(a => a.What).ShouldBe([ChangeKinds.JobStarted, ChangeKinds.JobFinished]);
    }

    [Theory, OnEachDatabase]
    public async Task Only_one_refresh_runs_and_the_next_may_start_when_it_has_finished(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
            records.Jobs.StartAlone("refresh", $"build {i}", TemporaryHome.By("refresh")))));
        started.Count(s => s.Problem is null).ShouldBe(1);
        started.Where(s => s.Problem is not null).ShouldAllBe(s => s.Problem!.Code == "already-running");
        (await records.Jobs.StartAlone("publish", "another kind", TemporaryHome.By("publish"))).Problem.ShouldBeNull();
        await records.Jobs.Finish(Job(started.Single(s => s.Problem is null)).Id, JobState.Failed, "no space", TemporaryHome.By("refresh"));
        (await records.Jobs.StartAlone("refresh", "next", TemporaryHome.By("refresh"))).Problem.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_lease_that_ran_out_is_taken_over_and_the_sleeper_learns_that_it_lost(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        var sleeper = Job(await records.Jobs.StartAlone("refresh", "sleeps", TemporaryHome.By("refresh")));
        await records.Jobs.Heartbeat(sleeper.Id, 1, 1, "awake", TemporaryHome.Noon.AddMinutes(3));
        (await records.Jobs.StartAlone("refresh", "too early", TemporaryHome.By("refresh", minutes: 3.5))).Problem!.Code.ShouldBe("already-running");
        (await records.Jobs.StartAlone("refresh", "takes over", TemporaryHome.By("refresh", minutes: 5))).Problem.ShouldBeNull();
        (await records.Jobs.Heartbeat(sleeper.Id, 2, 1, "awake again", TemporaryHome.Noon.AddMinutes(6))).ShouldBeFalse();
        (await records.Jobs.Finish(sleeper.Id, JobState.Done, "done", TemporaryHome.By("refresh", minutes: 6))).Problem!.Code.ShouldBe("lease-lost");
        (await records.Jobs.Find(sleeper.Id))!.State.ShouldBe(JobState.Abandoned);
    }

    [Theory, OnEachDatabase]
    public async Task The_lease_of_a_killed_process_is_free_at_once(string database)
    {
        using var home = await TemporaryHome.On(database);
        using var holder = CrashHost.Start(home, "", "lease", "refresh");
        (await holder.StandardOutput.ReadLineAsync()).ShouldBe("leased");
        var records = await home.Open();
        var now = TimeProvider.System.GetUtcNow();
        (await records.Jobs.StartAlone("refresh", "second", new Change("test", "second", now))).Problem!.Code.ShouldBe("already-running");
        holder.Kill();
        await holder.WaitForExitAsync();
        (await records.Jobs.StartAlone("refresh", "third", new Change("test", "third", now))).Problem.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task The_newest_adopted_reference_vintage_is_current(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        (await records.Reference.Current()).ShouldBeNull();
        (await records.Reference.Adopt("a", TemporaryHome.By("load"))).ShouldBeTrue();
        (await records.Reference.Adopt("b", TemporaryHome.By("load"))).ShouldBeTrue();
        (await records.Reference.Adopt("b", TemporaryHome.By("load"))).ShouldBeFalse();
        (await records.Reference.Adopt("a", TemporaryHome.By("back", minutes: 1))).ShouldBeTrue();
        (await records.Reference.Current()).ShouldBe(new AdoptedVintage("a", TemporaryHome.Noon.AddMinutes(1)));
        (await records.Reference.All()).Select(v => v.Vintage).ShouldBe(["a", "b", "a"]);
        (await records.Audit.Of("a")).Count.ShouldBe(2);
    }

    private static Job Job(Outcome<Job> outcome) =>
        outcome.Succeeded(out var job, out var problem) ? job : throw new InvalidOperationException(problem.ToString());
}
