using Made.Core.Access;
using Made.Core.Register;
using Made.TestKit.Site;
using Made.Web.Access;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>
/// Each address for each role, signed in with a real account, against a table written by hand. y answers, - answers as what is not there: the
/// same bytes. The worker is no person and cannot sign in.
/// </summary>
public sealed class AccessByRoleTests
{
    private static readonly Role[] InOrder =
    [
        Role.PublicVisitor, Role.SignedIn, Role.PartnerContributor, Role.PartnerAnalyst, Role.CountyAnalyst, Role.DistrictManager, Role.PanelMember, Role.PanelChair,
        Role.ReviewChair, Role.ScrutinyCouncillor, Role.PccOffice, Role.InformationGovernance, Role.Administrator,
    ];

    [Fact]
    public async Task Each_address_answers_each_role_as_the_table_written_by_hand_says()
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        await using var site = await LiveSite.Over((await DemoHome.Prepared).Copy(), app => app.Use((context, next) =>
        {
            // Behind the gate: what it let through, by the pattern that the router matched.
            lock (answered)
                answered.Add(AddressRules.Written((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText));
            return next(context);
        }));
        var named = await NamedObjects.OfAsync(site);
        var callers = await CallersAsync(site);
        var (faults, cells) = (new List<string>(), 0);
        foreach (var (verb, table) in new[] { (HttpMethod.Get, AccessByRoleTable.Look), (HttpMethod.Post, AccessByRoleTable.Send) })
            foreach (var (path, letters) in Lines(table, named))
                for (var i = 0; i < InOrder.Length; i++, cells++)
                    if (await Fault(callers[i], verb, path, letters[i] == 'y') is { } fault)
                        faults.Add($"{InOrder[i].Code()} {verb} {path}: {fault}");
        faults.ShouldBeEmpty(string.Join('\n', faults));
        cells.ShouldBeGreaterThan(1100);
        // Files of programs are taken with a key and with nothing else: see ProgramsSendTests.
        // A PDF is drawn by a browser, for seconds each: it shares the line of the matrix with the files beside it.
        AddressRules.All.Select(r => r.Address).Except(answered).ShouldBe(["/api/v1/exchange/{dataset}", "/dashboard/{gss}/{month:length(7)}.pdf", "/agreement/{id}/page.pdf"]);
        callers.ForEach(c => c.Client.Dispose());
    }

    private static async Task<string?> Fault(Caller caller, HttpMethod verb, string path, bool answers)
    {
        var visit = await Ask(caller, verb, path);
        if (answers)
            return visit.Status == 404 ? "answered 404" : visit.Status >= 500 ? $"answered {visit.Status}" : null;
        var absent = await Ask(caller, verb, "/no-such-page");
        return (visit.Status, absent.Status) != (404, 404) ? $"answered {visit.Status}"
            : visit.Body != absent.Body ? "answers other bytes than what is not there"
            : !visit.Headers.Keys.Order(StringComparer.Ordinal).SequenceEqual(absent.Headers.Keys.Order(StringComparer.Ordinal)) ? "answers other headers than what is not there"
            : null;
    }

    private static async Task<Visit> Ask(Caller caller, HttpMethod verb, string path)
    {
        using var answer = await Crawl.InTurn(async () =>
        {
            using var request = new HttpRequestMessage(verb, new Uri(path, UriKind.Relative));
            return await caller.Client.SendAsync(request);
        });
        var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join(' ', h.Value), StringComparer.OrdinalIgnoreCase);
        return new Visit(path, (int)answer.StatusCode, "", await answer.Content.ReadAsStringAsync(), headers, "");
    }

    private static IEnumerable<(string Path, string Letters)> Lines(string table, IReadOnlyDictionary<string, string> named) =>
        table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => (What: l[..l.LastIndexOf(' ')].Trim(), Letters: l[(l.LastIndexOf(' ') + 1)..]))
            .Select(l => (named.GetValueOrDefault(l.What, l.What), l.Letters));

    private static async Task<List<Caller>> CallersAsync(LiveSite site)
    {
        var callers = new List<Caller>();
        foreach (var role in InOrder)
        {
            if (role == Role.PublicVisitor)
            {
                callers.Add(Given.Visitor(site));
                continue;
            }
            await Given.AddAsync(site.Partnership, $"test {role.Code()}".Replace(' ', '-'), role == Role.SignedIn ? [] :
            [
                new Grant
                {
                    Role = role,
                    Organisation = role == Role.PartnerContributor ? "quillshire-fire-and-rescue" : "",
                    Districts = role == Role.DistrictManager ? [new AreaCode("E07990001")] : [],
                },
            ]);
            callers.Add(await Given.SignedInAsync(site, $"test-{role.Code()}"));
        }
        return callers;
    }
}
