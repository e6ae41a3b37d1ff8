using Made.Core.Assessment;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.Intake.Reference;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Assessment;

/// <summary>The strategic ranking of 2014-16 as Lancashire's pack holds it: appendix C of the Community Safety Agreement.</summary>
public sealed class CountyRankingTests
{
    private const string NotRecorded = "Reasons not recorded in the source";
    private static readonly Pack Pack = PackReader.ReadAll(Repository.Path("packs", "lancashire")).Pack!;

    private static readonly IReadOnlyList<ThreadEntry> Rankings =
        [.. Pack.Thread.Select(t => t.Entry).Where(e => e.Content is ThreadContent.Ranking { Cycle: "2014-16" })];

    [Fact]
    public void The_pack_holds_nothing_that_is_wrong() => PackReader.ReadAll(Repository.Path("packs", "lancashire")).Problems.ShouldBeEmpty();

    [Fact]
    public void Borda_puts_violent_crime_first_and_Kemeny_substance_misuse_with_six_best_orders()
    {
        Rankings.Count.ShouldBe(14);
        var county = Together(_ => 1m);
        county.Issues.Count.ShouldBe(11);
        var points = county.Issues.Zip(county.Equal.Borda).OrderByDescending(p => p.Second).Take(3).ToList();
        points.ShouldBe([("violent-crime", 109.5m), ("substance-misuse", 107m), ("domestic-abuse", 101.5m)]);
        (county.Equal.Kemeny.Count, county.Equal.Kemeny.Distance).ShouldBe((6, 108m));
        foreach (var order in county.Equal.Kemeny.Rankings)
            county.Issues[order.ToList().IndexOf(1)].ShouldBe("substance-misuse");
        county.TimesListed[county.Issues.ToList().IndexOf("substance-misuse")].ShouldBe(12);
    }

    [Fact]
    public void Areas_without_a_figure_of_residents_leave_the_weighted_result_out()
    {
        Together(_ => 1m).ByResidents.ShouldNotBeNull();
        CountyRanking.Of([.. Rankings.Select((r, i) => new AreaBallot(r.Area, (ThreadContent.Ranking)r.Content, i == 0 ? null : 1m))]).Succeeded(out var county, out _).ShouldBeTrue();
        county!.ByResidents.ShouldBeNull();
        CountyRanking.Of([]).Problem!.Code.ShouldBe("nothing-to-rank");
    }

    [Fact]
    public void An_order_taken_from_the_paper_says_that_it_is_assumed_to_be_rank_and_where_it_stands()
    {
        foreach (var ranking in Rankings)
        {
            ((ThreadContent.Ranking)ranking.Content).Basis.ShouldStartWith("order as printed, assumed to be rank");
            ranking.Source.ShouldContain("appendix C");
        }
        var blackburn = Places("E22000150");
        blackburn.Select(p => p.Wording).ShouldBe(["Substance Misuse", "Violent Crime (Assaults)", "Re-offending", "Anti-Social Behaviour", "High Risk offenders"]);
        blackburn[4].Issues.ShouldBe(["reoffending"]);
    }

    [Fact]
    public void One_wording_may_mean_two_issues_and_two_wordings_one()
    {
        var day = new DateOnly(2014, 11, 7);
        Pack.Vocabulary.Meaning("Violent Crime Including Domestic Abuse", day).ShouldBe(["violent-crime", "domestic-abuse"]);
        Pack.Vocabulary.Meaning(" violent crime incl. da ", day).ShouldBe(["violent-crime", "domestic-abuse"]);
        Pack.Vocabulary.Meaning("KSI", day).ShouldBe(Pack.Vocabulary.Meaning("Killed and Seriously Injured", day));
        Pack.Vocabulary.Meaning("Road Safety", day).ShouldBe(["road-safety"]);
        Pack.Vocabulary.Meaning("Something else", day).ShouldBeEmpty();
    }

    [Fact]
    public void The_countys_five_priorities_stand_with_reasons_not_recorded_and_rest_on_the_partnerships_own()
    {
        var whole = Pack.Thread.Where(t => t.Entry is { IsWhole: true, Content: ThreadContent.Priority }).ToList();
        whole.Select(w => w.Entry.Title).ShouldBe(["Anti-Social Behaviour & Hate Crime", "Child Sexual Exploitation", "Domestic Abuse", "Road Safety", "Violent Crime"]);
        foreach (var (entry, steps) in whole)
        {
            var priority = (ThreadContent.Priority)entry.Content;
            (priority.Reason, priority.ChosenBy).ShouldBe((NotRecorded, "lancs-14-2014-16-priorities"));
            priority.Local.Count.ShouldBeGreaterThan(5);
            steps.ShouldHaveSingleItem().Act.ShouldBe(Processes.Agree);
        }
        var decision = (ThreadContent.Decision)Pack.Thread.Single(t => t.Entry.Content is ThreadContent.Decision).Entry.Content;
        (decision.Reason, decision.Rankings.Count).ShouldBe((NotRecorded, 14));
    }

    [Fact]
    public void A_priority_that_leaves_the_ranking_needs_a_reason()
    {
        var area = Pack.Areas.Single(a => a.Code.Value == "E22000156");
        var ranking = new ThreadHistory { Versions = [(Rankings.Single(r => r.Area == area.Code), new("test", "why", DateTimeOffset.UnixEpoch))], Steps = [] };
        var day = new DateOnly(2014, 11, 7);
        PriorityChoice.Local(area, "2014-16", 3, "Road Safety", "", Pack.Vocabulary, ranking, null, 0, day).Problem!.Code.ShouldBe("priority-reason-missing");
        PriorityChoice.Local(area, "2014-16", 3, "Fly-fishing", "Fun", Pack.Vocabulary, ranking, null, 0, day).Problem!.Code.ShouldBe("unknown-wording");
        PriorityChoice.Local(area, "2014-16", 3, "Violent crime", "", Pack.Vocabulary, ranking, null, 0, day).Succeeded(out var work, out _).ShouldBeTrue();
        work!.Entries.Single().Content.RestsOn.ShouldContain(ranking.Point);
        work.Acts.Single().Act.ShouldBe(Processes.Agree);
    }

    private static CountyRanking Together(Func<AreaCode, decimal> residents) =>
        CountyRanking.Of([.. Rankings.Select(r => new AreaBallot(r.Area, (ThreadContent.Ranking)r.Content, residents(r.Area)))]).Succeeded(out var county, out var problem)
            ? county : throw new InvalidOperationException(problem.ToString());

    private static IReadOnlyList<RankedPlace> Places(string area) => ((ThreadContent.Ranking)Rankings.Single(r => r.Area.Value == area).Content).Places;
}
