using Made.Web.Methods;

namespace Made.Web.Workbench;

/// <summary>The options of the workbench's methods, each with its default.</summary>
internal static class OptionFields
{
    public const string Yes = "yes";
    public const string No = "no";

    public static readonly OptionField Basis = new()
    {
        Name = "basis",
        Label = "Draw",
        Standard = "total",
        Hint = "A February is a tenth shorter than a January; by the day months compare.",
        Choices = [new("total", "the month's total"), new("per-day", "the average a day"), new("rate", "the rate by its denominator")],
    };

    public static readonly OptionField Rules = new()
    {
        Name = "rules",
        Label = "Rules for special cause",
        Standard = "ptd",
        Choices = [new("ptd", "NHSRplotthedots"), new("nhs-2024", "Making Data Count, 2024")],
    };

    public static readonly OptionField Better = new()
    {
        Name = "better",
        Label = "Which way is better",
        Standard = "neutral",
        Choices = [new("neutral", "neither: say higher or lower"), new("lower", "lower"), new("higher", "higher")],
    };

    public static readonly OptionField Target = new() { Name = "target", Label = "Target", Hint = "In the unit of the chart; leave it empty for none.", Rule = NumberRule.NotNegative };

    public static readonly OptionField Screen = new()
    {
        Name = "screen",
        Label = "Outlying moving ranges",
        Standard = No,
        Choices = [new(No, "keep them, as the NHS workbook does"), new(Yes, "leave out those of 3.267 averages or more")],
    };

    public static readonly OptionField Fix = new() { Name = "fix", Label = "Limits from the first so many months", Hint = "Of each stretch; leave it empty for all.", Rule = NumberRule.AtLeast(2) };

    public static readonly OptionField Across = new()
    {
        Name = "across",
        Label = "Recorded breaks",
        Standard = No,
        Choices = [new(No, "start again at each"), new("placement", "draw on across changes of placement"), new(Yes, "draw on across all of them")],
    };

    public static readonly OptionField Variant = new()
    {
        Name = "variant",
        Label = "Form",
        Standard = "flexible",
        Choices = [new("flexible", "flexible (Noufaily 2013)"), new("original", "original (Farrington 1996)")],
    };

    public static readonly OptionField Years = new() { Name = "years", Label = "Years to go back", Standard = "4", Rule = NumberRule.AtLeast(3) };

    public static readonly OptionField Window = new() { Name = "window", Label = "Months either side", Standard = "1", Rule = NumberRule.Between(0, 5) };

    public static readonly OptionField Alpha = new() { Name = "alpha", Label = "Level of the bound", Standard = "0.01", Hint = "One-sided in the flexible form, two-sided in the original one.", Rule = NumberRule.Share };

    public static readonly OptionField Threshold = new()
    {
        Name = "threshold",
        Label = "How the bound is drawn",
        Standard = "delta",
        Hint = "The original form knows only the first.",
        Choices = [new("delta", "normal on the 2/3 power"), new("nbPlugin", "negative binomial at the predicted mean"), new("muan", "negative binomial at its upper limit")],
    };

    public static readonly OptionField Ears = new()
    {
        Name = "ears",
        Label = "Which of the three",
        Standard = "C1",
        Choices = [new("C1", "C1: the months just before"), new("C2", "C2: two months left out"), new("C3", "C3: as C2, over three months")],
    };

    public static readonly OptionField Baseline = new() { Name = "baseline", Label = "Months in the baseline", Standard = "7", Rule = NumberRule.Between(3, 1000) };

    public static readonly OptionField EarsLevel = new() { Name = "level", Label = "One-sided level", Hint = "Leave it empty for 0.001, for C3 0.025.", Rule = NumberRule.Share };

    public static readonly OptionField Reference = new() { Name = "k", Label = "Reference value k", Standard = "1.04", Hint = "In standard deviations.", Rule = NumberRule.NotNegative };

    public static readonly OptionField Decision = new() { Name = "h", Label = "Decision interval h", Standard = "2.26", Hint = "In standard deviations.", Rule = NumberRule.Positive };

    public static readonly OptionField Learn = new() { Name = "learn", Label = "Months to learn the average from", Standard = "24", Rule = NumberRule.AtLeast(2) };

    public static readonly OptionField Span = new()
    {
        Name = "span",
        Label = "The season",
        Standard = "periodic",
        Choices = [new("periodic", "is the same every year"), new("7", "may change slowly (span of 7 years)"), new("13", "may change very slowly (span of 13 years)")],
    };

    public static readonly OptionField Robust = new()
    {
        Name = "robust",
        Label = "Outliers",
        Standard = No,
        Choices = [new(No, "count in full"), new(Yes, "are weighted down")],
    };

    public static readonly OptionField Ahead = new() { Name = "ahead", Label = "Months ahead", Standard = "6", Rule = NumberRule.Between(1, 12) };
}
