using Made.Core.Access;
using Made.Core.GoldenThread;
using Made.Core.Register;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Given = Made.TestKit.Site.Accounts;

namespace Made.Tests.Integration.Accounts;

/// <summary>Access is decided by the path, so nothing else may say what a form is about.</summary>
public sealed class PathBeforeFormTests
{
    [Fact]
    public async Task A_form_that_names_another_area_than_its_address_is_about_the_area_of_its_address()
    {
        await using var site = await LiveSite.Of(await DemoHome.Empty);
        await Given.AddAsync(site.Partnership, "manager", new Grant { Role = Role.DistrictManager, Districts = [new AreaCode("E07990001")] });
        var manager = await Given.SignedInAsync(site, "manager");
        const string own = "/assessment/E22990001/recommendation";
        (string, string)[] sent = [("gss", "E22990002"), ("kind", "gap"), ("text", "Planted elsewhere"), ("owner", "quillshire-police"), ("due", "2027-01-31"), ("seen", "0"), ("why", "Workshop")];
        (await Forms.Fill(manager, own, sent)).Headers["Location"].ShouldStartWith("/assessment/E22990001/");
        var kept = (await site.Partnership.Records.Thread.All(ThreadKind.Recommendation)).Single(r => r.Newest.Title == "Planted elsewhere");
        kept.Newest.Area.Value.ShouldBe("E22990001");
        manager.Client.Dispose();
    }
}
