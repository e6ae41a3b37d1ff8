using Made.Core.WorkPlan;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.WorkPlan;

public sealed class RequestRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly WorkRequest Asked = new()
    {
        Question = "Why?",
        Decision = "Where patrols go",
        NeededBy = Today.AddDays(7),
        Areas = [],
        Issue = "",
        Source = "",
        Reader = "machine",
    };

    [Fact]
    public void A_request_is_accepted_with_owner_and_day_and_answered_once()
    {
        var accepted = Take(Asked, new(RequestRules.Accept, "analyst", Today.AddDays(14)));
        (accepted.State, accepted.Owner, accepted.Due).ShouldBe((RequestRules.Accepted, "analyst", Today.AddDays(14)));
        var answered = Take(accepted, new(RequestRules.Answer, Words: "Because.", Link: "/tables"));
        (answered.State, answered.Owner, answered.Words, answered.IsOpen).ShouldBe((RequestRules.Answered, "analyst", "Because.", false));
        foreach (var act in RequestRules.Process.Moves.Select(m => m.Act))
            RequestRules.Take(answered, new(act)).Problem!.Code.ShouldBe("thread-not-from-here");
    }

    [Fact]
    public void What_was_asked_stays_as_it_was_whatever_the_step()
    {
        foreach (var move in RequestRules.Process.Moves)
        {
            var after = Take(Asked, new(move.Act, "analyst", Today, Guid.NewGuid(), "/a", "words"));
            (after.Question, after.Decision, after.NeededBy, after.Reader).ShouldBe((Asked.Question, Asked.Decision, Asked.NeededBy, Asked.Reader));
        }
    }

    [Theory]
    [InlineData(RequestRules.Asked, -1, true)]
    [InlineData(RequestRules.Accepted, -1, true)]
    [InlineData(RequestRules.Accepted, 0, false)]
    [InlineData(RequestRules.Answered, -1, false)]
    [InlineData(RequestRules.Declined, -1, false)]
    public void Only_what_is_open_is_late_and_only_after_its_day(string state, int days, bool late) =>
        (Asked with { State = state, NeededBy = Today.AddDays(days) }).IsLate(Today).ShouldBe(late);

    [Fact]
    public void The_day_that_was_agreed_counts_before_the_day_that_was_asked_for() =>
        (Asked with { State = RequestRules.Accepted, NeededBy = Today.AddDays(-1), Agreed = Today.AddDays(1) }).IsLate(Today).ShouldBeFalse();

    [Fact]
    public void A_step_that_lacks_something_is_told_so_beside_the_field()
    {
        Broken(new(RequestRules.Accept)).ShouldBe(["owner", "agreed"]);
        Broken(new(RequestRules.Accept, "analyst", Today.AddDays(-1))).ShouldBe(["agreed"]);
        Broken(new(RequestRules.Accept, "analyst", Today)).ShouldBeEmpty();
        Broken(new(RequestRules.Answer)).ShouldBe(["words"]);
        Broken(new(RequestRules.Answer, Link: "javascript:a")).ShouldBe(["link"]);
        Broken(new(RequestRules.Answer, Product: Guid.NewGuid())).ShouldBeEmpty();
        Broken(new(RequestRules.Decline)).ShouldBe(["words"]);
        Broken(new(RequestRules.TakeBack)).ShouldBe(["words"]);
        RequestRules.Broken(Asked with { Question = "", Decision = "", NeededBy = Today.AddDays(-1) }, Today).Select(b => b.Field).ShouldBe(["question", "decision", "neededBy"]);
    }

    private static IEnumerable<string> Broken(RequestStep step) => RequestRules.Broken(step, Today).Select(b => b.Field);

    private static WorkRequest Take(WorkRequest request, RequestStep step) => RequestRules.Take(request, step).Succeeded(out var after, out var problem) ? after : throw new InvalidOperationException(problem.ToString());
}
