namespace Made.Intake;

/// <summary>Numbers as they stand in a sentence.</summary>
internal static class Words
{
    public static string Count(long number) => number.ToString("#,0");
}
