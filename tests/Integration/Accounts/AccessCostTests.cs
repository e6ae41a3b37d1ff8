using System.Diagnostics;
using Made.Core.Access;
using Made.Core.Register;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>What it costs to ask who somebody is and what they may, beside what a dashboard costs that is drawn for them.</summary>
public sealed class AccessCostTests(ITestOutputHelper output)
{
    private const string Stop = "x-stop-behind-the-gate";
    private const string Dashboard = "/dashboard/E22990001/2026-08";

    [Fact]
    public async Task Access_checks_take_less_than_a_twentieth_of_a_dashboard_request()
    {
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy(), app => app.Use((context, next) =>
        {
            // Behind the gate, so that nothing but the way up to it is measured; 204 is not kept.
            if (!context.Request.Headers.ContainsKey(Stop))
                return next(context);
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }));
        await Given.AddAsync(site.Partnership, "manager", new Grant { Role = Role.DistrictManager, Districts = [new AreaCode("E07990001")] });
        var (manager, visitor) = (await Given.SignedInAsync(site, "manager"), Given.Visitor(site));
        await Median(manager, n => $"{Dashboard}?n={n}", 1, false, 200);
        var (open, asked, drawn) = (
            await Median(visitor, _ => "/glossary", 150, true, 204), await Median(manager, n => $"{Dashboard}?stops={n}", 150, true, 204), await Median(manager, n => $"{Dashboard}?drawn={n}", 7, false, 200));
        var share = Math.Max(0, asked - open) / drawn;
        output.WriteLine($"Who asks and what they may, with the records asked and the area looked up: {asked - open:0.000} ms beside a public address; a dashboard drawn for them {drawn:0.0} ms: {share:0.0%}.");
        share.ShouldBeLessThan(0.05);
    }

    private static async Task<double> Median(Caller caller, Func<int, string> path, int times, bool stops, int status)
    {
        var taken = new double[times];
        for (var n = 0; n < times; n++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path(n), UriKind.Relative));
            if (stops)
                request.Headers.Add(Stop, "1");
            var began = Stopwatch.GetTimestamp();
            using var answer = await caller.Client.SendAsync(request);
            taken[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            ((int)answer.StatusCode).ShouldBe(status);
        }
        Array.Sort(taken);
        return taken[times / 2];
    }
}
