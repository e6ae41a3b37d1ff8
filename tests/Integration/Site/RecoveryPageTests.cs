using Made.Core.Calendar;
using Made.Core.GoldenThread;
using Made.Core.Recovery;
using Made.Core.Register;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>From a figure that stands out to a plan that is closed, over the fictional county's own figures.</summary>
public sealed class RecoveryPageTests
{
    private static readonly (string, string)[] Signed = [("why", "Board of 20 November"), ("by", "Secretary of the board")];

    [Fact]
    public async Task An_exception_is_judged_asks_its_lead_and_its_plan_is_accepted_and_closed_by_its_rule()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var asked = await Forms.Fill(site, "/recovery/ask", [("indicator", "violence-and-sexual-offences"), ("area", "E22990001"), ("month", "2026-09"), .. Signed]);
        var home = asked.Headers["Location"];
        var id = home.Split('/')[^1];
        (await Forms.Fill(site, "/recovery/ask", [("indicator", "violence-and-sexual-offences"), ("area", "E22990001"), ("month", "2026-09"), .. Signed])).Body.ShouldContain("There is an exception of this figure already.");
        (await site.Text(home)).ShouldContain("An analyst has to judge it first");

        var step = $"/thread/exception/{id}/step";
        (string, string)[] plan =
        [
            ("causes", "A new late licence"), ("partners", "Police and council"), ("actions", "Patrols on Fridays"), ("resources", "Two officers"),
            ("trajectory", "2026-09 100000\n2026-11 90000"), ("atmost", "100000"), ("months", "3"), ("seen", "0"), .. Signed,
        ];
        (await Forms.Fill(site, home + "/plan", plan)).Body.ShouldContain("only an exception that was judged real asks its lead");
        (await Forms.Fill(site, step, [("act", Processes.Ask), .. await Dated(site, step)])).Body.ShouldContain("from there &#x27;ask lead&#x27; is not possible");
        (await Forms.Fill(site, step, [("act", Processes.Real), .. await Dated(site, step)])).Headers["Location"].ShouldBe(home);
        (await site.Text(home)).ShouldContain("A recovery plan is owed by Quillshire violence reduction board: asked today; an answer is due on 6 December 2026.");
        (await site.Text("/home")).ShouldContain("Owed by Quillshire violence reduction board: asked today; an answer is due on 6 December 2026.");
        (await site.Text(home)).ShouldContain("Notice to Quillshire violence reduction board: a recovery plan is asked for");
        (await Forms.Fill(site, home + "/plan", [.. plan.Where(p => p.Item1 != "actions")])).Status.ShouldBe(422);
        (await Forms.Fill(site, home + "/plan", plan)).Headers["Location"].ShouldBe(home);
        var stale = await Forms.Fill(site, home + "/plan", [.. plan.Where(p => p.Item1 != "causes"), ("causes", "Written meanwhile")]);
        (stale.Status, stale.Page.QuerySelector("#causes")!.TextContent).ShouldBe((409, "Written meanwhile"));

        var of = $"/thread/plan/{id}/step";
        (await Forms.Fill(site, of, [("act", Processes.Accept), .. await Dated(site, of)])).Body.ShouldContain("Possible now: Submit it to the board.");
        foreach (var act in new[] { Processes.Submit, Processes.Accept })
            (await Forms.Fill(site, of, [("act", act), .. await Dated(site, of)])).Status.ShouldBe(302);
        (await Crawl.Visited(site, home)).Page.QuerySelector(".made-standing")!.TextContent.ShouldContain("On its trajectory");
        (await Crawl.Visited(site, home)).Page.QuerySelector("svg .c-behind").ShouldNotBeNull();
        (await Forms.Fill(site, of, [("act", Processes.CloseAnyway), .. await Dated(site, of)])).Body.ShouldContain("there is nothing to override");
        (await Forms.Fill(site, of, [("act", Processes.Close), .. await Dated(site, of)])).Status.ShouldBe(302);
        (await site.Text(home)).ShouldContain("Its recovery plan is closed.");

        var point = (await Crawl.Visited(site, $"/thread/plan/{id}")).Page;
        point.QuerySelectorAll("#follows-decision + ul a").Select(a => a.TextContent).ShouldBe([$"Accept it: Recovery plan: {Title}", $"Close it: the exit rule holds: Recovery plan: {Title}"], ignoreOrder: true);
        (await site.Text($"/thread/exception/{id}")).ShouldContain("Violence and sexual offences, Amberwick CSP, September 2026");
    }

    [Fact]
    public async Task A_plan_is_not_closed_before_its_rule_holds_unless_somebody_says_why()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var (thread, today) = (site.Partnership.Records.Thread, site.Partnership.Today);
        var exception = Asked("E22990002");
        var plan = exception with
        {
            Point = new(ThreadKind.Plan, exception.Point.Id),
            Content = new ThreadContent.Plan { Of = exception.Point.Id, Causes = "c", Partners = "p", Actions = "a", Resources = "r", Trajectory = [new(new Month(2026, 9), 0)], Exit = new ExitRule(0, 2) },
        };
        (await thread.Keep(new ThreadWork
        {
            Entries = [exception, plan],
            Acts =
            [
                .. new[] { Processes.Real, Processes.Ask, Processes.Answer }.Select(a => new ThreadAct(exception.Point, a, today)),
                .. new[] { Processes.Submit, Processes.Accept }.Select(a => new ThreadAct(plan.Point, a, today)),
            ],
        }, today, site.Partnership.Change("test", "planted"))).Problem.ShouldBeNull();
        var of = $"/thread/plan/{exception.Point.Id}/step";
        (await Crawl.Visited(site, $"/recovery/{exception.Point.Id}")).Page.QuerySelector(".made-standing")!.TextContent.ShouldContain("Above its trajectory");
        (await Forms.Fill(site, of, [("act", Processes.Close), .. await Dated(site, of)])).Body.ShouldContain("ends when the count is at most 0 for 2 months running; so far it is for 0.");
        (await Forms.Fill(site, of, [("act", Processes.CloseAnyway), .. await Dated(site, of)])).Status.ShouldBe(302);
    }

    [Fact]
    public async Task What_the_lead_does_not_answer_in_time_is_handed_on_to_the_group_by_the_clock()
    {
        await using var site = await LiveSite.Of(await DemoHome.Prepared);
        var (thread, today) = (site.Partnership.Records.Thread, site.Partnership.Today);
        var late = Asked("E22990003");
        (await thread.Keep(new ThreadWork
        {
            Entries = [late],
            Acts = [new(late.Point, Processes.Real, today.AddDays(-20)), new(late.Point, Processes.Ask, today.AddDays(-20))],
        }, today, site.Partnership.Change("test", "planted"))).Problem.ShouldBeNull();
        await Forms.Until(site, $"/recovery/{late.Point.Id}", v => v.Body.Contains("as Quillshire community safety board did not answer in time", StringComparison.Ordinal));
        (await site.Text("/recovery")).ShouldContain("Handed on to the group (1)");
        (await site.Text($"/thread/exception/{late.Point.Id}")).ShouldContain("No plan by 16 November 2026, 14 days after it was asked for");
    }

    private const string Title = "Violence and sexual offences, Amberwick, September 2026";

    /// <summary>An exception about burglary in an area.</summary>
    public static ThreadEntry Asked(string area) => new()
    {
        Point = ExceptionRule.PointOf("burglary", new AreaCode(area), "2026-08"),
        Area = new AreaCode(area),
        Title = $"Burglary, {area}",
        Day = new DateOnly(2026, 11, 20),
        Source = "test",
        Content = new ThreadContent.Exception { Indicator = "burglary", Month = new Month(2026, 8), Rule = "A board asked", Measure = ThreadPoint.OfMeasure("burglary", new AreaCode(area), "2026-08").Id, Lead = "quillshire-safety-board" },
    };

    private static async Task<(string, string)[]> Dated(LiveSite site, string path)
    {
        var page = (await Crawl.Visited(site, path)).Page;
        return [("day", page.QuerySelector("input[name=day]")!.GetAttribute("value")!), ("seen", page.QuerySelector("input[name=seen]")!.GetAttribute("value")!), .. Signed];
    }
}
