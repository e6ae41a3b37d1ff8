using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>A step of the way to this page; the last one, without address, is the page itself.</summary>
public sealed record Crumb(string Text, string Href = "");

[HtmlTargetElement("govuk-breadcrumbs", Attributes = "crumbs")]
public sealed class Breadcrumbs : Component
{
    public required IReadOnlyList<Crumb> Crumbs { get; set; }

    public bool CollapseOnMobile { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        to.Open("nav", [("class", Markup.Classes("govuk-breadcrumbs", Class, CollapseOnMobile ? "govuk-breadcrumbs--collapse-on-mobile" : null)), .. others, ("aria-label", "Breadcrumb")])
            .Open("ol", ("class", "govuk-breadcrumbs__list"));
        foreach (var crumb in Crumbs)
            _ = crumb.Href.Length > 0
                ? to.Open("li", ("class", "govuk-breadcrumbs__list-item")).Element("a", crumb.Text, ("class", "govuk-breadcrumbs__link"), ("href", crumb.Href)).Close()
                : to.Element("li", crumb.Text, ("class", "govuk-breadcrumbs__list-item"), ("aria-current", "page"));
        to.Close().Close();
    }
}

/// <param name="Action">A link on the right: "Change"; empty for none.</param>
/// <param name="ActionFor">Said after it to people who hear the page: " name".</param>
public sealed record SummaryRow(string Key, string Value, string Action = "", string ActionHref = "", string ActionFor = "");

[HtmlTargetElement("govuk-summary-list", Attributes = "rows")]
public sealed class SummaryList : Component
{
    public required IReadOnlyList<SummaryRow> Rows { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        var anyAction = Rows.Any(r => r.Action.Length > 0);
        to.Open("dl", [("class", Markup.Classes("govuk-summary-list", Class)), .. others]);
        foreach (var row in Rows)
        {
            to.Open("div", ("class", Markup.Classes("govuk-summary-list__row", anyAction && row.Action.Length == 0 ? "govuk-summary-list__row--no-actions" : null)))
                .Element("dt", row.Key, ("class", "govuk-summary-list__key")).Element("dd", row.Value, ("class", "govuk-summary-list__value"));
            if (row.Action.Length > 0)
            {
                to.Open("dd", ("class", "govuk-summary-list__actions")).Open("a", ("class", "govuk-link"), ("href", row.ActionHref)).Text(row.Action);
                if (row.ActionFor.Length > 0)
                    to.Element("span", " " + row.ActionFor, ("class", "govuk-visually-hidden"));
                to.Close().Close();
            }
            to.Close();
        }
        to.Close();
    }
}

/// <summary>Pages of a long list: the first, the last, and those around the current one.</summary>
[HtmlTargetElement("govuk-pagination", Attributes = "pages,current,address")]
public sealed class Pagination : Component
{
    private const string Previous = """<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path></svg>""";
    private const string Next = """<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path></svg>""";

    public required int Pages { get; set; }

    public required int Current { get; set; }

    /// <summary>The address of a page.</summary>
    public required Func<int, string> Address { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        if (Pages < 2)
            return;
        to.Open("nav", [("class", Markup.Classes("govuk-pagination", Class)), ("aria-label", "Pagination"), .. others]);
        if (Current > 1)
            Arrow(to, "prev", Current - 1, "Previous");
        to.Open("ul", ("class", "govuk-pagination__list"));
        var before = 0;
        foreach (var page in Enumerable.Range(1, Pages).Where(p => p == 1 || p == Pages || Math.Abs(p - Current) <= 2))
        {
            if (page > before + 1)
                to.Open("li", ("class", "govuk-pagination__item govuk-pagination__item--ellipsis")).Text("⋯").Close();
            var number = page.ToString(CultureInfo.InvariantCulture);
            var current = page == Current;
            to.Open("li", ("class", Markup.Classes("govuk-pagination__item", current ? "govuk-pagination__item--current" : null)))
                .Element("a", number, ("class", "govuk-link govuk-pagination__link"), ("href", Address(page)), ("aria-label", "Page " + number), ("aria-current", current ? "page" : null)).Close();
            before = page;
        }
        to.Close();
        if (Current < Pages)
            Arrow(to, "next", Current + 1, "Next");
        to.Close();
    }

    private void Arrow(Markup to, string kind, int page, string words)
    {
        to.Open("div", ("class", "govuk-pagination__" + kind)).Open("a", ("class", "govuk-link govuk-pagination__link"), ("href", Address(page)), ("rel", kind));
        if (kind == "prev")
            to.Html(Components.Pagination.Previous);
        to.Open("span", ("class", "govuk-pagination__link-title")).Text(words).Element("span", " page", ("class", "govuk-visually-hidden")).Close();
        if (kind == "next")
            to.Html(Components.Pagination.Next);
        to.Close().Close();
    }
}
