using Made.Core.Register;
using Made.TestKit.Site;
using Made.Tests.Integration.Site;
using Shouldly;

namespace Made.Tests.Integration.Accounts;

/// <summary>Addresses of things that a test makes or finds in a prepared home, by what they are called in <see cref="AccessByRoleTable"/>.</summary>
internal static class NamedObjects
{
    public static async Task<Dictionary<string, string>> OfAsync(LiveSite site)
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
