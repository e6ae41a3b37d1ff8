using System.Text;
using Made.TestKit.Site;
using Made.Web.Composition;
using Xunit;

namespace Made.Tests.Integration.Site;

/// <summary>Pages are kept until the records change; a change is seen a moment later at the latest, and nobody waits while another's request makes the page anew.</summary>
public sealed class PageCacheTests
{
    private const string Page = "/dashboard/E07000118";
    private readonly MovedClock clock = new();

    [Fact]
    public async Task While_one_request_makes_a_page_anew_the_others_get_it_as_it_was()
    {
        var cache = new PageCache(clock);
        Keep(cache, "before", 1);
        Assert.Null(cache.Find(Page, 2));
        Assert.Null(cache.Meanwhile(Page)); // Nobody makes it: whoever asks does.
        using (await cache.Turn(Page, CancellationToken.None))
        {
            Assert.Equal("before", Text(cache.Meanwhile(Page)));
            Assert.Null(cache.Find(Page, 2));
            Keep(cache, "after", 2);
        }
        Assert.Equal("after", Text(cache.Find(Page, 2)));
        Assert.Null(cache.Meanwhile(Page));
    }

    [Fact]
    public async Task A_page_that_has_not_been_current_for_two_seconds_is_nobodys_answer()
    {
        var cache = new PageCache(clock);
        Keep(cache, "before", 1);
        clock.Ahead += TimeSpan.FromSeconds(1.9);
        using var turn = await cache.Turn(Page, CancellationToken.None);
        Assert.Null(cache.Find(Page, 2));
        Assert.Equal("before", Text(cache.Meanwhile(Page)));
        clock.Ahead += TimeSpan.FromSeconds(0.2);
        Assert.Null(cache.Meanwhile(Page));
    }

    [Fact]
    public async Task A_page_that_was_asked_for_while_it_was_current_counts_from_then()
    {
        var cache = new PageCache(clock);
        Keep(cache, "before", 1);
        clock.Ahead += TimeSpan.FromHours(1);
        Assert.Equal("before", Text(cache.Find(Page, 1)));
        clock.Ahead += TimeSpan.FromSeconds(1);
        using var turn = await cache.Turn(Page, CancellationToken.None);
        Assert.Null(cache.Find(Page, 2));
        Assert.Equal("before", Text(cache.Meanwhile(Page)));
    }

    [Fact]
    public async Task A_page_made_before_a_change_that_came_meanwhile_is_not_kept()
    {
        var cache = new PageCache(clock);
        Assert.Null(cache.Find(Page, 2));
        cache.Keep(Page, Encoding.UTF8.GetBytes("made from what was there before"), "text/html", 1);
        Assert.Null(cache.Find(Page, 2));
        using var turn = await cache.Turn(Page, CancellationToken.None);
        Assert.Null(cache.Meanwhile(Page));
    }

    private static void Keep(PageCache cache, string text, long version)
    {
        Assert.Null(cache.Find(Page, version));
        cache.Keep(Page, Encoding.UTF8.GetBytes(text), "text/html", version);
    }

    private static string? Text(CachedPage? page) => page is null ? null : Encoding.UTF8.GetString(page.Body);
}
