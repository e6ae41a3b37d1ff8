using System.Globalization;
using System.Text;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class DetectionFormTests
{
    [Fact]
    public void Farrington_writes_a_bound_and_an_alarm_for_every_point()
    {
        var rows = FormRun.Rows("farrington", Csv(OwnSeries.Busy));
        rows.Count.ShouldBe(84);
        rows[48].ShouldBe(new() { ["t"] = "49", ["observed"] = "13", ["upperbound"] = "", ["alarm"] = "", ["expected"] = "", ["p"] = "", ["verdict"] = "too-early", ["method"] = "farrington flexible delta" });
        rows[79]["alarm"].ShouldBe("1");
        rows[79]["verdict"].ShouldBe("alarm");
        rows[79].Number("upperbound").ShouldBe(36.43429822205572, 1e-6);
        rows[79].Number("expected").ShouldBe(20.77061657957781, 1e-6);
        rows[78]["alarm"].ShouldBe("0");
        rows[78]["verdict"].ShouldBe("usual");
    }

    [Theory]
    [InlineData("""{"threshold":"nbPlugin"}""", 37)]
    [InlineData("""{"threshold":"muan"}""", 39)]
    [InlineData("""{"variant":"original"}""", 36.47801070688528)]
    [InlineData("""{"noPeriods":4,"pastNotIncluded":3}""", 32.63029892512942)]
    [InlineData("""{"reweight":false}""", 39.996489595696204)]
    [InlineData("""{"trend":false}""", 36.693002420095425)]
    [InlineData("""{"pThresholdTrend":0.05}""", 36.693002420095425)]
    [InlineData("""{"w":2,"b":5,"weightsThreshold":1}""", 32.53655485707291)]
    [InlineData("""{"start":"2016-01"}""", 36.436416326988194)]
    [InlineData("""{"frequency":6,"b":6}""", 30.763152802560622)]
    public void Farringtons_options_reach_the_method(string options, double bound) =>
        FormRun.Rows("farrington", Csv(OwnSeries.Busy), options)[79].Number("upperbound").ShouldBe(bound, 1e-6);

    [Fact]
    public void Weeks_have_the_published_settings()
    {
        var counts = Enumerable.Range(0, 260).Select(i => 10.0 + (i * 7 % 5)).ToArray();
        var standard = FormRun.Text("farrington", Csv(counts), """{"frequency":52}""");
        FormRun.Text("farrington", Csv(counts), """{"frequency":52,"w":3,"noPeriods":10,"pastNotIncluded":26}""").ShouldBe(standard);
        FormRun.Text("farrington", Csv(counts), """{"frequency":52,"noPeriods":1}""").ShouldNotBe(standard);
    }

    [Fact]
    public void Months_in_t_are_the_calendar()
    {
        var text = new StringBuilder("t,observed\n");
        for (var i = 0; i < 84; i++)
            text.Append(CultureInfo.InvariantCulture, $"{2016 + (i / 12)}-{(i % 12) + 1:00},{OwnSeries.Busy[i]}\n");
        var rows = FormRun.Rows("farrington", text.ToString());
        rows[79]["t"].ShouldBe("2022-08");
        rows[79].Number("upperbound").ShouldBe(36.436416326988194, 1e-6);
    }

    [Fact]
    public void Too_few_events_have_no_bound_and_in_the_original_form_its_0()
    {
        double[] counts = [.. OwnSeries.Constant(59, 1), 0];
        FormRun.Rows("farrington", Csv(counts))[59].ShouldContainKeyAndValue("upperbound", "");
        FormRun.Rows("farrington", Csv(counts))[59]["alarm"].ShouldBe("0");
        FormRun.Rows("farrington", Csv(counts))[59]["verdict"].ShouldBe("too-few-events");
        FormRun.Rows("farrington", Csv(counts), """{"variant":"original"}""")[59]["upperbound"].ShouldBe("0");
        FormRun.Rows("farrington", Csv(counts), """{"limit54":[3,4]}""")[59]["verdict"].ShouldBe("usual");
    }

    [Fact]
    public void Points_that_could_not_be_judged_say_why()
    {
        double[] counts = [.. OwnSeries.Constant(59, 0), 9];
        FormRun.Rows("farrington", Csv(counts))[59]["verdict"].ShouldBe("baseline-empty");
        FormRun.Rows("farrington", Csv(counts))[59]["alarm"].ShouldBe("");
        FormRun.Rows("farrington", Csv(counts).Replace("60,9", "60,"))[59]["verdict"].ShouldBe("not-observed");
        FormRun.Rows("ears", Csv(OwnSeries.Constant(20, 3)), """{"method":"C3"}""")[19]["verdict"].ShouldBe("no-spread");
        FormRun.Rows("farrington", Csv(counts), """{"b":3,"range":[59,59]}""").Select(r => r["verdict"]).ShouldBe(
            [.. Enumerable.Repeat("not-asked-for", 58), "too-few-events", "not-asked-for"]);
    }

    [Fact]
    public void Ears_writes_its_bounds()
    {
        FormRun.Rows("ears", Csv([2, 4, 6, 11]), """{"baseline":3}""")[3]["alarm"].ShouldBe("1");
        FormRun.Rows("ears", Csv([2, 4, 6, 90, 80, 11]), """{"baseline":3,"method":"C2"}""")[5]["alarm"].ShouldBe("1");
        FormRun.Rows("ears", Csv([0, 0, 0, 3]), """{"baseline":3,"minSigma":1}""")[3].Number("upperbound").ShouldBe(3.090232306167813, 1e-9);
        FormRun.Rows("ears", Csv([0, 0, 0, 3]), """{"baseline":3,"minSigma":1,"alpha":0.025}""")[3].Number("upperbound").ShouldBe(1.959963984540054, 1e-9);
        FormRun.Rows("ears", Csv([3, 3, 3, 3, 3, 3, 3, 9]), """{"baseline":3,"minSigma":1,"method":"C3"}""")[7].Number("upperbound").ShouldBe(9 + 1.959963984540054, 1e-9);
    }

    [Fact]
    public void Sums_begin_where_they_are_told_to_or_after_five_years()
    {
        FormRun.Rows("cusum", Csv([4, 4, 4, 7]), """{"from":4,"k":1,"h":2}""")[3]["upperbound"].ShouldBe("10");
        FormRun.Rows("cusum", Csv([4, 4, 4, 7]), """{"range":[4,4],"k":1,"h":2}""")[3]["upperbound"].ShouldBe("10");
        var rows = FormRun.Rows("cusum", Csv(OwnSeries.Busy));
        rows[59]["verdict"].ShouldBe("too-early");
        rows[60]["verdict"].ShouldBe("usual");
        rows = FormRun.Rows("cusum", Csv(OwnSeries.Busy), """{"frequency":4}""");
        rows[19]["verdict"].ShouldBe("too-early");
        rows[20]["verdict"].ShouldBe("usual");
        FormRun.Rows("glr-cusum", Csv([6, 6, 6, 6, 14]), """{"from":5,"S":0,"cARL":4}""")[4]["upperbound"].ShouldBe("15");
        FormRun.Rows("glr-cusum", Csv(OwnSeries.Busy), """{"from":73}""")[79]["alarm"].ShouldBe("1");
        FormRun.Rows("glr-cusum", Csv(OwnSeries.Busy), """{"from":73}""")[72]["upperbound"].ShouldBe("24");
        FormRun.Rows("glr-cusum", Csv(OwnSeries.Busy), """{"from":73,"frequency":6}""")[72]["upperbound"].ShouldNotBe("24");
    }

    [Theory]
    [InlineData("t,observed\n1,2\n2,-1\n", "{}", "input, row 3, column 'observed': '-1' is negative.")]
    [InlineData("t,observed\n1,2\n3,1\n", "{}", "input, row 3, column 't': '3' does not follow '1'; give every point a row, and leave the count of a missing one empty.")]
    [InlineData("t,observed\n2020-12,2\n2021-02,1\n", "{}", "input, row 3, column 't': '2021-02' does not follow '2020-12'; give every point a row, and leave the count of a missing one empty.")]
    [InlineData("t\n1\n", "{}", "input, row 1: there is no column 'observed'; the header has 't'.")]
    [InlineData("t,observed\n1,2\n", """{"range":[1,2]}""", "Option 'range': names no stretch of the 1 points.")]
    [InlineData("t,observed\n1,2\n", """{"range":[]}""", "Option 'range': names no stretch of the 1 points.")]
    [InlineData("t,observed\n1,2\n2,2\n", """{"range":[2,1]}""", "Option 'range': names no stretch of the 2 points.")]
    [InlineData("t,observed\n1,2\n", """{"limit54":[5]}""", "Option 'limit54': is not a pair, [events, points].")]
    [InlineData("t,observed\n1,2\n", """{"start":"May"}""", "Option 'start': is not a month (yyyy-MM).")]
    [InlineData("t,observed\n1,2\n", """{"threshold":"x"}""", "Option 'threshold': 'x' is not one of delta, nbPlugin, muan.")]
    [InlineData("t,observed\n1,2\n", """{"b":2}""", "b is 2, but the method needs between 3 and 100 years.")]
    public void What_is_wrong_is_said(string text, string options, string said) => FormRun.Refusal("farrington", text, options).ShouldBe(said);

    [Fact]
    public void A_label_that_is_neither_number_nor_month_may_follow_anything() =>
        FormRun.Rows("ears", "t,observed\nA,1\nC,1\n1,1\nX,1\n")[2]["t"].ShouldBe("1");

    [Fact]
    public void A_start_beyond_the_series_is_refused()
    {
        FormRun.Refusal("cusum", Csv([1, 2])).ShouldBe("Watching is to begin at point 61, but the series has 2 points and needs an event before that one.");
        FormRun.Refusal("glr-cusum", Csv([1, 2])).ShouldBe("Watching is to begin at point 61, but the series has 2 points and needs an event before that one.");
        FormRun.Refusal("cusum", Csv([1, 2]), """{"trans":"rossi"}""").ShouldBe("Option 'trans': 'rossi' is not one of standard.");
    }

    [Fact]
    public void Stl_writes_its_parts()
    {
        var text = new StringBuilder("t,y\n").AppendJoin("", OwnSeries.Busy.Select((y, i) => $"{i + 1},{y}\n")).ToString();
        var rows = FormRun.Rows("stl", text);
        rows[0].Number("seasonal").ShouldBe(-4.821244057053486, 1e-9);
        rows[0].Number("trend").ShouldBe(12.668694318309086, 1e-9);
        rows[0].Number("remainder").ShouldBe(11 + 4.821244057053486 - 12.668694318309086, 1e-9);
        rows[0]["y"].ShouldBe("11");
        FormRun.Rows("stl", text, """{"s_window":7}""")[0].Number("seasonal").ShouldBe(-3.3053660997324843, 1e-9);
        FormRun.Rows("stl", text, """{"s_window":"7"}""")[0].Number("seasonal").ShouldBe(-3.3053660997324843, 1e-9);
        FormRun.Rows("stl", text, """{"s_window":8,"robust":true}""")[0].Number("trend").ShouldBe(12.86874060612149, 1e-9);
        FormRun.Rows("stl", text, """{"s_window":13,"period":5}""")[0].Number("trend").ShouldBe(8.604778193899671, 1e-9);
        FormRun.Refusal("stl", text, """{"s_window":2}""").ShouldBe("Option 's_window': '2' is neither periodic nor a whole number of 3 or more.");
        FormRun.Refusal("stl", text, """{"s_window":"x"}""").ShouldBe("Option 's_window': 'x' is neither periodic nor a whole number of 3 or more.");
        FormRun.Refusal("stl", "t,y\n1,\n2,1\n").ShouldBe("input, row 2, column 'y': is empty.");
        FormRun.Refusal("stl", "t,y\n1,1\n2,1\n").ShouldBe("The series has 2 points; a season of 12 needs more than 24.");
    }

    private static string Csv(IEnumerable<double> counts) =>
        new StringBuilder("t,observed\n").AppendJoin("", counts.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{c}\n"))).ToString();
}
