using System.Text;

namespace Made.Web.Tabulation;

/// <summary>The address of a saved table, made from the name that somebody gave it.</summary>
public static class TableNames
{
    public const int Longest = 60;

    /// <summary>"Burglary by district" becomes <c>burglary-by-district</c>; empty where the name has no letter or digit.</summary>
    public static string Of(string title)
    {
        var name = new StringBuilder(title.Length);
        foreach (var c in title.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else if (name.Length > 0 && name[^1] != '-' && !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
                name.Append('-');
        var text = name.ToString().Trim('-');
        return text.Length <= Longest ? text : text[..Longest].Trim('-');
    }
}
