using Made.Web.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

/// <summary>Where references disagree an option chooses: what holds without it stands in the description, on the page and with the result.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Every_option_stands_on_the_page_of_its_method()
    {
        // Of the seasonal states s0 to s10 the page names the first.
        var missing = MethodForms.All.Select(f => f.Description).SelectMany(d => d.Options.Where(o => !OnPage(d.Page, o.Name.StartsWith('s') && char.IsAsciiDigit(o.Name[^1]) ? "s0" : o.Name)).Select(o => $"{d.Page}: {o.Name}"));
        missing.Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void A_result_comes_with_every_option_and_what_held_for_it()
    {
        var form = MethodForms.All.Single(f => f.Description.Name == "xmr");
        var input = new MethodInput("input", "date,y\n2023-01-01,1\n"u8.ToArray(), """{"screen": true}""", form.Description);
        input.Options.Used().ShouldBe([
            "improvement = \"increase\" (left out)", "target = not set (left out)", "screen = true", "fixAfter = not set (left out)", "rules = \"ptd\" (left out)",
            "points = 7 (left out)", "targetOnLimit = \"hit-or-miss\" (left out)"]);
    }

    [Theory]
    [InlineData("xmr", "screen", "false")]
    [InlineData("xmr", "rules", "\"ptd\"")]
    [InlineData("xmr", "points", "7")]
    [InlineData("xmr", "targetOnLimit", "\"hit-or-miss\"")]
    [InlineData("farrington", "variant", "\"flexible\"")]
    [InlineData("farrington", "threshold", "\"delta\"")]
    [InlineData("farrington", "limit54", "[5, 4]")]
    [InlineData("recent-trend", "test", "\"weighted\"")]
    [InlineData("rate-ci", "limits", "\"exact-below-10\"")]
    [InlineData("dsr", "missing", "\"none\"")]
    [InlineData("isr", "missing", "\"none\"")]
    [InlineData("quantiles", "first", "\"highest\"")]
    [InlineData("funnel-limits", "search", "\"halving\"")]
    [InlineData("funnel-overdispersion", "method", "\"SHMI\"")]
    [InlineData("gi", "variance", "\"squared-weights\"")]
    [InlineData("ets", "limits", "\"forecast-8.23\"")]
    [InlineData("near-repeat", "distance", "\"manhattan\"")]
    [InlineData("cell-key", "keys", "\"fraction\"")]
    public void Where_references_disagree_the_default_is_declared(string method, string option, string standard) =>
        MethodForms.All.Single(f => f.Description.Name == method).Description.Options.Single(o => o.Name == option).Standard.ShouldBe(standard);

    [Theory]
    [InlineData("xmr", "TRUE,ptd", """{"screen": true}""")]
    [InlineData("farrington", ",farrington flexible delta", "{}")]
    [InlineData("cusum", ",cusum from 61", "{}")]
    [InlineData("glr-cusum", ",glr-cusum from 61", "{}")]
    [InlineData("ears", ",ears C1", "{}")]
    [InlineData("recent-trend", "\"test\": \"weighted\"", "{}")]
    [InlineData("ets", "\"ETS(A,N,N) given, limits forecast-8.23\"", """{"model":"ANN","alpha":0.3,"l":14}""")]
    [InlineData("gi", "\"variance\": \"squared-weights\"", "{}")]
    [InlineData("local-moran", "\"moments\": \"conditional\"", "{}")]
    [InlineData("topsis", "\"normalisation\": \"vector\"", "{}")]
    [InlineData("quantiles", ",10,highest", "{}")]
    [InlineData("attribute-chart", ",pp", """{"chart":"pp"}""")]
    public void The_choice_stands_in_the_result(string method, string shown, string options) =>
        FormRun.Text(method, MethodExample.All.Single(e => e.Method == method).Text, options).ShouldContain(shown);

    [Fact]
    public void Six_in_a_row_are_a_shift_where_six_are_asked_for()
    {
        var text = CommandRun.Csv("date,y", new[] { 1, 9, 1, 9, 1, 9, 6, 7, 6, 7, 6, 7, 1, 1, 1 }.Select((y, i) => $"2023-01-{i + 1:00},{y}"));
        FormRun.Rows("xmr", text, """{"points": 6}""")[8]["special_cause_type"].ShouldBe("6 Points Above CL");
        FormRun.Rows("xmr", text)[8]["special_cause_type"].ShouldBe("7 Points Above CL");
        FormRun.Rows("xmr", text.Replace("06,9", "06,2", StringComparison.Ordinal))[8]["special_cause_type"].ShouldBe("Common Cause");
    }

    private static bool OnPage(string page, string option) =>
        File.ReadAllText(TestKit.Repository.Path("docs", "methods", page + ".md")).Contains($"`{option}`", StringComparison.Ordinal);
}
