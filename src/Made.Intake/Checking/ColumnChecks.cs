using Made.Core.Exchange;

namespace Made.Intake.Checking;

/// <summary>The check that a column's kind asks for.</summary>
internal static class ColumnChecks
{
    public static ColumnCheck For(ColumnDefinition definition, int at, DateOnly today, bool takesMarkers, bool looksForPersons) => definition.Kind switch
    {
        ColumnKind.Month => new MonthColumn(definition, at, today),
        ColumnKind.Date => new DateColumn(definition, at, today),
        ColumnKind.Time => new TimeColumn(definition, at),
        ColumnKind.WholeNumber or ColumnKind.Decimal => new NumberColumn(definition, at, takesMarkers),
        ColumnKind.Code => new CodeColumn(definition, at),
        _ when looksForPersons && definition.Role == ColumnRole.Key => new KeyColumn(definition, at, today),
        _ => new TextColumn(definition, at, today, looksForPersons),
    };
}
