using Made.Core;
using Made.Core.Products;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Products;

public sealed class ProductRegisterTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Product Whole = ProductRulesTests.Whole;

    [Theory]
    [InlineData(1, ProductStanding.InForce)]
    [InlineData(0, ProductStanding.DueForReview)]
    [InlineData(-400, ProductStanding.DueForReview)]
    public void A_product_is_due_for_review_from_its_day_on(int days, ProductStanding standing)
    {
        var product = ProductRulesTests.Filed(Whole with { ReviewBy = Today.AddDays(days) });
        Register(product).Standing(product).ShouldBe(standing);
    }

    [Fact]
    public void A_product_is_superseded_also_where_its_successor_may_not_be_seen()
    {
        var first = ProductRulesTests.Filed(Whole);
        var second = ProductRulesTests.Filed(Whole with { Supersedes = first.Id, Marking = Marking.OfficialSensitive });
        var register = new ProductRegister([first, second], p => p.Marking == Marking.Official, Today);
        register.Readable.ShouldBe([first]);
        register.Standing(first).ShouldBe(ProductStanding.Superseded);
        register.SuccessorOf(first.Id).ShouldBeNull();
        Register(first, second).SuccessorOf(first.Id).ShouldBe(second);
        var withdrawn = ProductRulesTests.Filed(second.Newest with { IsWithdrawn = true }, second.Id);
        Register(first, withdrawn).Standing(first).ShouldBe(ProductStanding.InForce);
    }

    [Fact]
    public void Products_are_found_by_words_issue_area_kind_and_standing()
    {
        var here = ProductRulesTests.Filed(Whole with { Title = "Burglary on weekdays" });
        var everywhere = ProductRulesTests.Filed(Whole with { Title = "Needs assessment", Kind = ProductKind.NeedsAssessment, Areas = [], Issues = ["drugs"] });
        var there = ProductRulesTests.Filed(Whole with { Title = "Elsewhere", Areas = [new("B")], ReviewBy = Today });
        var gone = ProductRulesTests.Filed(Whole with { Title = "Gone", IsWithdrawn = true });
        var register = Register(here, everywhere, there, gone);
        Found(new()).ShouldBe(["Burglary on weekdays", "Elsewhere", "Needs assessment"]);
        Found(new(Words: "WEEKDAYS burglary")).ShouldBe(["Burglary on weekdays"]);
        Found(new(Words: "weekdays finds")).ShouldBe(["Burglary on weekdays"], "the summary counts as well");
        Found(new(Area: "A")).ShouldBe(["Burglary on weekdays", "Needs assessment"]);
        Found(new(Issue: "drugs")).ShouldBe(["Needs assessment"]);
        Found(new(Kind: "needs-assessment")).ShouldBe(["Needs assessment"]);
        Found(new(Standing: "due-for-review")).ShouldBe(["Elsewhere"]);
        Found(new(Standing: "withdrawn")).ShouldBe(["Gone"]);
        Found(new(Standing: "all")).Count.ShouldBe(4);
        Found(new(Kind: "no-such")).ShouldBeEmpty();

        List<string> Found(ProductFilter filter) => [.. register.Matching(filter).Select(p => p.Newest.Title).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Each_kind_and_standing_has_a_code_of_its_own()
    {
        foreach (var kind in ProductKinds.All)
        {
            ProductKinds.TryFind(kind.Code(), out var found).ShouldBeTrue();
            found.ShouldBe(kind);
        }
        ProductKinds.TryFind("", out _).ShouldBeFalse();
        ProductStandings.All.Select(s => s.Code()).Distinct().Count().ShouldBe(ProductStandings.All.Count);
    }

    private static ProductRegister Register(params Versioned<Product>[] all) => new(all, _ => true, Today);
}
