using System.Globalization;
using Made.Core.Register;
using Made.Core.Sharing;

namespace Made.Web.Sharing;

/// <summary>What somebody wrote into the form of an agreement, as it was sent.</summary>
public sealed record SharingForm
{
    public string? Id { get; init; }

    public string? Title { get; init; }

    /// <summary>Lists of their own for each form: what was sent is added to them.</summary>
    public List<string> Suppliers { get; init; } = [];

    public List<string> Recipients { get; init; } = [];

    public string? Purposes { get; init; }

    public List<string> Gateways { get; init; } = [];

    public string? DataItems { get; init; }

    public List<string> Datasets { get; init; } = [];

    public string? Meetings { get; init; }

    public string? From { get; init; }

    public string? Review { get; init; }

    public string? To { get; init; }

    public string? Source { get; init; }

    public string? Why { get; init; }

    public string? By { get; init; }

    /// <summary>The state of the agreement when the form was filled in.</summary>
    public int State { get; init; }

    public static SharingForm Filled(SharingHistory held)
    {
        var a = held.Newest;
        return new()
        {
            Id = a.Id,
            Title = a.Title,
            Suppliers = [.. a.Parties.Where(p => p.Supplies).Select(p => p.Organisation)],
            Recipients = [.. a.Parties.Where(p => p.Receives).Select(p => p.Organisation)],
            Purposes = string.Join('\n', a.Purposes),
            Gateways = [.. a.Gateways],
            DataItems = string.Join('\n', a.DataItems),
            Datasets = [.. a.Datasets],
            Meetings = string.Join('\n', a.Meetings),
            From = Text(a.From),
            Review = Text(a.Review),
            To = a.To == DateOnly.MaxValue ? "" : Text(a.To),
            Source = a.Source,
            State = held.State,
        };
    }

    /// <summary>The agreement, and what is wrong with the form, by field.</summary>
    public (SharingAgreement Agreement, IReadOnlyList<(string Field, string Message)> Errors) Read(Pack pack)
    {
        var errors = new List<(string, string)>();
        var id = (Id ?? "").Trim();
        if (id.Length == 0 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            errors.Add(("id", "Give a short id of lower-case letters, digits and hyphens."));
        var agreement = new SharingAgreement
        {
            Id = id,
            Version = 1,
            Title = (Title ?? "").Trim(),
            Parties = [.. Suppliers.Union(Recipients).Select(o => new SharingParty(o, !Recipients.Contains(o) ? PartyRole.Supplier : Suppliers.Contains(o) ? PartyRole.Both : PartyRole.Recipient))],
            Purposes = Lines(Purposes),
            Gateways = Gateways,
            DataItems = Lines(DataItems),
            Datasets = Datasets,
            Meetings = Lines(Meetings),
            From = Day("from", From, "the day it begins", errors),
            Review = Day("review", Review, "the day of its review", errors),
            To = string.IsNullOrWhiteSpace(To) ? DateOnly.MaxValue : Day("to", To, "its last day", errors),
            Source = string.IsNullOrWhiteSpace(Source) ? "Recorded on the sharing page" : Source.Trim(),
        };
        // The rules of dates would only repeat that a date is missing.
        var unread = errors.Select(e => e.Item1).ToHashSet();
        foreach (var (field, why) in SharingRules.Broken(agreement, pack).Where(b => !unread.Contains(b.Field) && !(b.Field is "review" or "to" && unread.Contains("from"))))
            errors.Add((field == "parties" ? "suppliers" : field, $"{Called(field)}: {why}."));
        if (string.IsNullOrWhiteSpace(Why))
            errors.Add(("why", "Say why, for example which meeting agreed it."));
        if (string.IsNullOrWhiteSpace(By))
            errors.Add(("by", "Say in which role you do this."));
        return (agreement, [.. errors.DistinctBy(e => e.Item1)]);
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>; a message beside the field otherwise.</summary>
    public static DateOnly Day(string field, string? text, string what, List<(string Field, string Message)> errors)
    {
        if (DateOnly.TryParseExact((text ?? "").Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add((field, $"Write {what} as year, month and day, such as 2026-11-30."));
        return DateOnly.MinValue;
    }

    private static string Called(string field) => field switch
    {
        "title" => "Title",
        "parties" => "Suppliers and recipients",
        "purposes" => "Purposes",
        "gateways" => "Legal gateways",
        "dataItems" => "Data items",
        "datasets" => "Datasets",
        "review" => "Review",
        _ => "Last day",
    };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
