using Made.Web.Composition;
using Made.Web.Downloads;
using Made.Web.Exchange;

namespace Made.Web.Indicators;

/// <summary>All definitions as a file.</summary>
internal static class IndicatorFiles
{
    public static void MapIndicatorFiles(this WebApplication app) =>
        app.MapGet("/indicators.{kind:regex(^(csv|xlsx|ods)$)}", File).ExcludeFromDescription();

    private static IResult File(Partnership partnership, string kind)
    {
        var pack = partnership.Pack;
        var origin = new Origin($"{pack.Title}: pack {pack.Version} and this partnership", "none, these are definitions as they stand", LondonTime.Day(partnership.Today), "OFFICIAL", pack.Synthetic);
        return FileAnswers.Sheet(
            Workbook.Of(IndicatorTables.File(partnership.Indicators, pack), origin, "Every indicator with its definition, in its newest version; retired ones say so.", []), kind, "indicators");
    }
}
