using Made.Core.Access;
using Made.Core.Register;
using Made.TestKit.Site;
using Made.Tests.Integration.Site;
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
        var named = await NamedAsync(site);
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

    private static async Task<Dictionary<string, string>> NamedAsync(LiveSite site)
    {
        var partnership = site.Partnership;
        var receipts = await partnership.Receipts.Newest(0, 500);
        var supplies = await partnership.Supplies.Current();
        var job = await partnership.Jobs.Start("intake", "Reading one file", partnership.Change("exchange page", "Looked at"));
        await partnership.Jobs.Finish(job.Id, Store.Records.JobState.Done, "Read.", partnership.Change("exchange page", "Looked at"));
        (await partnership.Records.SavedTables.Save(new Store.Records.SavedTable
        {
            Name = "a-saved-table",
            Title = "A saved table",
            Selection = "indicator=asb&level=csp",
            Month = Core.Calendar.Month.Parse("2026-08"),
            Edition = 1,
            At = partnership.Now,
            By = "test",
            IsRemoved = false,
        }, partnership.Change("test", "Looked at"))).Problem.ShouldBeNull();
        await DraftAsync(partnership);
        async Task<string> PapersAsync(string csp) => $"/papers/{(await partnership.Records.Papers.Keep(
            new() { Title = "Papers", Month = Core.Calendar.Month.Parse("2026-08"), Edition = 1, Areas = [csp], Parts = [Core.Papers.PaperPart.Summary] }, [1], [2], partnership.Change("test", "Looked at"))).Id}.docx";
        string Receipt(string dataset) => $"/exchange/receipts/{receipts.First(r => r.Receipt.Dataset == dataset).Id}";
        string Withdraw(string dataset) => $"/exchange/supplies/{supplies.First(s => s.Dataset == dataset).Id}/withdraw";
        var asked = new Dictionary<string, string>(StringComparer.Ordinal) { ["Amberwick"] = "E22990001", ["Brindlemoor"] = "E22990002" }.ToDictionary(a => a.Key, a => RecoveryPageTests.Asked(a.Value));
        foreach (var entry in asked.Values)
            (await partnership.Records.Thread.Keep(new() { Entries = [entry] }, partnership.Today, partnership.Change("test", "Looked at"))).Problem.ShouldBeNull();
        async Task<Guid> ProductAsync(Core.Sharing.Marking marking, params AreaCode[] areas)
        {
            var product = ProductPageTests.Product with { Areas = areas, Marking = marking, Link = "" };
            return (await partnership.Records.Products.Keep(Guid.NewGuid(), product, new("a.pdf", "%PDF-1.7"u8.ToArray()), 0, partnership.Change("test", "Looked at"))).Succeeded(out var kept, out var problem) ? kept.Id : throw new InvalidOperationException(problem.ToString());
        }
        var (of1, of2, above) = (await ProductAsync(Core.Sharing.Marking.Official, new AreaCode("E22990001")), await ProductAsync(Core.Sharing.Marking.Official, new AreaCode("E22990002")), await ProductAsync(Core.Sharing.Marking.OfficialSensitive));
        (await partnership.Records.WorkRequests.Ask(ProductPageTests.Request with { Areas = [new AreaCode("E22990002")] }, partnership.Change("test", "Looked at"))).Succeeded(out var request, out _).ShouldBeTrue();
        return new(StringComparer.Ordinal)
        {
            ["product of Amberwick"] = $"/products/{of1}",
            ["product of Brindlemoor"] = $"/products/{of2}",
            ["product above every clearance here"] = $"/products/{above}",
            ["file of Amberwick's product"] = $"/products/{of1}/file",
            ["file of Brindlemoor's product"] = $"/products/{of2}/file",
            ["file above every clearance here"] = $"/products/{above}/file",
            ["write Amberwick's product"] = $"/products/write/{of1}",
            ["write Brindlemoor's product"] = $"/products/write/{of2}",
            ["withdraw Brindlemoor's product"] = $"/products/{of2}/withdraw",
            ["request about Brindlemoor"] = $"/work-plan/{request!.Id}",
            ["somebody else's own request"] = $"/work-plan/own/{request.Id}",
            ["papers of Amberwick"] = await PapersAsync("E22990001"),
            ["papers of another district"] = await PapersAsync("E22990002"),
            ["exception of Amberwick"] = $"/recovery/{asked["Amberwick"].Point.Id}",
            ["exception of Brindlemoor"] = $"/recovery/{asked["Brindlemoor"].Point.Id}",
            ["plan of Brindlemoor"] = $"/recovery/{asked["Brindlemoor"].Point.Id}/plan",
            ["somebody's account"] = $"/access/people/{(await partnership.Records.Accounts.All())[0].Id}",
            ["original of the fire service"] = $"/exchange/originals/{(await partnership.Records.Originals.All()).First(o => o.Dataset == "deliberate-fires").Id}",
            ["receipt of the fire service"] = Receipt("deliberate-fires"),
            ["receipt of the police"] = Receipt("police-street"),
            ["job"] = $"/exchange/jobs/{job.Id}",
            ["withdraw the fire service's"] = Withdraw("deliberate-fires"),
            ["withdraw the police's"] = Withdraw("police-street"),
        };
    }

    /// <summary>Edition 2 of August is released, edition 3 waits for a check.</summary>
    private static async Task DraftAsync(Web.Composition.Partnership partnership)
    {
        var (records, change, august) = (partnership.Records, partnership.Change("test", "Looked at"), Core.Calendar.Month.Parse("2026-08"));
        await records.ReleaseSettings.Make("E22990001", automatic: false, partnership.Today, change);
        var first = (await records.Editions.Find(august, 1))!;
        (await records.Releases.Release([(await records.Editions.Add(first, change), "Looked at")], change)).Problem.ShouldBeNull();
        await records.Editions.Add(first, change);
    }
}
