using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake.Checking;

/// <summary>What a file's name tells, and how it may be shown.</summary>
public static class FileNames
{
    /// <summary>The month in the name's last part, where the dataset's pattern finds one.</summary>
    internal static Month? MonthOf(string file, DatasetDefinition dataset)
    {
        if (dataset.FileNamePattern.Length == 0)
            return null;
        var match = Regex.Match(LastPart(file), dataset.FileNamePattern, RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
        return match.Success && Month.TryParse(match.Groups["month"].Value, out var month) ? month : null;
    }

    /// <summary>A name of a CSV file that tells its month as the dataset wants it told.</summary>
    public static string Suggested(DatasetDefinition dataset, Month month) =>
        new[] { $"{dataset.Id}-{month}.csv", $"{month}-{dataset.Id}.csv" }.FirstOrDefault(n => MonthOf(n, dataset) == month) ?? $"{dataset.Id}.csv";

    internal static string LastPart(string file) => file[(file.LastIndexOfAny(['/', '\\', '!']) + 1)..];

    /// <summary>
    /// A partner's name of a file that seems to hold a personal detail is not repeated, only its ending. Dates in names are the data's own.
    /// </summary>
    public static string Shown(string name, DatasetDefinition dataset)
    {
        var shown = Shown(name);
        if (dataset.Disclosure == DisclosurePolicy.AlreadyPublic)
            return shown;
        var words = shown.Replace('_', ' ').Replace('-', ' ').Replace('/', ' ');
        return HoldsPersonalDetail(shown) || HoldsPersonalDetail(words) ? $"(name not shown){KnownExtension(shown)}" : shown;
    }

    private static bool HoldsPersonalDetail(string name) => PersonalDetails.Find(Encoding.UTF8.GetBytes(name), DateOnly.MinValue) != PersonalDetail.None;

    private static string KnownExtension(string name) =>
        Extension(name) is ".csv" or ".gz" or ".xlsx" or ".xlsm" or ".xls" or ".txt" or ".tsv" or ".zip" ? Extension(name) : "";

    /// <summary>Without characters that move the cursor, hide or turn text; not longer than a line.</summary>
    internal static string Shown(string name)
    {
        var letters = name.Where(c => !char.IsControl(c) && !char.IsSurrogate(c)
            && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
        var shown = string.Concat(letters.Take(200)).Trim();
        return shown.Length == 0 ? "(no name)" : shown;
    }

    /// <summary>The last extension in lower case, <c>.gz</c> for <c>a.csv.gz</c>; empty where there is none.</summary>
    internal static string Extension(string name)
    {
        var part = LastPart(name);
        var dot = part.LastIndexOf('.');
        return dot < 0 ? "" : part[dot..].ToLowerInvariant();
    }
}
