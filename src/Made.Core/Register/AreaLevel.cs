namespace Made.Core.Register;

/// <summary>The layers of the scorecard, smallest first.</summary>
public enum AreaLevel
{
    Lsoa,
    Ward,
    District,
    Csp,
    PolicingArea,
    County,
    Pan,
    Force,
}

public static class AreaLevels
{
    private static readonly string[] Codes = ["lsoa", "ward", "district", "csp", "policing-area", "county", "pan", "force"];

    public static string Code(this AreaLevel level) => Codes[(int)level];

    public static bool TryParse(string code, out AreaLevel level)
    {
        var at = Array.IndexOf(Codes, code);
        level = (AreaLevel)Math.Max(at, 0);
        return at >= 0;
    }
}
