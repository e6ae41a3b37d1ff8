using Made.Web.Methods.ControlCharts;
using Made.Web.Methods.Detection;
using Made.Web.Methods.Disclosure;
using Made.Web.Methods.Forecasting;
using Made.Web.Methods.Hotspots;
using Made.Web.Methods.Ranking;
using Made.Web.Methods.Rates;
using Made.Web.Methods.Seasonality;
using Made.Web.Methods.Severity;
using Made.Web.Methods.Shares;

namespace Made.Web.Methods;

/// <summary>Every method the program runs over a file, in the order of the help.</summary>
internal static class MethodForms
{
    public static readonly IReadOnlyList<IMethodForm> All =
    [
        // Rates, intervals, comparison
        new RateForm(), new ProportionForm(), new MeanForm(), new StandardisedRateForm(), new IndirectForm(), new QuantileForm(), new RecentTrendForm(), new BenchmarkForm(), new FunnelLimitsForm(), new FunnelDispersionForm(),

        // Control charts
        new XmrForm(), new AttributeChartForm(),

        // Exceptions in counts over time
        new FarringtonForm(), new EarsForm(), new CusumForm(), new GlrCusumForm(),

        // Season and forecasts
        new StlForm(), .. PlainForecastForm.All, new EtsForm(), new AccuracyForm(),

        // Rankings
        new BordaForm(), new KemenyForm(), new HierarchyForm(), new TopsisForm(),

        // Hotspots, repeats, concentration, time of the week
        new GetisOrdForm(withSelf: true), new GetisOrdForm(withSelf: false), new LocalMoranForm(), new NearRepeatForm(),
        new ConcentrationForm(), new AoristicForm(), new PredictiveAccuracyForm(), new RepeatVictimsForm(),

        // Disclosure control
        new AnonymityForm(), new SuppressionForm(), new SmallCountForm(), new CellKeyForm(),

        // Severity, shares
        new SeverityForm(), new ApportionForm(), new FunnelTableForm(),
    ];
}
