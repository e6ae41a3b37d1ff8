using System.Xml.Linq;
using Made.Core.Calendar;
using Made.Core.Indicators;
using Made.TestKit.Gallery;
using Made.Web.Charts;
using Made.Web.Downloads;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Charts;

public sealed class DrawingTests
{
    public static TheoryData<string> All => ["trend", "short", "bars", "map", "funnel", "spark"];

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_chart_gives_the_same_bytes(string name) =>
        Drawing.ForPage(Chart(name)).ShouldBe(Drawing.ForPage(Chart(name)));

    [Theory]
    [MemberData(nameof(All))]
    public void A_chart_is_named_described_scales_and_has_no_style_of_its_own(string name)
    {
        var svg = XElement.Parse(Drawing.ForPage(Chart(name)));
        var ids = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        ids.Select(id => svg.Descendants().Single(e => e.Attribute("id")?.Value == id).Value).ShouldBe([Chart(name).Title, Chart(name).Sentence]);
        svg.Attribute("viewBox").ShouldNotBeNull();
        svg.Attribute("width").ShouldBeNull();
        svg.DescendantsAndSelf().Attributes("style").ShouldBeEmpty();
        svg.Descendants("style").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Wide_and_narrow_share_no_id(string name)
    {
        var ids = new[] { Layout.Wide, Layout.Narrow }.SelectMany(l => XElement.Parse(Drawing.ForPage(Chart(name), l)).Descendants().Attributes("id").Select(a => a.Value)).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
    }

    [Fact]
    public void A_month_without_a_number_breaks_the_line_and_is_hatched_and_named()
    {
        var svg = XElement.Parse(Drawing.ForPage(Line(10, null, 12)));
        Class(svg, "c-line").Count().ShouldBe(2);
        svg.Descendants("rect").Count(r => r.Attribute("fill")?.Value == "url(#line-hatch)").ShouldBeGreaterThanOrEqualTo(1);
        svg.Value.ShouldContain("not supplied");
        svg.Descendants().Attributes("data-value").Count().ShouldBe(2);
    }

    [Fact]
    public void A_line_without_gaps_is_one_line_and_has_no_hatching()
    {
        var svg = XElement.Parse(Drawing.ForPage(Line(10, 11, 12)));
        Class(svg, "c-line").Count().ShouldBe(1);
        svg.ToString().ShouldNotContain("hatch");
    }

    [Fact]
    public void A_hidden_month_is_dotted_and_its_number_is_nowhere()
    {
        var svg = Drawing.ForPage(Samples.Trend);
        svg.ShouldContain("trend-asb-dots");
        svg.ShouldNotContain("July 2021:");
    }

    [Fact]
    public void The_value_axis_starts_at_zero()
    {
        var svg = XElement.Parse(Drawing.ForPage(Line(1000, 1010, 1020)));
        Class(svg, "c-soft c-small c-end").First().Value.ShouldBe("0");
    }

    [Fact]
    public void A_break_cuts_the_line_and_states_its_reason()
    {
        var chart = Line(10, 11, 12) with { Breaks = [new TrendBreak(new Month(2022, 2), "counted in another way")] };
        var svg = XElement.Parse(Drawing.ForPage(chart));
        Class(svg, "c-line").Count().ShouldBe(2);
        svg.Value.ShouldContain("From February 2022: counted in another way");
    }

    [Fact]
    public void Trial_limits_are_lighter_and_say_so()
    {
        var svg = XElement.Parse(Drawing.ForPage(Samples.Short));
        Class(svg, "c-trial").ShouldNotBeEmpty();
        svg.Value.ShouldContain("trial limit");
        Class(XElement.Parse(Drawing.ForPage(Samples.Trend)), "c-trial").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PointMark.High, Polarity.Neutral, "c-neutral")]
    [InlineData(PointMark.Low, Polarity.Neutral, "c-neutral")]
    [InlineData(PointMark.High, Polarity.LowerIsBetter, "c-worse")]
    [InlineData(PointMark.Low, Polarity.LowerIsBetter, "c-better")]
    [InlineData(PointMark.High, Polarity.HigherIsBetter, "c-better")]
    [InlineData(PointMark.Low, Polarity.HigherIsBetter, "c-worse")]
    [InlineData(PointMark.Common, Polarity.LowerIsBetter, "c-point")]
    public void Colour_judges_only_where_a_direction_is_agreed(PointMark mark, Polarity polarity, string colour)
    {
        var chart = Line(10, 11, 30) with { Polarity = polarity };
        chart = chart with { Points = [.. chart.Points.SkipLast(1), chart.Points[^1] with { Mark = mark }] };
        Class(XElement.Parse(Drawing.ForPage(chart)), colour + " c-last").Count().ShouldBe(1);
    }

    [Fact]
    public void Bars_are_ranked_and_absent_ones_come_last_with_their_marker()
    {
        var svg = XElement.Parse(Drawing.ForPage(Samples.Bars));
        svg.Elements("a").Select(a => a.Elements("text").First().Value).First().ShouldBe("Market");
        svg.Elements("a").TakeLast(2).Select(a => a.Elements("text").Last().Value).ShouldBe(["suppressed", "not supplied"]);
    }

    [Fact]
    public void A_picture_with_links_is_a_group_that_can_be_entered()
    {
        XElement.Parse(Drawing.ForPage(Samples.Map)).Attribute("role")!.Value.ShouldBe("group");
        XElement.Parse(Drawing.ForPage(Samples.Trend)).Attribute("role")!.Value.ShouldBe("img");
    }

    [Fact]
    public void A_value_on_a_bound_lies_in_the_class_above_it_and_every_area_is_in_the_legend()
    {
        MapClasses.Of(Samples.Map, Shown.Number(29.999)).ShouldBe(1);
        MapClasses.Of(Samples.Map, Shown.Number(30)).ShouldBe(2);
        MapClasses.Of(Samples.Map, Shown.Number(90)).ShouldBe(5);
        MapClasses.Legend(Samples.Map).Sum(c => c.Areas).ShouldBe(Samples.Map.Areas.Count);
    }

    [Fact]
    public void A_saved_chart_carries_title_source_edition_and_style()
    {
        XNamespace ns = "http://www.w3.org/2000/svg";
        var svg = XElement.Parse(ChartFile.Svg(Samples.Trend, Samples.Origin));
        svg.Descendants(ns + "style").Single().Value.ShouldContain(".c-line");
        svg.Value.ShouldContain("SYNTHETIC");
        svg.Value.ShouldContain("July 2022, edition 2, made on 4 September 2022. Source: Fictional police records");
        svg.Attribute("width").ShouldNotBeNull();
    }

    [Fact]
    public void Words_from_outside_cannot_become_markup() =>
        Drawing.ForPage(Line(1, 2, 3) with { Title = "<script>alert(1)</script>\"" }).ShouldNotContain("<script");

    [Fact]
    public void A_funnel_names_every_area_once_marks_those_outside_and_draws_both_kinds_of_limits()
    {
        var svg = XElement.Parse(Drawing.ForPage(Samples.Funnel));
        foreach (var dot in Samples.Funnel.Dots)
            svg.Descendants("text").Count(t => t.Value == dot.Name).ShouldBe(1, dot.Name);
        (Class(svg, "c-neutral").Count(), Class(svg, "c-limit").Count(), Class(svg, "c-limit-far").Count(), Class(svg, "c-limit-thin").Count()).ShouldBe((1, 2, 2, 4));
        Class(XElement.Parse(Drawing.ForPage(Samples.Funnel with { IsWidened = false })), "c-limit-thin").ShouldBeEmpty();
        var narrow = XElement.Parse(Drawing.ForPage(Samples.Funnel, Layout.Narrow));
        narrow.Descendants("text").Count(t => Samples.Funnel.Dots.Any(d => d.Name == t.Value)).ShouldBe(1, "on a telephone only the one outside is named");
        ChartTable.Of(Samples.Funnel).Rows.Count().ShouldBe(Samples.Funnel.Dots.Count);
    }

    private static IEnumerable<XElement> Class(XElement svg, string name) => svg.Descendants().Where(e => e.Attribute("class")?.Value == name);

    private static Chart.Trend Line(params double?[] values) => new()
    {
        Id = "line",
        Title = "Counts",
        Sentence = "They rise.",
        Unit = "offences",
        Points = [.. values.Select((v, i) => new TrendPoint(new Month(2022, 1).Plus(i), v is { } number ? Shown.Number(number) : Shown.Absent(Absence.NotSupplied)))],
    };

    private static Chart Chart(string name) => name switch
    {
        "trend" => Samples.Trend,
        "short" => Samples.Short,
        "bars" => Samples.Bars,
        "map" => Samples.Map,
        "funnel" => Samples.Funnel,
        _ => Samples.Spark("spark", 3),
    };
}
