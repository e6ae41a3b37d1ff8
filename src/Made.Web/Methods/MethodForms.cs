using Made.Web.Methods.Detection;
using Made.Web.Methods.Forecasting;
using Made.Web.Methods.Rates;
using Made.Web.Methods.Seasonality;

namespace Made.Web.Methods;

/// <summary>Every method the program runs over a file, in the order of the help.</summary>
internal static class MethodForms
{
    public static readonly IReadOnlyList<IMethodForm> All =
    [
        // Rates, intervals, comparison
        new RateForm(), new ProportionForm(),

        // Exceptions in counts over time
        new FarringtonForm(), new EarsForm(), new CusumForm(), new GlrCusumForm(),

        // Season and forecasts
        new StlForm(), .. PlainForecastForm.All, new EtsForm(),
    ];
}
