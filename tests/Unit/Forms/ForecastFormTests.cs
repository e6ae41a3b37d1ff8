using System.Globalization;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

public sealed class ForecastFormTests
{
    private static readonly string Busy = "y\n" + string.Join('\n', OwnSeries.Busy.Select(v => v.ToString(CultureInfo.InvariantCulture))) + "\n";
    private static readonly string BusyJson = $"{{\"train\":[{string.Join(',', OwnSeries.Busy)}],\"frequency\":4}}";

    [Fact]
    public void A_column_of_values_is_forecast_a_year_ahead()
    {
        var rows = FormRun.Rows("seasonal-naive", Busy);
        rows.Count.ShouldBe(12);
        rows.Select(r => r["mean"]).ShouldBe(OwnSeries.Busy[72..].Select(v => v.ToString(CultureInfo.InvariantCulture)));
        rows[0].Keys.ShouldBe(["h", "mean", "lo80", "hi80", "lo95", "hi95", "method"]);
        rows[0].Number("lo95").ShouldBeLessThan(rows[0].Number("lo80"));
        rows[0].Number("lo80").ShouldBeLessThan(rows[0].Number("mean"));
        rows[0].Number("hi80").ShouldBeGreaterThan(rows[0].Number("mean"));
        rows[0].Number("hi95").ShouldBeGreaterThan(rows[0].Number("hi80"));
    }

    [Fact]
    public void The_season_is_that_of_the_options_else_that_of_the_JSON_else_twelve()
    {
        FormRun.Rows("seasonal-naive", BusyJson)[0]["mean"].ShouldBe("17");
        FormRun.Rows("seasonal-naive", BusyJson, """{"frequency":2,"h":1}""").Select(r => r["mean"]).ShouldBe(["17"]);
        FormRun.Rows("seasonal-naive", BusyJson, """{"frequency":1}""")[0]["mean"].ShouldBe("5");
        FormRun.Rows("seasonal-naive", """{"train":[1,2,3,4,5,6,7,8,9,10,11,12,13]}""")[0]["mean"].ShouldBe("2");
    }

    [Fact]
    public void Plain_forecasts_have_their_own_names()
    {
        FormRun.Rows("naive", "y\n1\n3\n2\n")[0]["mean"].ShouldBe("2");
        FormRun.Rows("drift", "y\n1\n3\n3\n7\n")[1].Number("mean").ShouldBe(11, 1e-9);
        FormRun.Rows("mean", "y\n1\n2\n6\n")[0]["mean"].ShouldBe("3");
        FormRun.Rows("theta", Busy)[0].Number("mean").ShouldBe(12.582588983209316, 1e-6);
    }

    [Fact]
    public void Ets_takes_given_parameters_in_an_object_or_one_by_one()
    {
        const string Parameters = """
            "alpha":0.3,"beta":0.1,"gamma":0.2,"l":14,"b":0.2,"s0":1,"s1":-2,"s2":0.5
            """;
        var rows = FormRun.Rows("ets", BusyJson, $"{{\"model\":\"AAA\",\"h\":6,\"parameters\":{{{Parameters},\"loglik\":-1,\"sigma2\":3}}}}");
        rows.Count.ShouldBe(6);
        rows[1].Number("mean").ShouldBe(7.01216904673859, 1e-9);
        rows[1].Number("hi95").ShouldBe(26.735819369045586, 1e-9);
        FormRun.Rows("ets", BusyJson, $"{{\"model\":\"AAA\",\"h\":6,{Parameters}}}").ShouldBe(rows);
        FormRun.Rows("ets", Busy, $"{{\"model\":\"AAA\",\"h\":6,\"frequency\":4,{Parameters}}}").ShouldBe(rows);
        FormRun.Rows("ets", BusyJson, """{"model":"AAdN","alpha":0.3,"beta":0.1,"phi":0.9,"l":14,"b":0.2}""")[1].Number("mean").ShouldBe(12.045180530814948, 1e-9);
    }

    [Fact]
    public void Limits_are_those_of_the_reference_program_unless_those_of_the_definition_are_asked_for()
    {
        const string Given = """
            "model":"MNA","alpha":0.3,"gamma":0.2,"l":14,"s0":1,"s1":-2,"s2":0.5
            """;
        FormRun.Rows("ets", BusyJson, $"{{{Given}}}")[3].Number("hi95").ShouldBe(30.048115354080394, 1e-9);
        FormRun.Rows("ets", BusyJson, $"{{{Given},\"limits\":\"definition\"}}")[3].Number("hi95").ShouldBe(29.290627283719463, 1e-9);
    }

    [Fact]
    public void Ets_fits_what_is_not_given() =>
        FormRun.Rows("ets", Busy, """{"model":"ANA"}""")[0].Number("mean").ShouldBe(11.963892547357505, 1e-3);

    [Theory]
    [InlineData("ets", "y\n1\n2\n", "{}", "Option 'model': is missing; name error, trend and season, such as ANN, AAA or MAM.")]
    [InlineData("ets", "y\n1\n2\n", """{"model":"ANM"}""", "'ANM' is not a model with known prediction intervals.")]
    [InlineData("ets", "y\n1\n2\n", """{"model":"ANN","alpha":0.5}""", "options, 'l': is missing.")]
    [InlineData("ets", "y\n1\n2\n", """{"model":"ANN","parameters":{"l":5}}""", "options, 'parameters', 'alpha': is missing.")]
    [InlineData("ets", "y\n1\n2\n3\n4\n", """{"model":"ANN","alpha":2,"l":1}""", "alpha is 2, but it lies between 0 and 1.")]
    [InlineData("ets", "y\n1\n0\n3\n4\n", """{"model":"MNN","alpha":0.2,"l":1}""", "ETS(M,N,N) multiplies, and value 2 is not above 0.")]
    [InlineData("ets", "y\n1\n", """{"model":"ANN"}""", "The series has 1 value; ETS(A,N,N) needs 4 or more.")]
    [InlineData("naive", "y\n1\nx\n", "{}", "input, row 3, column 'y': 'x' is not a number.")]
    [InlineData("naive", "y\n1\n\n2\n", "{}", "input, row 3, column 'y': is empty.")]
    [InlineData("naive", "z\n1\n", "{}", "input, row 1: there is no column 'y'; the header has 'z'.")]
    [InlineData("naive", """{"train":[1,"x"]}""", "{}", "input, 'train', item 2: \"x\" is not a number.")]
    [InlineData("naive", """{"train":[1,2],"frequency":0}""", "{}", "input, 'frequency': 0 is not a whole number of 1 or more.")]
    [InlineData("naive", "y\n1\n2\n", """{"h":0}""", "options, 'h': 0 is not a whole number of 1 or more.")]
    [InlineData("naive", "y\n1\n2\n", """{"h":10001}""", "Option 'h': is above 10000.")]
    [InlineData("seasonal-naive", "y\n1\n2\n", "{}", "The series has 2 values; Seasonal naive needs 13 or more.")]
    public void What_is_wrong_is_said(string method, string text, string options, string said) => FormRun.Refusal(method, text, options).ShouldBe(said);
}
