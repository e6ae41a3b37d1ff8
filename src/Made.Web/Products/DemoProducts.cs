using Made.Core;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Core.WorkPlan;
using Made.Web.Composition;

namespace Made.Web.Products;

/// <summary>For a fictional county only: products in every standing and requests in every state, so that each can be seen. All of it is invented.</summary>
public static class DemoProducts
{
    public static async Task FileAsync(Partnership partnership)
    {
        var (products, today) = (partnership.Records.Products, partnership.Today);
        if (!partnership.Pack.Synthetic || (await products.All()).Count > 0)
            return;
        var csps = partnership.Areas.At(AreaLevel.Csp, Core.Calendar.Month.Of(today)).Select(a => a.Code).ToList();
        string Body(string kind) => partnership.Pack.Organisations.First(o => o.Kind == kind && o.From <= today && today <= o.To).Id;
        var (police, council, health) = (Body("police"), Body("county-council"), Body("health"));
        var earlier = await KeepAsync(new()
        {
            Title = "Strategic assessment of the partnership, three years ago",
            Kind = ProductKind.StrategicAssessment,
            Summary = "The issues that the partnership faced, ranked, with what was not known.",
            Issues = ["anti-social-behaviour", "violent-crime", "domestic-abuse"],
            Areas = [],
            OwnerRole = "Principal analyst",
            OwnerOrganisation = police,
            Marking = Marking.Official,
            Day = today.AddMonths(-37),
            ReviewBy = today.AddMonths(-1),
            Link = "/assessment",
            File = null,
            Supersedes = null,
        });
        await KeepAsync(new()
        {
            Title = "Strategic assessment of the partnership",
            Kind = ProductKind.StrategicAssessment,
            Summary = "Violence and anti-social behaviour stand first in most partnerships. Domestic abuse is reported more often than three years ago, which may mean more trust as well as more harm.",
            Issues = ["anti-social-behaviour", "violent-crime", "domestic-abuse"],
            Areas = [],
            OwnerRole = "Principal analyst",
            OwnerOrganisation = police,
            Marking = Marking.Official,
            Day = today.AddMonths(-2),
            ReviewBy = today.AddMonths(10),
            Link = "/assessment",
            File = null,
            Supersedes = earlier,
        });
        var profile = await KeepAsync(new()
        {
            Title = "Problem profile: burglary from homes on weekdays",
            Kind = ProductKind.ProblemProfile,
            Summary = "Homes near the two main roads are entered on weekdays while nobody is in. Most entries are through doors that were not locked.\nLeaflets through doors and patrols between 10:00 and 15:00 are what the evidence supports.",
            Issues = ["acquisitive-crime"],
            Areas = [csps[0]],
            OwnerRole = "Crime analyst",
            OwnerOrganisation = police,
            Marking = Marking.Official,
            Day = today.AddMonths(-1),
            ReviewBy = today.AddMonths(5),
            Link = "/tables?indicator=burglary&level=csp",
            File = null,
            Supersedes = null,
        });
        await KeepAsync(new()
        {
            Title = "Joint strategic needs assessment: alcohol and drugs",
            Kind = ProductKind.NeedsAssessment,
            Summary = "Admissions for alcohol fall with the distance from the coast. Treatment places are fewest where need is greatest.",
            Issues = ["substance-misuse"],
            Areas = [],
            OwnerRole = "Public health consultant",
            OwnerOrganisation = health,
            Marking = Marking.Official,
            Day = today.AddMonths(-26),
            ReviewBy = today.AddMonths(-2),
            Link = "/tables?indicator=drugs&level=csp",
            File = null,
            Supersedes = null,
        });
        await KeepAsync(new()
        {
            Title = "Serious and organised crime profile",
            Kind = ProductKind.OrganisedCrimeProfile,
            Summary = "Where supply lines end, and what partners see of them. Fuller text is with its owner.",
            Issues = ["organised-crime"],
            Areas = [csps[0], csps[1]],
            OwnerRole = "Intelligence lead",
            OwnerOrganisation = police,
            Marking = Marking.OfficialSensitive,
            Day = today.AddMonths(-3),
            ReviewBy = today.AddMonths(3),
            Link = "https://www.example.org/organised-crime-profile",
            File = null,
            Supersedes = null,
        });
        await KeepAsync(new()
        {
            Title = "Evaluation: lighting of three parks",
            Kind = ProductKind.Evaluation,
            Summary = "Reports of anti-social behaviour fell in two of three parks and as much in parks without new light: the difference may be chance.",
            Issues = ["anti-social-behaviour", "environmental-crime"],
            Areas = [csps[2]],
            OwnerRole = "Community safety manager",
            OwnerOrganisation = council,
            Marking = Marking.Official,
            Day = today.AddMonths(-4),
            ReviewBy = today.AddMonths(20),
            Link = "/workbench?indicator=asb&method=xmr",
            File = null,
            Supersedes = null,
        });
        await AskAsync("Do burglaries move to the next district when patrols begin?", "Where the autumn's patrols go", -9, [csps[0]], "acquisitive-crime");
        await AskAsync("Which schools see the most exclusions after incidents outside school?", "Where youth workers begin", 30, [], "youth-issues", new RequestStep(RequestRules.Accept, "Partnership analyst", today.AddDays(24)));
        await AskAsync("When in the week do homes get entered?", "The times of patrols", 20, [csps[0]], "acquisitive-crime", new RequestStep(RequestRules.Answer, Product: profile, Words: "On weekdays between 10:00 and 15:00."));
        await AskAsync("How many residents feel safe after dark?", "Whether lighting is asked for", 15, [csps[2]], "", new RequestStep(RequestRules.Decline, Words: "No survey asks it here. The next wave could."));

        async Task<Guid> KeepAsync(Product product) => Got(await products.Keep(Guid.CreateVersion7(partnership.Now), product, null, 0, partnership.Change("made demo", "Invented for the demonstration"))).Id;

        async Task AskAsync(string question, string decision, int days, AreaCode[] areas, string issue, RequestStep? step = null)
        {
            var (requests, change) = (partnership.Records.WorkRequests, partnership.Change("made demo", "Invented for the demonstration"));
            var asked = Got(await requests.Ask(new() { Question = question, Decision = decision, NeededBy = today.AddDays(days), Areas = areas, Issue = issue, Source = "", Reader = "machine" }, change));
            if (step is not null)
                Got(await requests.Take(asked.Id, step, asked.Stamp, change));
        }
    }

    private static Versioned<T> Got<T>(Outcome<Versioned<T>> outcome) => outcome.Succeeded(out var kept, out var problem) ? kept : throw new InvalidOperationException(problem.ToString());
}
