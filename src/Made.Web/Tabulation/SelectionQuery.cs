using System.Globalization;
using Made.Core;
using Made.Core.Calendar;
using Made.Core.Facts;
using Made.Core.Register;
using Made.Web.Composition;
using Microsoft.AspNetCore.WebUtilities;

namespace Made.Web.Tabulation;

/// <summary>Reads a selection from the query of a link; what cannot be understood is answered with a message, what is left out takes its usual value.</summary>
public static class SelectionQuery
{
    public static Outcome<TableSelection> Read(string query, Partnership partnership)
    {
        var values = QueryHelpers.ParseQuery(query);

        string One(string name) => values.GetValueOrDefault(name) is [{ } first, ..] ? first.Trim() : "";
        IReadOnlyList<string> Many(string name) => [.. values.GetValueOrDefault(name).SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

        if (!Place(One("level"), One("within"), Many("area"), partnership.Areas).Succeeded(out var selection, out var problem))
            return problem;
        if (!Period.TryParseKind(One("period") is { Length: > 0 } asked ? asked : "month", out var kind))
            return Api.Problems.UnknownPeriod(One("period"));
        if (!Times(selection with { Kind = kind }, One("from"), One("to"), One("edition")).Succeeded(out selection, out problem))
            return problem;
        if (!TryAxis(One("rows"), Axis.Area, out var rows))
            return Problems.UnknownAxis("rows", One("rows"));
        if (!TryAxis(One("columns"), rows == Axis.Period ? Axis.Area : Axis.Period, out var columns))
            return Problems.UnknownAxis("columns", One("columns"));
        if (rows == columns)
            return Problems.SameAxes();
        var shown = Enum.GetValues<Shown>().Where(s => TableSelection.Code(s) == One("show")).ToList();
        if (shown.Count == 0 && One("show").Length > 0)
            return Problems.UnknownShown(One("show"));
        var indicators = Many("indicator");
        // One that was retired is known: older editions have it.
        if (indicators.FirstOrDefault(i => partnership.Indicators.Find(i) is null) is { } unknown)
            return Api.Problems.UnknownIndicator(unknown);
        var categories = new List<RecordCategory>();
        foreach (var key in values.GetValueOrDefault("category").OfType<string>().Where(k => k.Length > 0).Distinct(StringComparer.Ordinal))
        {
            if (!RecordCategory.TryParse(key, partnership.Pack.Datasets, out var category))
                return Problems.UnknownCategory(key);
            categories.Add(category);
        }
        if (indicators.Count + categories.Count == 0)
            indicators = [.. partnership.Pack.Indicators.OrderBy(i => i.Order).Take(1).Select(i => i.Id)];
        var namesGrain = new[] { "level", "period", "area", "from", "to" }.Any(n => One(n).Length > 0);
        return selection with { NamesGrain = namesGrain, Indicators = indicators, Categories = categories, Sums = One("sums") == "yes", Shown = shown is [var one] ? one : Shown.Count, Rows = rows, Columns = columns, Sort = One("sort") };
    }

    private static Outcome<TableSelection> Place(string level, string within, IReadOnlyList<string> codes, Areas areas)
    {
        var at = AreaLevel.District;
        if (level.Length > 0 && !AreaLevels.TryParse(level, out at))
            return Problems.UnknownTableLevel(level);
        if (within.Length > 0 && !areas.TryFind(new AreaCode(within), out _))
            return Api.Problems.UnknownArea(within);
        var named = codes.Select(c => new AreaCode(c)).ToList();
        // Small areas are known to the reference vintage of an edition, not to the register: one that is nowhere is left out there.
        if (at != AreaLevel.Lsoa && named.Find(c => !c.IsNotDetermined && !areas.TryFind(c, out _)) is { Value: not null } unknown)
            return Api.Problems.UnknownArea(unknown.Value);
        // Somebody who chose another level in the form still has boxes ticked of the one before: those are left out.
        var fitting = named.Where(c => areas.TryFind(c, out var found) ? found.Level == at : at == AreaLevel.Lsoa || (c.IsNotDetermined && at == AreaLevel.Ward)).ToList();
        return new TableSelection
        {
            Indicators = [],
            Level = at,
            Within = within.Length > 0 ? new AreaCode(within) : null,
            Areas = fitting,
            Kind = PeriodKind.Month,
            Shown = Shown.Count,
            Rows = Axis.Area,
            Columns = Axis.Period,
        };
    }

    private static Outcome<TableSelection> Times(TableSelection selection, string from, string to, string edition)
    {
        (Month, int)? pinned = null;
        if (edition.Length > 0)
        {
            if (!TableSelection.TryEdition(edition, out var named))
                return Problems.NotAnEdition(edition);
            pinned = named;
        }
        Month? last = null;
        if (to.Length > 0)
        {
            if (!Month.TryParse(to, out var month))
                return Api.Problems.NotAMonth("to", to);
            last = month;
        }
        var result = selection with { Edition = pinned, To = last };
        if (from.Length == 0)
            return result with { Last = selection.Kind == PeriodKind.Month ? 13 : 5 };
        if (from.StartsWith("last", StringComparison.Ordinal) && int.TryParse(from.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var periods) && periods is >= 1 and <= TableSelection.MostPeriods)
            return result with { Last = periods };
        if (!Month.TryParse(from, out var first))
            return Api.Problems.NotAMonth("from", from);
        return last is { } end && first > end ? Api.Problems.FromAfterTo(first, end) : result with { From = first };
    }

    private static bool TryAxis(string text, Axis usual, out Axis axis)
    {
        var found = Enum.GetValues<Axis>().Where(a => TableSelection.Code(a) == text).ToList();
        axis = found is [var one] ? one : usual;
        return found.Count == 1 || text.Length == 0;
    }
}
