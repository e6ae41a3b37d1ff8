using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Recovery;

/// <summary>What nobody answers in time is handed from the lead to the group and on to the board.</summary>
public sealed class RecoveryClockTests
{
    private static readonly DateOnly Asked = new(2026, 11, 1);
    private static readonly IReadOnlyList<EscalationLevel> Levels = [new("lead", 14, "", "made up"), new("group", 28, "", "made up"), new("board", 42, "b", "made up")];

    [Theory]
    [InlineData(0, "asked today; an answer is due on 15 November 2026", false)]
    [InlineData(1, "asked yesterday; an answer is due on 15 November 2026", false)]
    [InlineData(3, "asked 3 days ago; an answer is due on 15 November 2026", false)]
    [InlineData(14, "asked 14 days ago; an answer is due today", false)]
    [InlineData(15, "asked 15 days ago; an answer was due on 15 November 2026", true)]
    public void The_clock_says_when_it_was_asked_and_when_an_answer_is_due(int days, string words, bool late)
    {
        var standing = RecoveryClock.Standing(Exception((Processes.Ask, Processes.Asked)), Levels, Asked.AddDays(days))!;
        (standing.Words, standing.IsLate).ShouldBe((words, late));
    }

    [Theory]
    [InlineData(14, "")]
    [InlineData(15, Processes.ToGroup)]
    [InlineData(28, Processes.ToGroup)]
    [InlineData(29, Processes.ToBoard)]
    [InlineData(400, Processes.ToBoard)]
    public void A_lead_out_of_time_hands_on_as_far_as_the_days_that_passed_carry_it(int days, string act) =>
        RecoveryClock.HandedOn([Exception((Processes.Ask, Processes.Asked))], Levels, Asked.AddDays(days)).Select(a => a.Act).ShouldBe(act.Length == 0 ? [] : [act]);

    [Fact]
    public void The_group_hands_on_to_the_board_and_the_board_to_nobody()
    {
        var group = Exception((Processes.Ask, Processes.Asked), (Processes.ToGroup, Processes.WithGroup));
        RecoveryClock.HandedOn([group], Levels, Asked.AddDays(28)).ShouldBeEmpty();
        RecoveryClock.HandedOn([group], Levels, Asked.AddDays(29)).Single().Act.ShouldBe(Processes.ToBoard);
        var board = Exception((Processes.Ask, Processes.Asked), (Processes.ToBoard, Processes.WithBoard));
        RecoveryClock.HandedOn([board], Levels, Asked.AddDays(99)).ShouldBeEmpty();
        RecoveryClock.Standing(board, Levels, Asked.AddDays(99)).ShouldSatisfyAllConditions(s => s!.IsLate.ShouldBeTrue(), s => s!.Level.Body.ShouldBe("b"));
    }

    [Fact]
    public void Given_back_to_the_lead_the_clock_begins_again_and_it_stands_still_where_nobody_owes_a_plan()
    {
        var back = Exception((Processes.Ask, Processes.Asked), (Processes.ToGroup, Processes.WithGroup), (Processes.ToLead, Processes.Asked));
        back = back with { Steps = [.. back.Steps.SkipLast(1), back.Steps[^1] with { Day = Asked.AddDays(20) }] };
        RecoveryClock.Standing(back, Levels, Asked.AddDays(21))!.Due.ShouldBe(Asked.AddDays(34));
        RecoveryClock.Standing(Exception((Processes.Real, Processes.Confirmed)), Levels, Asked).ShouldBeNull();
        RecoveryClock.Standing(Exception((Processes.Ask, Processes.Asked), (Processes.Answer, "answered")), Levels, Asked.AddDays(99)).ShouldBeNull();
        RecoveryClock.Standing(Exception((Processes.Ask, Processes.Asked)), [], Asked).ShouldBeNull("a pack that names no times has no clock");
    }

    private static ThreadHistory Exception(params (string Act, string To)[] steps)
    {
        var point = new ThreadPoint(ThreadKind.Exception, "x");
        var content = new ThreadContent.Exception { Indicator = "i", Month = new(2026, 9), Rule = "r", Measure = "i.A.2026-09" };
        return new()
        {
            Versions = [(new ThreadEntry { Point = point, Area = new AreaCode("A"), Title = "x", Day = Asked, Source = "made up", Content = content }, new("test", "why", DateTimeOffset.UnixEpoch))],
            Steps = [.. steps.Select(s => new ThreadStep(point, s.Act, "", s.To, Asked, new("test", "why", DateTimeOffset.UnixEpoch)))],
        };
    }
}
