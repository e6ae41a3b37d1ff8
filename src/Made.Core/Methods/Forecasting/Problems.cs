namespace Made.Core.Methods.Forecasting;

/// <summary>What can be wrong with a series that should be forecast.</summary>
public static class Problems
{
    /// <summary>Fewer values than the method needs.</summary>
    public static Problem TooShort(string method, int points, long needed) => new(
        "forecast-too-short",
        $"The series has {(points == 1 ? "1 value" : $"{points} values")}; {method} needs {needed} or more.",
        "Supply a longer series, or choose a plainer method.");

    /// <summary>A value is missing or infinite.</summary>
    public static Problem Gap(int point) => new("forecast-gap", $"Value {point} is missing or not finite, and a forecast cannot bridge a gap.", "Start after the gap, or supply the value.");

    /// <summary>A multiplicative model met a value that is not above 0.</summary>
    public static Problem NotPositive(string model, int point) => new(
        "forecast-not-positive",
        $"{model} multiplies, and value {point} is not above 0.",
        "Choose a model with additive error and season.");

    /// <summary>A count is negative.</summary>
    public static Problem Negative(int point, double value) => new("forecast-negative-count", $"Value {point} is {value}; a count is 0 or more.", "Supply counts, or choose another method.");

    /// <summary>The parameters drive the model out of the range of numbers.</summary>
    public static Problem NotFinite(string model) => new("forecast-not-finite", $"{model} with these parameters leaves the range of numbers.", "Give other parameters, or let them be fitted.");

    /// <summary>The name of a model is not one that is known here.</summary>
    public static Problem UnknownModel(string model) => new(
        "forecast-unknown-model",
        $"'{model}' is not a model with known prediction intervals.",
        "Name error, trend and season, such as ANN, AAN, AAA, MNA or MAM; an additive error with a multiplicative season has no formula.");

    /// <summary>A parameter lies outside its bounds.</summary>
    public static Problem ParameterOutOfRange(string name, double value, string rule) => new(
        "forecast-parameter-out-of-range",
        $"{name} is {value}, but {rule}.",
        "Give parameters as a fit of the model prints them.");

    /// <summary>An option is not positive.</summary>
    public static Problem NotAbove0(string name, int value) => new("forecast-option-not-above-0", $"{name} is {value}; it is 1 or more.", $"Choose another {name}.");
}
