using Made.Web.Methods.Rates;

namespace Made.Web.Methods;

/// <summary>Every method the program runs over a file, in the order of the help.</summary>
internal static class MethodForms
{
    public static readonly IReadOnlyList<IMethodForm> All =
    [
        // Rates, intervals, comparison
        new RateForm(), new ProportionForm(),
    ];
}
