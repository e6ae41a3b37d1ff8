using Made.Core;
using Made.Core.Assessment;
using Made.Core.Products;
using Made.Core.Register;
using Made.Core.Sharing;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Products;

public sealed class ProductRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Vocabulary Vocabulary = new([new("asb", "Anti-social behaviour", IssueKind.Issue, "", [], DateOnly.MinValue, DateOnly.MaxValue, "test")], []);
    private static readonly Bodies Bodies = new([new("council", "Council", "council", DateOnly.MinValue, DateOnly.MaxValue, [], "test")]);
    private static readonly Change Change = new("analyst", "test", DateTimeOffset.UnixEpoch);

    internal static Product Whole { get; } = new()
    {
        Title = "Problem profile",
        Kind = ProductKind.ProblemProfile,
        Summary = "What it finds.",
        Issues = ["asb"],
        Areas = [new("A")],
        OwnerRole = "analyst",
        OwnerOrganisation = "council",
        Marking = Marking.Official,
        Day = Today.AddDays(-10),
        ReviewBy = Today.AddDays(10),
        Link = "https://www.example.org/profile",
        File = null,
        Supersedes = null,
    };

    public static TheoryData<string, Product> Faults => new()
    {
        { "title", Whole with { Title = "" } },
        { "title", Whole with { Title = new string('a', Product.LongestTitle + 1) } },
        { "summary", Whole with { Summary = "" } },
        { "issues", Whole with { Issues = [] } },
        { "issues", Whole with { Issues = ["no-such"] } },
        { "areas", Whole with { Areas = [new("B")] } },
        { "ownerRole", Whole with { OwnerRole = "" } },
        { "ownerOrganisation", Whole with { OwnerOrganisation = "no-such" } },
        { "day", Whole with { Day = Today.AddDays(1) } },
        { "reviewBy", Whole with { ReviewBy = Whole.Day } },
        { "link", Whole with { Link = "" } },
        { "link", Whole with { Link = "javascript:alert(1)" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_product_that_breaks_a_rule_is_told_so_beside_the_field(string field, Product product) => Broken(product).ShouldBe([field]);

    [Fact]
    public void A_whole_product_breaks_no_rule_and_a_file_stands_for_a_link()
    {
        Broken(Whole).ShouldBeEmpty();
        Broken(Whole with { Areas = [] }).ShouldBeEmpty();
        ProductRules.Broken(Whole with { Link = "" }, hasFile: true, Vocabulary, Bodies, [new("A")], Today).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://www.example.org/a?b=c#d", true)]
    [InlineData("http://example.org", true)]
    [InlineData("/tables/burglary", true)]
    [InlineData("//example.org/a", false)]
    [InlineData("/\\example.org", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,a", false)]
    [InlineData("file:///etc/hosts", false)]
    [InlineData("https://user:word@example.org/", false)]
    [InlineData("https://example.org/a b", false)]
    [InlineData("example.org", false)]
    public void An_address_is_one_of_the_web_or_of_this_site(string link, bool holds) => ProductRules.IsAddress(link).ShouldBe(holds);

    [Fact]
    public void A_product_takes_the_place_of_one_that_is_there_once_and_never_of_its_own_successor()
    {
        var (first, second, third) = (Filed(Whole), Filed(Whole with { Title = "Second" }), Guid.NewGuid());
        second = Filed(second.Newest with { Supersedes = first.Id }, second.Id);
        ProductRules.WhyNot(third, Whole with { Supersedes = first.Id }, [first, second])!.Code.ShouldBe("product-superseded");
        ProductRules.WhyNot(second.Id, second.Newest, [first, second]).ShouldBeNull("it holds the place already");
        ProductRules.WhyNot(third, Whole with { Supersedes = second.Id }, [first, second]).ShouldBeNull();
        ProductRules.WhyNot(third, Whole with { Supersedes = Guid.NewGuid() }, [first, second])!.Code.ShouldBe("no-such-product");
        ProductRules.WhyNot(first.Id, first.Newest with { Supersedes = second.Id }, [first, second])!.Code.ShouldBe("product-supersedes-itself");
        ProductRules.WhyNot(first.Id, first.Newest with { Supersedes = first.Id }, [first])!.Code.ShouldBe("product-supersedes-itself");
        ProductRules.WhyNot(third, Whole with { Supersedes = first.Id }, [first, Filed(second.Newest with { IsWithdrawn = true }, second.Id)]).ShouldBeNull("what was withdrawn takes nobody's place");
    }

    internal static Versioned<Product> Filed(Product product, Guid? id = null) => new(id ?? Guid.NewGuid(), [(product, Change)]);

    private static IEnumerable<string> Broken(Product product) => ProductRules.Broken(product, hasFile: false, Vocabulary, Bodies, [new("A")], Today).Select(b => b.Field);
}
