using Made.Core;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Core.Scorecard;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.GoldenThread;

public sealed class ProcessTests
{
    private static readonly Process Chain = Process.Chain("draft", [new("scrutiny", "Scrutiny"), new("board", "Approved by the board"), new("council", "Approved by the council")]);

    [Fact]
    public void Stages_of_approval_are_passed_one_after_the_other()
    {
        Chain.Take("Agreement", "draft", "board").Problem!.Message.ShouldBe("'Agreement' is draft, and from there 'board' is not possible.");
        Chain.Take("Agreement", "draft", "board").Problem!.Remedy.ShouldBe("Possible now: Scrutiny.");
        To(Chain, "draft", "scrutiny").ShouldBe("scrutiny");
        To(Chain, "scrutiny", "board").ShouldBe("board");
        To(Chain, "board", "council").ShouldBe("council");
        To(Chain, "board", "return").ShouldBe("draft");
    }

    [Fact]
    public void What_was_approved_last_is_frozen_and_can_only_be_kept_without_amendments()
    {
        Chain.Frozen.ShouldBe(["council"]);
        Chain.From("council").Select(m => m.Act).ShouldBe(["no-amendments"]);
        To(Chain, "council", "no-amendments").ShouldBe("council");
    }

    [Fact]
    public void A_chain_of_one_stage_has_nothing_to_return_from() =>
        Process.Chain("draft", [new("board", "Approved")]).Moves.Where(m => m.From.Count > 0).Select(m => m.Act).ShouldBe(["board", "no-amendments"]);

    [Fact]
    public void Every_state_of_every_process_is_reached_from_the_start()
    {
        Process[] all = [Chain, .. new ThreadContent[] { Priority, Activity, Exception, Plan, Assessment, Section, KeyFinding, Recommendation, Comment, Intervention, Status }.Select(Processes.Of)];
        foreach (var process in all)
        {
            var reached = new HashSet<string> { process.Start };
            while (process.Moves.Where(m => m.From.Any(reached.Contains)).Any(m => reached.Add(m.To)))
            {
            }
            process.Moves.SelectMany(m => m.From.Append(m.To)).Distinct().ShouldBeSubsetOf(reached);
            process.Frozen.ShouldBeSubsetOf(reached);
        }
    }

    [Fact]
    public void Only_a_confirmed_exception_asks_its_lead()
    {
        Processes.Of(Exception).Take("x", Processes.Open, Processes.Ask).Problem!.Code.ShouldBe("thread-not-from-here");
        To(Processes.Of(Exception), Processes.Confirmed, Processes.Ask).ShouldBe("asked");
        Processes.Of(Exception).Take("x", "artefact", Processes.Ask).Problem!.Remedy.ShouldBe("Nothing more can be done to it.");
    }

    [Fact]
    public void Points_are_written_and_read_alike()
    {
        var measure = ThreadPoint.OfMeasure("burglary", new AreaCode("E22000001"), "2026-09-r12");
        ThreadPoint.TryParse(measure.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(measure);
        read.IsMeasure(out var indicator, out var area, out var period).ShouldBeTrue();
        (indicator, area.Value, period).ShouldBe(("burglary", "E22000001", "2026-09-r12"));
        foreach (var wrong in new[] { "", "measure", "nothing:a", "score:", "score:a b", "score:" + new string('a', 121), "score:../x/" })
            ThreadPoint.TryParse(wrong, out _).ShouldBeFalse(wrong);
        new ThreadPoint(ThreadKind.Measure, "burglary.E22").IsMeasure(out _, out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void Gaps_are_missing_links_and_links_that_lead_nowhere()
    {
        var change = new Change("test", "because", DateTimeOffset.UnixEpoch);
        var (score, ranking, priority) = (new ThreadPoint(ThreadKind.Score, "s"), new ThreadPoint(ThreadKind.Ranking, "r"), new ThreadPoint(ThreadKind.Priority, "p"));
        ThreadHeading[] entries = [Heading(score, "Score"), Heading(ranking, "Ranking"), Heading(priority, "Priority")];
        var measure = ThreadPoint.OfMeasure("burglary", new AreaCode("A"), "2026-09");
        ThreadLink[] links = [new(measure, score, score, change), new(score, ranking, ranking, change), new(ranking, priority, priority, change)];
        ThreadGaps.Of(entries, links, _ => true).ShouldBeEmpty();
        ThreadGaps.Of(entries, links, _ => false).ShouldHaveSingleItem().ShouldBe(new ThreadGap(entries[0], "leads to measure 'burglary.A.2026-09', which is not here", true));
        ThreadGaps.Of(entries, links[1..], _ => true).Single().What.ShouldBe("rests on no measure");
        var without = ThreadGaps.Of([.. entries[1..]], links[1..], _ => true);
        without.Single().ShouldBe(new ThreadGap(entries[1], "leads to score 's', which is not here", true));
    }

    private static readonly ThreadContent.Priority Priority = new() { Cycle = "c", Position = 1, Wording = "w", Issues = [], Reason = "r" };
    private static readonly ThreadContent.Activity Activity = new() { Under = "a", Number = 1, Text = "t", Priorities = [], Terms = [] };
    private static readonly ThreadContent.Exception Exception = new() { Indicator = "i", Month = new(2026, 9), Rule = "r", Measure = "i.A.2026-09" };
    private static readonly ThreadContent.Plan Plan = new() { Of = "x", Causes = "c", Partners = "p", Actions = "a", Resources = "r", Trajectory = [], Exit = new(1, 3) };

    private static readonly ThreadContent.Assessment Assessment = new() { Cycle = "c", From = default, To = default, Stages = [new("draft", "Draft", default), new("done", "Done", default)], Sections = [] };
    private static readonly ThreadContent.Section Section = new() { Of = "a", Part = "p", Text = "t", Author = "r" };
    private static readonly ThreadContent.KeyFinding KeyFinding = new() { Of = "a", Text = "t", Issues = [] };
    private static readonly ThreadContent.Recommendation Recommendation = new() { Of = "a", Text = "t", Owner = "o" };
    private static readonly ThreadContent.Status Status = new() { Outcome = "o", Indicator = "i", Month = new(2026, 9), Edition = 1, Computed = OutcomeStatus.OffTrack, Stated = OutcomeStatus.OnTrack, Reason = "r", Measure = "i.A.2026-09" };
    private static readonly ThreadContent.Comment Comment = new() { On = "a", Text = "t" };
    private static readonly ThreadContent.Intervention Intervention = new() { Aim = "a", Funder = "f" };

    private static ThreadHeading Heading(ThreadPoint point, string title) => new(point, new AreaCode("A"), false, title, new DateOnly(2026, 11, 1), "agreed");

    private static string To(Process process, string state, string act) => process.Take("x", state, act).Succeeded(out var move, out var problem) ? move.To : throw new InvalidOperationException(problem.ToString());
}
