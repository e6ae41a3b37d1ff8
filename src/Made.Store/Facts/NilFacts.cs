using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Made.Store.Facts.Engine;

namespace Made.Store.Facts;

/// <summary>The file of facts of a nil return.</summary>
public static class NilFacts
{
    /// <summary>Of records: none.</summary>
    public static FactFile Write(FactEngine engine, string path, CancellationToken cancellation = default)
    {
        using var writer = new FactWriter(engine, new FactTexts());
        return writer.Write(path, cancellation);
    }

    /// <summary>Of figures: a 0 for each area that an earlier file reported for, and for each district before the first one.</summary>
    public static FactFile WriteReported(
        FactEngine engine, string path, IEnumerable<IndicatorDefinition> indicators, string? earlier, IReadOnlyList<string> districts, Month first, Month last, CancellationToken cancellation = default)
    {
        var areas = earlier is not null && ReportedFiles.Read(engine, [earlier], cancellation).Succeeded(out var values, out _) ? [.. values.Select(v => v.Area).Distinct()] : districts;
        return ReportedFiles.Write(engine, path, NilFigures.Of(indicators, areas, first, last), cancellation);
    }
}
