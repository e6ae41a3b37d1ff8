using Made.Core;
using Made.Core.Calendar;
using Made.Core.Register;

namespace Made.Web.Api;

/// <summary>What <c>made measures</c> and <c>/api/v1/measures</c> ask for, parsed once at the edge.</summary>
public sealed record MeasureQuery
{
    public required IReadOnlyList<string> Indicators { get; init; }

    public required IReadOnlyList<AreaCode> Areas { get; init; }

    public required AreaLevel Level { get; init; }

    public required Month From { get; init; }

    public required Month To { get; init; }

    public required PeriodKind Kind { get; init; }

    public static Outcome<MeasureQuery> Parse(
        Areas areas, string? indicator, string? area, string? level, string? from, string? to, string? period, Month latest)
    {
        var codes = List(area).Select(a => new AreaCode(a)).ToList();
        if (codes.Find(c => !areas.TryFind(c, out _) && !c.IsNotDetermined && !LooksLikeLsoa(c)) is { Value: not null } unknown)
            return Problems.UnknownArea(unknown.Value);
        var indicators = List(indicator).ToList();
        if (indicators.Find(i => areas.Pack.Indicators.All(d => d.Id != i)) is { } notKnown)
            return Problems.UnknownIndicator(notKnown);
        var at = AreaLevel.Csp;
        if (!string.IsNullOrEmpty(level) && !AreaLevels.TryParse(level, out at))
            return Problems.UnknownLevel(level);
        if (string.IsNullOrEmpty(level) && codes.Count > 0)
            at = areas.TryFind(codes[0], out var first) ? first.Level : AreaLevel.Lsoa;
        if (!Period.TryParseKind(string.IsNullOrEmpty(period) ? "month" : period, out var kind))
            return Problems.UnknownPeriod(period!);
        if (!TryMonth(to, latest, out var last))
            return Problems.NotAMonth("to", to!);
        if (!TryMonth(from, last, out var start))
            return Problems.NotAMonth("from", from!);
        if (start > last)
            return Problems.FromAfterTo(start, last);
        return new MeasureQuery { Indicators = indicators, Areas = codes, Level = at, From = start, To = last, Kind = kind };
    }

    private static bool TryMonth(string? text, Month otherwise, out Month month)
    {
        month = otherwise;
        return string.IsNullOrEmpty(text) || Month.TryParse(text, out month);
    }

    private static string[] List(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool LooksLikeLsoa(AreaCode code) => code.Value.StartsWith("E01", StringComparison.Ordinal);
}
