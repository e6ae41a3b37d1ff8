using Made.Core.Methods.Seasonality;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Methods.Seasonality;

public sealed class StlTests
{
    private static readonly int[] Places = [0, 1, 2, 6, 11, 12, 40, 41, 77, 82, 83];

    [Fact]
    public void A_level_and_a_figure_come_apart_again()
    {
        double[] figure = [5, -3, -4, 2];
        var values = Enumerable.Range(0, 40).Select(i => 100 + figure[i % 4]).ToArray();
        var parts = Stl.Decompose(values, new() { Period = 4 }).Value();
        parts.Seasonal.ShouldBeClose([.. Enumerable.Range(0, 40).Select(i => figure[i % 4])]);
        parts.Trend.ShouldBeClose([.. Enumerable.Range(0, 40).Select(_ => 100.0)]);
        parts.Remainder.ShouldAllBe(r => Math.Abs(r) < 1e-9);
        parts.SeasonallyAdjusted.ShouldBeClose([.. Enumerable.Range(0, 40).Select(_ => 100.0)]);
    }

    [Theory]
    [InlineData(0, false, 12, "-4.821244057053486 -3.077347736101797 -1.762023404301299 7.30609110737805 -6.096787363039428 -4.821244057053486 5.368799995924183 4.337441755003369 4.337441755003369 -5.148681640211725 -6.096787363039428", "12.668694318309086 12.753667284710405 12.838640251111723 13.435968498646329 14.532796481990854 14.745198578128722 20.195354137718617 20.147951794339942 17.80117494652815 18.445760569720328 18.563967519857624")]
    [InlineData(7, false, 12, "-3.3053660997324843 -3.16350804226221 -1.0400084174023871 7.501909224946803 -5.111575669505019 -3.695346936590259 8.79638445276339 4.221428210887935 4.865917157846975 -4.176337395241506 -6.7038446867256045", "12.276984021989058 12.46733564471418 12.657687267439302 13.439017744497404 14.411382702674006 14.618869186774251 19.499653687128866 19.513656945181395 17.63452112568891 18.31334343159479 18.454692673690076")]
    [InlineData(8, true, 12, "-5.72272173380399 -2.1702116239165443 -0.461931778385992 8.521744146212505 -4.597520923560524 -5.823284320405812 2.296653784803222 4.81593763504706 5.312776089417318 -3.5458383046639494 -5.594466941831082", "12.86874060612149 12.904358040302736 12.939975474483981 13.150201382791662 13.681365886216284 13.82549746329433 16.732941445496092 16.750794500316488 16.32798555102637 16.389239426787665 16.408032852589287")]
    [InlineData(13, false, 5, "1.450356431056527 -0.4830184909155241 0.8309543530209906 -0.4647680540592472 -0.4468805353652596 0.7214553185663798 3.260034944810006 -0.07515021392642157 -1.5238281463512982 -1.502840849182425 -0.8311849391386642", "8.604778193899671 10.54817522180004 12.450040898136542 16.726963812730567 11.108952976076218 12.505546344690561 26.734300933780325 28.46926998572383 22.73557188598312 13.00792565823387 9.216848853797508")]
    [InlineData(35, false, 12, "-4.782439136884133 -3.0968088002644554 -1.7436104978905047 7.338823909775713 -6.028925520832982 -4.799380263936815 5.3965220863672965 4.332931090782838 4.340254984503646 -5.108412994670479 -6.10657614354687", "12.660406739062186 12.747185049229117 12.833963359396046 13.435779599111829 14.532759573482071 14.743842790964973 20.19389750352862 20.147030762444373 17.797376946383764 18.435267662290403 18.552517334874025")]
    public void Season_and_trend_of_a_busy_series(int span, bool robust, int period, string seasonal, string trend)
    {
        var parts = Stl.Decompose(OwnSeries.Busy, new() { SeasonalSpan = span, Robust = robust, Period = period }).Value();
        Places.Select(i => parts.Seasonal[i]).ShouldBeClose(Numbers(seasonal));
        Places.Select(i => parts.Trend[i]).ShouldBeClose(Numbers(trend));
        for (var i = 0; i < 84; i++)
            (parts.Seasonal[i] + parts.Trend[i] + parts.Remainder[i]).ShouldBe(OwnSeries.Busy[i], 1e-9);
    }

    [Fact]
    public void A_constant_series_is_all_trend()
    {
        foreach (var robust in new[] { false, true })
        {
            var parts = Stl.Decompose(OwnSeries.Constant(36, 7), new() { Robust = robust }).Value();
            parts.Trend.ShouldAllBe(t => Math.Abs(t - 7) < 1e-9);
            parts.Seasonal.ShouldAllBe(s => Math.Abs(s) < 1e-9);
        }
    }

    [Fact]
    public void An_outlier_moves_the_robust_season_less()
    {
        double[] figure = [5, -3, -4, 2];
        var values = Enumerable.Range(0, 48).Select(i => 100 + figure[i % 4] + ((i * 7 % 5) / 10.0)).ToArray();
        values[20] += 500;
        Stl.Decompose(values, new() { Period = 4, Robust = true }).Value().Seasonal[0].ShouldBe(5, 0.2);
        Stl.Decompose(values, new() { Period = 4 }).Value().Seasonal[0].ShouldBeGreaterThan(20);
    }

    [Fact]
    public void What_cannot_be_decomposed_is_named()
    {
        Stl.Decompose(OwnSeries.Constant(24, 1), new()).Problem.ShouldNotBeNull().Message.ShouldBe("The series has 24 points; a season of 12 needs more than 24.");
        Stl.Decompose(OwnSeries.Constant(25, 1), new()).Problem.ShouldBeNull();
        Stl.Decompose([], new()).Code().ShouldBe("season-too-short");
        Stl.Decompose([1, 2, 3], new() { Period = 1 }).Problem.ShouldNotBeNull().Message.ShouldBe("The period is 1; a season has 2 points or more.");
        Stl.Decompose([1, 2, 1, 2, 1], new() { Period = 2 }).Problem.ShouldBeNull();
        Stl.Decompose(OwnSeries.Busy, new() { SeasonalSpan = 2 }).Problem.ShouldNotBeNull().Message.ShouldBe("The seasonal span is 2; it is 3 or more, or periodic.");
        Stl.Decompose(OwnSeries.Busy, new() { SeasonalSpan = -1 }).Code().ShouldBe("season-no-span");
        Stl.Decompose(OwnSeries.Busy, new() { SeasonalSpan = 3 }).Problem.ShouldBeNull();
        Stl.Decompose([.. OwnSeries.Busy, double.NaN], new()).Problem.ShouldNotBeNull().Message.ShouldBe("Point 85 has no value, and the decomposition cannot bridge a gap.");
        Stl.Decompose([double.PositiveInfinity, .. OwnSeries.Busy], new()).Problem.ShouldNotBeNull().Message.ShouldStartWith("Point 1 ");
        Stl.Decompose(OwnSeries.Busy, new() { Period = int.MaxValue }).Code().ShouldBe("season-too-short");
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(double.Parse)];
}
