using Made.Core.Facts;
using Made.Core.Indicators;

namespace Made.Tests.Unit.Indicators;

internal static class Samples
{
    public static IndicatorDefinition Indicator(
        string id, string title, string plural, string singular, CategoryFilter filter, bool seasonal = false, string dataset = "police-street") => new()
        {
            Id = id,
            Version = 1,
            Title = title,
            Plural = plural,
            Singular = singular,
            Definition = title,
            NumeratorText = plural,
            DenominatorText = "residents",
            Dataset = dataset,
            Filter = filter,
            Denominator = DenominatorKind.Population,
            Multiplier = 1000,
            Unit = "per 1,000 residents",
            Polarity = Polarity.Neutral,
            Seasonal = seasonal,
            Group = "Crime",
            Order = 1,
            Source = "data.police.uk",
        };
}
