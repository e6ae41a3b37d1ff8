using Made.Core.Subscriptions;
using Made.Web.Subscriptions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Editions;

public sealed class SubscriptionTests
{
    [Theory]
    [InlineData("everything", true)]
    [InlineData("area:E22990001", true)]
    [InlineData("indicator:all-crime", true)]
    [InlineData("product:018f0000-0000-7000-8000-000000000001", true)]
    [InlineData("everything:x", false)]
    [InlineData("area:", false)]
    [InlineData("1:E22990001", false)]
    [InlineData("", false)]
    public void What_is_followed_reads_as_it_is_written(string code, bool known)
    {
        Subscription.TryParse(code, out var found).ShouldBe(known);
        if (known)
            found.Code.ShouldBe(code);
    }

    [Fact]
    public void A_feeds_ids_depend_on_the_home_and_the_entry_and_not_on_the_address_it_is_asked_by()
    {
        var feed = new Feed(Guid.Parse("018f0000-0000-7000-8000-000000000001"), "Released", "/feeds/released.atom", "/", [new("a", "A", "", "/", DateTimeOffset.UnixEpoch), new("b", "B", "", "/", DateTimeOffset.UnixEpoch)]);
        var (here, there) = (Ids(feed, "http://127.0.0.1:5080"), Ids(feed, "https://made.example.org"));
        here.ShouldBe(there);
        here.Distinct().Count().ShouldBe(3);
        Ids(feed with { Home = Guid.Parse("018f0000-0000-7000-8000-000000000002") }, "http://127.0.0.1:5080").Intersect(here).ShouldBeEmpty();
        here.ShouldAllBe(i => i.StartsWith("urn:uuid:", StringComparison.Ordinal));
        here.Select(i => Guid.Parse(i.AsSpan(9)).Version).Distinct().ShouldBe([8]);
    }

    private static List<string> Ids(Feed feed, string origin) =>
        [.. System.Xml.Linq.XDocument.Parse(System.Text.Encoding.UTF8.GetString(feed.Write(new Uri(origin)))).Descendants("{http://www.w3.org/2005/Atom}id").Select(e => e.Value)];
}
