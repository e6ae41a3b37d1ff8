using Made.Core.Methods.Forecasting;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Forecasting;

public sealed class EtsTests
{
    private static readonly EtsParameters Given = new() { Alpha = 0.3, Beta = 0.1, Gamma = 0.2, Phi = 0.9, Level = 14, Slope = 0.2, Seasonal = [1, -2, 0.5, 0.5] };

    [Fact]
    public void Smoothing_a_level_by_hand()
    {
        // Levels 10, 11, 10.5, 13.25 with errors 2, -1, 5.5.
        var result = Ets.Run([12, 10, 16, 13.25, 13.25], 1, 2, Model("ANN"), new() { Alpha = 0.5, Level = 10 }).Value();
        result.Variance.ShouldBe((4 + 1 + 30.25) / 3, 1e-12);
        result.LogLikelihood.ShouldBe(-0.5 * 5 * Math.Log(35.25), 1e-12);
        result.Aicc.ShouldBe((5 * Math.Log(35.25)) + 6 + (2 * 3 * 4 / 1.0), 1e-9);
        result.Forecast.Method.ShouldBe("ETS(A,N,N)");
        result.Forecast.Points.Select(p => p.Mean).ShouldBeClose(13.25, 13.25);
        var error = Math.Sqrt(35.25 / 3);
        result.Forecast.Points.Select(p => p.Wide.Upper - p.Mean).ShouldBeClose(Normal.InvCDF(0, 1, 0.975) * error, Normal.InvCDF(0, 1, 0.975) * error * Math.Sqrt(1.25));
    }

    [Fact]
    public void Too_few_values_for_the_criterion_make_it_infinite() =>
        Ets.Run([12, 10, 16, 13], 1, 1, Model("ANN"), new() { Alpha = 0.5, Level = 10 }).Value().Aicc.ShouldBe(double.PositiveInfinity);

    [Theory]
    [InlineData("AAN", -366.1754348198638, 76.43464784026146, "14.657865033360254 12.773730818380486 10.889596603400717 9.005462388420948 7.12132817344118 5.237193958461411", "31.79322473640184 31.229078024462545 31.236708893236745 31.802575743188918 32.8814222700264 34.41766004868352")]
    [InlineData("AAdN", -361.19836238941116, 68.75250393833382, "13.753993384116864 12.045180530814948 10.50724896284322 9.12311055166867 7.877385981611572 6.756233868560182", "30.005452170906437 29.488833543306207 29.556433658341135 30.123166174694955 31.096339730486008 32.391547812945866")]
    [InlineData("ANA", -355.4798651171019, 60.77007532294816, "11.42280430474944 11.222526624809975 12.870679621605305 14.226998926964004 11.42280430474944 11.222526624809975", "26.701735611735067 27.174199222161896 29.467847314396476 31.445480050226696 30.259935924586102 30.60931708719886")]
    [InlineData("AAA", -369.6041167905527, 87.30124103862765, "9.814871043531719 7.01216904673859 6.270729845689095 5.324633715025093 -0.04810120060619383 -2.850803197399321", "28.127820626965296 26.735819369045586 28.01615264332598 29.688428508290013 29.366851390024998 30.010609953500385")]
    [InlineData("AAdA", -364.8982203264096, 79.0882843071291, "9.219355758072876 6.830587188535355 6.686446115960498 6.494212724750687 1.8952015206789805 0.2388483748808481", "26.649627912149693 25.539530389139458 27.11737960395636 29.017525220096765 28.473221206096763 29.259313436598088")]
    [InlineData("MNN", -347.825234153671, 0.18194594291904537, "14.654415831531846 14.654415831531846 14.654415831531846 14.654415831531846 14.654415831531846 14.654415831531846", "26.905874236303 27.54103497025597 28.156013136998382 28.753601813634894 29.336072788720738 29.905303330709838")]
    [InlineData("MAdN", -361.9097576933725, 0.2725266824300257, "13.753993384116864 12.045180530814948 10.50724896284322 9.12311055166867 7.877385981611572 6.756233868560182", "27.826822587595238 25.83730528921215 24.736635132804594 24.38275706377442 24.599969263551525 25.236351086330693")]
    [InlineData("MNA", -356.15117675779953, 0.23601264080072332, "11.42280430474944 11.222526624809975 12.870679621605305 14.226998926964004 11.42280430474944 11.222526624809975", "22.299286662234973 22.507275481405813 26.149572827891784 29.290627283719463 25.790547062441767 25.954652912401034")]
    [InlineData("MAA", -381.7363965180301, 0.47467622552876376, "9.814871043531719 7.01216904673859 6.270729845689095 5.324633715025093 -0.04810120060619383 -2.850803197399321", "23.06839687939507 18.462306090037963 18.94998468083347 19.69842612074943 17.99270151499025 17.62067529624847")]
    [InlineData("MNM", -356.91777301188404, 0.23178361485193674, "13.348139034819631 13.295910241831267 13.975951660396273 15.067124410942327 13.533771829841836 13.48081669014718", "25.94348724664608 26.519132529307807 28.566362702040344 31.522286166957556 29.989366325712037 30.476092282818968")]
    [InlineData("MAM", -379.8882712439936, 0.4308591076071597, "12.377697729365337 10.630975596927712 8.885846462951468 7.35296048349788 5.393864538000848 3.4041995084279337", "28.301823630072164 26.353469764782076 25.58715013376421 27.027295482397193 27.827802523261305 29.255232262479872")]
    [InlineData("MAdM", -371.37582960289006, 0.35209599953969284, "11.850174583221452 10.343616931414806 9.051947654701852 8.168983053457682 6.597627100735654 5.516561162960381", "25.631893403477267 23.947958773786205 23.42762818669746 24.70246847278279 24.797164411671286 25.6055828093007")]
    public void Every_kind_of_model_with_given_parameters(string name, double likelihood, double variance, string means, string upper)
    {
        var result = Ets.Run(OwnSeries.Busy, 4, 6, Model(name), For(Model(name))).Value();
        result.LogLikelihood.ShouldBe(likelihood, 1e-8);
        result.Variance.ShouldBe(variance, 1e-9);
        result.Forecast.Points.Select(p => p.Mean).ShouldBeClose(Numbers(means));
        result.Forecast.Points.Select(p => p.Wide.Upper).ShouldBeClose(Numbers(upper));
        result.Forecast.Points.ShouldAllBe(p => p.Likely.Upper < p.Wide.Upper && Math.Abs(p.Mean - p.Wide.Lower - (p.Wide.Upper - p.Mean)) < 1e-9);
    }

    [Theory]
    [InlineData("ANA", 3, 14.226998926964004, 32.497943371450916)]
    [InlineData("MNA", 3, 14.226998926964004, 30.048115354080394)]
    [InlineData("MAdM", 0, 11.643354079369178, 25.18454125088528)]
    [InlineData("MAdM", 5, 4.538354926590656, 24.47092938541035)]
    [InlineData("AAA", 5, -2.850803197399321, 30.010609953500385)]
    [InlineData("MAM", 5, 3.4041995084279337, 29.255232262479872)]
    public void The_reference_program_departs_from_the_definition_in_two_places(string name, int step, double mean, double upper)
    {
        var point = Ets.Run(OwnSeries.Busy, 4, 6, Model(name), For(Model(name)), EtsLimits.Forecast823).Value().Forecast.Points[step];
        point.Mean.ShouldBe(mean, 1e-9);
        point.Wide.Upper.ShouldBe(upper, 1e-9);
    }

    [Theory]
    [InlineData("ANN", "ETS(A,N,N)")]
    [InlineData("MAdM", "ETS(M,Ad,M)")]
    [InlineData("ETS(M,A,M)", "ETS(M,A,M)")]
    [InlineData("A,A,A", "ETS(A,A,A)")]
    public void Models_are_read_as_they_are_written(string text, string name) => EtsModel.Parse(text).Value().Name.ShouldBe(name);

    [Theory]
    [InlineData("")]
    [InlineData("AN")]
    [InlineData("ANNN")]
    [InlineData("NNN")]
    [InlineData("AMN")]
    [InlineData("ANAd")]
    [InlineData("AdNN")]
    [InlineData("ANM")]
    [InlineData("ANX")]
    public void Other_names_are_no_models(string text) => EtsModel.Parse(text).Code().ShouldBe("forecast-unknown-model");

    [Fact]
    public void The_last_seasonal_value_follows_from_the_others()
    {
        EtsParameters.Completed([1, -2, 0.5], EtsPart.Additive).ShouldBeClose(1, -2, 0.5, 0.5);
        EtsParameters.Completed([1.1, 0.8, 1.05], EtsPart.Multiplicative).ShouldBeClose(1.1, 0.8, 1.05, 1.05);
        Model("MAdM").ParametersFor(12).ShouldBe(17);
        Model("ANN").ParametersFor(12).ShouldBe(2);
    }

    [Fact]
    public void Parameters_outside_their_bounds_are_named()
    {
        Refused("ANN", Given with { Alpha = -0.1 }, "alpha is -0.1, but it lies between 0 and 1.");
        Refused("ANN", Given with { Alpha = 1.1 }, "alpha is 1.1, but it lies between 0 and 1.");
        Refused("ANN", Given with { Alpha = double.NaN }, "alpha is NaN, but it lies between 0 and 1.");
        Refused("AAN", Given with { Beta = 0.31 }, "beta is 0.31, but it lies between 0 and alpha.");
        Refused("AAN", Given with { Beta = -0.01 }, "beta is -0.01, but it lies between 0 and alpha.");
        Refused("ANA", Given with { Gamma = 0.71 }, "gamma is 0.71, but it lies between 0 and 1 - alpha.");
        Refused("ANA", Given with { Gamma = -0.01 }, "gamma is -0.01, but it lies between 0 and 1 - alpha.");
        Refused("AAdN", Given with { Phi = 0 }, "phi is 0, but it lies above 0 and is at most 1.");
        Refused("AAdN", Given with { Phi = 1.01 }, "phi is 1.01, but it lies above 0 and is at most 1.");
        Refused("ANN", Given with { Level = double.NaN }, "l is NaN, but it is finite.");
        Refused("AAN", Given with { Slope = double.PositiveInfinity }, "b is Infinity, but it is finite.");
        Refused("ANN", Given, "s is 4, but there is one value per point of a season, and none without a season.");
        Refused("ANA", Given with { Seasonal = [] }, "s is 0, but there is one value per point of a season, and none without a season.");
        Refused("ANA", Given with { Seasonal = [1, 2, 3, double.NaN] }, "s is NaN, but every seasonal value is finite.");
        foreach (var edge in new[] { Given with { Alpha = 0, Beta = 0 }, Given with { Alpha = 1, Beta = 1, Gamma = 0 }, Given with { Phi = 1 } })
            Ets.Run(OwnSeries.Busy, 4, 1, Model("AAdA"), edge).Problem.ShouldBeNull();
    }

    [Fact]
    public void Values_that_cannot_be_modelled_so_are_named()
    {
        Ets.Run([1, 2, 0, 3, 4], 1, 1, Model("MNN"), new() { Alpha = 0.5, Level = 1 }).Problem.ShouldNotBeNull().Message.ShouldBe("ETS(M,N,N) multiplies, and value 3 is not above 0.");
        Ets.Run([1, 2, 0, 3, 4], 1, 1, Model("ANN"), new() { Alpha = 0.5, Level = 1 }).Problem.ShouldBeNull();
        Ets.Run([1, 2, 3], 1, 1, Model("ANN"), new() { Alpha = 0.5, Level = 1 }).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 3 values; ETS(A,N,N) needs 4 or more.");
        Ets.Run([1, 2, double.NaN, 4], 1, 1, Model("ANN"), new() { Alpha = 0.5, Level = 1 }).Code().ShouldBe("forecast-gap");
        Ets.Run([1, 2, 3, 4, 5], 1, 1, Model("MNN"), new() { Alpha = 0, Level = 0 }).Code().ShouldBe("forecast-not-finite");
        Ets.Run([1e200, 2e200, 3e200, 4e200], 1, 1, Model("ANN"), new() { Alpha = 0.5, Level = 1 }).Code().ShouldBe("forecast-not-finite");
    }

    private static void Refused(string model, EtsParameters parameters, string message) =>
        Ets.Run(OwnSeries.Busy, 4, 1, Model(model), Model(model).HasSeason || message.StartsWith('s') ? parameters : parameters with { Seasonal = [] })
            .Problem.ShouldNotBeNull().Message.ShouldBe(message);

    private static EtsParameters For(EtsModel model) => Given with
    {
        Phi = model.Trend == EtsPart.Damped ? 0.9 : 1,
        Seasonal = model.Season switch { EtsPart.None => [], EtsPart.Multiplicative => [1.1, 0.8, 1.05, 1.05], _ => Given.Seasonal },
    };

    private static EtsModel Model(string name) => EtsModel.Parse(name).Value();

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(double.Parse)];
}
