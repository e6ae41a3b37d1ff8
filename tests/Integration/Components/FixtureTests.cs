using System.Net;
using Made.Web.Components;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Components;

/// <summary>Each component makes the HTML of GOV.UK Frontend's own template, for every example whose options it has.</summary>
public sealed class FixtureTests
{
    private static readonly string[] Field =
        ["name", "id", "label.text", "label.classes", "label.isPageHeading", "hint.text", "errorMessage.text", "describedBy", "formGroup.classes", "classes", "disabled"];

    [Fact]
    public void Buttons_match() => Compare("button", 9, ["text", "classes", "name", "type", "value", "disabled", "preventDoubleClick", "id"],
        f => Html.Of(new Button { Class = f.Text("classes"), Name = f.Text("name"), Type = f.Text("type") ?? "submit", Value = f.Text("value"), Disabled = f.Flag("disabled") ?? false, PreventDoubleClick = f.Flag("preventDoubleClick"), Id = f.Text("id") }, Encoded(f.Text("text"))));

    [Fact]
    public void Link_buttons_match() => Compare("button", 1, ["text", "href", "classes"],
        f => Html.Of(new LinkButton { Href = f.Text("href")!, Class = f.Text("classes") }, Encoded(f.Text("text"))), f => f.Text("href") is not null);

    [Fact]
    public void Tags_match() => Compare("tag", 8, ["text", "classes"], f => Html.Of(new Tag { Class = f.Text("classes") }, Encoded(f.Text("text"))));

    [Fact]
    public void Inset_texts_match() => Compare("inset-text", 3, ["text", "html", "classes", "id"],
        f => Html.Of(new InsetText { Class = f.Text("classes"), Id = f.Text("id") }, f.Text("html") ?? Encoded(f.Text("text"))));

    [Fact]
    public void Warnings_match() => Compare("warning-text", 3, ["text", "html", "classes", "iconFallbackText"],
        f => Html.Of(new WarningText { Class = f.Text("classes"), IconFallbackText = f.Text("iconFallbackText") ?? "Warning" }, f.Text("html") ?? Encoded(f.Text("text"))));

    [Fact]
    public void Details_match() => Compare("details", 4, ["summaryText", "text", "html", "classes", "id", "open"],
        f => Html.Of(new Details { Summary = f.Text("summaryText")!, Class = f.Text("classes"), Id = f.Text("id"), Open = f.Flag("open") ?? false }, f.Text("html") ?? Encoded(f.Text("text"))));

    [Fact]
    public void Notification_banners_match() => Compare("notification-banner", 9, ["text", "html", "type", "titleText", "titleId", "titleHeadingLevel", "role", "classes", "disableAutoFocus"],
        f => Html.Of(new NotificationBanner
        {
            Text = f.Text("text"),
            Success = f.Text("type") == "success",
            Title = f.Text("titleText"),
            TitleId = f.Text("titleId") ?? "govuk-notification-banner-title",
            TitleHeadingLevel = int.Parse(f.Text("titleHeadingLevel") ?? "2"),
            Role = f.Text("role"),
            Class = f.Text("classes"),
            DisableAutoFocus = f.Flag("disableAutoFocus"),
        }, f.Text("html") ?? ""));

    [Fact]
    public void Error_summaries_match() => Compare("error-summary", 6, ["titleText", "descriptionText", "classes", "disableAutoFocus", "errorList.text", "errorList.href"],
        f => Html.Of(new ErrorSummary
        {
            Title = f.Text("titleText") ?? "There is a problem",
            Description = f.Text("descriptionText"),
            Class = f.Text("classes"),
            DisableAutoFocus = f.Flag("disableAutoFocus"),
            Errors = [.. f.List("errorList").Select(e => new FieldError(e.Text("text")!, e.Text("href") ?? ""))],
        }));

    [Fact]
    public void Inputs_match() => Compare("input", 18, [.. Field, "type", "value", "autocomplete", "inputmode", "pattern", "spellcheck", "prefix.text", "suffix.text"],
        f => Html.Of(new Input
        {
            Name = f.Text("name")!,
            Id = f.Text("id"),
            Label = f.Text("label", "text"),
            LabelClass = f.Text("label", "classes"),
            LabelIsHeading = f.Flag("label", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            DescribedBy = f.Text("describedBy"),
            GroupClass = f.Text("formGroup", "classes"),
            Class = f.Text("classes"),
            Disabled = f.Flag("disabled") ?? false,
            Type = f.Text("type") ?? "text",
            Value = f.Text("value"),
            Autocomplete = f.Text("autocomplete"),
            Inputmode = f.Text("inputmode"),
            Pattern = f.Text("pattern"),
            Spellcheck = f.Flag("spellcheck"),
            Prefix = f.Text("prefix", "text"),
            Suffix = f.Text("suffix", "text"),
        }));

    [Fact]
    public void Selects_match() => Compare("select", 8, [.. Field, "value", "items.value", "items.text", "items.disabled"],
        f => Html.Of(new Select
        {
            Name = f.Text("name")!,
            Id = f.Text("id"),
            Label = f.Text("label", "text"),
            LabelClass = f.Text("label", "classes"),
            LabelIsHeading = f.Flag("label", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            DescribedBy = f.Text("describedBy"),
            GroupClass = f.Text("formGroup", "classes"),
            Class = f.Text("classes"),
            Value = f.Text("value"),
            Choices = [.. f.List("items").Select(i => new Choice(i.Text("value"), i.Text("text")!) { Disabled = i.Flag("disabled") ?? false })],
        }));

    [Fact]
    public void Radios_match() => Compare("radios", 8,
        ["name", "idPrefix", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "hint.text", "errorMessage.text", "classes", "value", "items.value", "items.text", "items.hint.text", "items.disabled"],
        f => Html.Of(new Radios
        {
            Name = f.Text("name")!,
            Id = f.Text("idPrefix"),
            Label = f.Text("fieldset", "legend", "text"),
            LabelClass = f.Text("fieldset", "legend", "classes"),
            LabelIsHeading = f.Flag("fieldset", "legend", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            Class = f.Text("classes"),
            Value = f.Text("value"),
            Choices = [.. f.List("items").Select(i => new Choice(i.Text("value"), i.Text("text")!) { Hint = i.Text("hint", "text"), Disabled = i.Flag("disabled") ?? false })],
        }));

    [Fact]
    public void Textareas_match() => Compare("textarea", 8, [.. Field, "rows", "value", "autocomplete", "spellcheck"],
        f => Html.Of(new Textarea
        {
            Name = f.Text("name")!,
            Id = f.Text("id"),
            Label = f.Text("label", "text"),
            LabelClass = f.Text("label", "classes"),
            LabelIsHeading = f.Flag("label", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            DescribedBy = f.Text("describedBy"),
            GroupClass = f.Text("formGroup", "classes"),
            Class = f.Text("classes"),
            Disabled = f.Flag("disabled") ?? false,
            Rows = int.Parse(f.Text("rows") ?? "5"),
            Value = f.Text("value"),
            Autocomplete = f.Text("autocomplete"),
            Spellcheck = f.Flag("spellcheck"),
        }));

    [Fact]
    public void Checkboxes_match() => Compare("checkboxes", 5,
        ["name", "idPrefix", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "hint.text", "errorMessage.text", "classes", "values", "items.value", "items.text", "items.hint.text", "items.disabled"],
        f => Html.Of(new Checkboxes
        {
            Name = f.Text("name")!,
            Id = f.Text("idPrefix"),
            Label = f.Text("fieldset", "legend", "text"),
            LabelClass = f.Text("fieldset", "legend", "classes"),
            LabelIsHeading = f.Flag("fieldset", "legend", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            Class = f.Text("classes"),
            Values = [.. f.List("values").Select(v => v.Options.GetString()!)],
            Choices = [.. f.List("items").Select(i => new Choice(i.Text("value"), i.Text("text")!) { Hint = i.Text("hint", "text"), Disabled = i.Flag("disabled") ?? false })],
        }));

    [Fact]
    public void File_uploads_match() => Compare("file-upload", 9, [.. Field, "javascript", "multiple"],
        f => Html.Of(new FileUpload
        {
            Name = f.Text("name")!,
            Id = f.Text("id"),
            Label = f.Text("label", "text"),
            LabelClass = f.Text("label", "classes"),
            LabelIsHeading = f.Flag("label", "isPageHeading") ?? false,
            Hint = f.Text("hint", "text"),
            Error = f.Text("errorMessage", "text"),
            DescribedBy = f.Text("describedBy"),
            GroupClass = f.Text("formGroup", "classes"),
            Class = f.Text("classes"),
            Disabled = f.Flag("disabled") ?? false,
            DropZone = f.Flag("javascript") ?? false,
            Multiple = f.Flag("multiple") ?? false,
        }));

    [Fact]
    public void Breadcrumbs_match() => Compare("breadcrumbs", 4, ["items.text", "items.href", "classes", "collapseOnMobile"],
        f => Html.Of(new Breadcrumbs { Crumbs = [.. f.List("items").Select(i => new Crumb(i.Text("text")!, i.Text("href") ?? ""))], Class = f.Text("classes"), CollapseOnMobile = f.Flag("collapseOnMobile") ?? false }));

    [Fact]
    public void Summary_lists_match() => Compare("summary-list", 2, ["rows.key.text", "rows.value.text", "classes", "rows.actions.items.href", "rows.actions.items.text", "rows.actions.items.visuallyHiddenText"],
        f => Html.Of(new SummaryList
        {
            Class = f.Text("classes"),
            Rows = [.. f.List("rows").Select(r => r.List("actions", "items").FirstOrDefault() is { } action
                ? new SummaryRow(r.Text("key", "text")!, r.Text("value", "text")!, action.Text("text")!, action.Text("href")!, action.Text("visuallyHiddenText") ?? "")
                : new SummaryRow(r.Text("key", "text")!, r.Text("value", "text")!))],
        }), f => f.List("rows").All(r => r.List("actions", "items").Count() <= 1 && r.Text("value", "text") is not null));

    [Fact]
    public void The_middle_of_a_long_list_matches_their_pagination()
    {
        var fixture = Fixture.Of("pagination").Single(f => f.Name == "with many pages");
        // Their addresses are made up, ours come from the page.
        static string WithoutAddresses(string html) => System.Text.RegularExpressions.Regex.Replace(Html.Normal(html), @" href=\S+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
        WithoutAddresses(Html.Of(new Pagination { Pages = 40, Current = 10, Address = p => $"/page/{p}" })).ShouldBe(WithoutAddresses(fixture.Html), fixture.Name);
    }

    [Fact]
    public void The_comparison_notices_a_missing_attribute()
    {
        var fixture = Fixture.Of("button").First(f => f.Name == "default");
        Html.Normal(Html.Of(new Button { Type = "button" }, "Save and continue")).ShouldNotBe(Html.Normal(fixture.Html));
    }

    // At least so many examples must have been comparable, or the filter has quietly become empty.
    private static void Compare(string component, int atLeast, string[] options, Func<Fixture, string> make, Func<Fixture, bool>? also = null)
    {
        var compared = Fixture.Of(component).Where(f => f.UsesOnly(options) && (also ?? (_ => true))(f)).ToList();
        compared.Count.ShouldBeGreaterThanOrEqualTo(atLeast, component);
        foreach (var fixture in compared)
            Html.Normal(make(fixture)).ShouldBe(Html.Normal(fixture.Html), $"{component}: {fixture.Name}");
    }

    private static string Encoded(string? words) => WebUtility.HtmlEncode(words ?? "");
}
