using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Intake.Personal;

namespace Made.Intake;

/// <summary>What can be wrong with one record, or worth saying about it.</summary>
public enum Fault : byte
{
    None,
    RowTooShort,
    RowTooLong,
    QuoteMisplaced,
    HeaderRepeated,
    TotalLine,
    CellEmpty,
    ControlCharacters,
    HiddenCharacters,
    TextTooLong,
    NotAMonth,
    NotADate,
    NotATime,
    NotAWholeNumber,
    NotANumber,
    OutOfRange,
    UnknownCode,
    InTheFuture,
    TooEarly,
    ErrorCell,
    UnknownIndicator,
    UnknownArea,
    PeriodBackwards,
    NumeratorAboveDenominator,
    ZeroDenominator,
    OtherValueForPeriod,
    PersonalDetails,
    NotOutward,

    /// <summary>From here on the record is not rejected: the finding only says something about it.</summary>
    Repeated,
    SameKeyOtherContent,
    UnknownPlace,
    CannotBeCalculated,
    FigureMissing,
    PointInNoArea,
    EmptyRow,
}

/// <summary>Code, words and remedy of each finding about records. A sentence never repeats what a cell holds.</summary>
public static class Findings
{
    public static bool Rejects(this Fault fault) => fault is > Fault.None and < Fault.Repeated;

    public static Finding About(Fault fault, PersonalDetail detail, long row, ColumnDefinition? column, long count)
    {
        var (code, message, remedy) = Text(fault, detail, column);
        var place = column is null ? $"Row {Words.Count(row)}" : $"Row {Words.Count(row)}, column \"{column.Name}\"";
        var more = count > 1 ? $" {Words.Count(count)} rows have this; this is the first." : "";
        return new Finding(code, row, column?.Name ?? "", $"{place}: {message}{more}", remedy, count);
    }

    public static Finding LeftOutColumn(string header) => new(
        "column-not-declared", 1, header, $"The column \"{header}\" is not part of this dataset. It was left out and none of its values was kept.",
        "Leave the column out next time, above all if it says something about a person.", 1);

    public static Finding MonthNotOver(Month month) => new(
        "month-not-over", 0, "", $"{month.Name} is not over. What was sent was kept and marked as provisional.",
        "Send the whole month when it is over; it then takes the place of this file.", 1);

    public static Finding EndsEarly(Month month) => new(
        "ends-early", 0, "", $"The records end well before {month.Name} does; of a whole month that is rarer than one in a thousand. They were kept and marked as provisional.",
        "If records are missing, send the whole month; it then takes the place of this file.", 1);

    public static Finding HiddenSheets(int count) => new(
        "hidden-sheet", 0, "", count == 1 ? "The workbook has a hidden sheet. It was not read." : $"The workbook has {Words.Count(count)} hidden sheets. They were not read.",
        "Delete hidden sheets before you send a workbook: they may hold what nobody meant to send.", count);

    public static Finding OtherSheets(int count) => new(
        "other-sheets", 0, "", count == 1 ? "Only the first visible sheet was read. One more sheet was left out." : $"Only the first visible sheet was read. {Words.Count(count)} more sheets were left out.",
        "Send each table as a file of its own.", count);

    public static Finding Formulas(long count) => new(
        "formula-cells", 0, "", "Some cells hold formulas. They were not calculated here: the results saved in the workbook were read.",
        "Save the table with values instead of formulas.", count);

    private static (string Code, string Message, string Remedy) Text(Fault fault, PersonalDetail detail, ColumnDefinition? column) => fault switch
    {
        Fault.RowTooShort => ("row-too-short", "the record has fewer cells than the header, so its cells cannot be told apart.", "Give the record all its cells; an empty cell still needs its delimiter."),
        Fault.RowTooLong => ("row-too-long", "the record has more cells than the header, so its cells cannot be told apart.", "Put a cell that holds the delimiter in quotes."),
        Fault.QuoteMisplaced => ("quote-misplaced", "a quoted cell goes on after its closing quote.", "Double each quote inside a quoted cell."),
        Fault.HeaderRepeated => ("header-repeated", "the header stands here again.", "Delete the repeated header."),
        Fault.TotalLine => ("total-line", "this is a line of totals, not a record.", "Delete lines of totals."),
        Fault.CellEmpty => ("cell-empty", "the cell is empty, but this column must be filled.", "Fill the cell."),
        Fault.ControlCharacters => ("control-characters", "the cell holds control characters, which no text should have.", "Type the cell again or export the table again."),
        Fault.HiddenCharacters => ("hidden-characters", "the cell holds invisible characters that change how the text reads.", "Type the cell again."),
        Fault.TextTooLong => ("text-too-long", $"the text is longer than {Words.Count(column!.MaximumLength)} characters, the most this column takes.", "Shorten the text."),
        Fault.NotAMonth => ("not-a-month", "the month is not written as year and month with a hyphen, such as 2022-07.", "Write the month as year-month."),
        Fault.NotADate => ("not-a-date", $"this is not a day of the calendar written as {column!.Format}.", $"Write the date as {column.Format}."),
        Fault.NotATime => ("not-a-time", "this is not a time of day between 00:00 and 23:59.", "Write the time as hours and minutes with a colon."),
        Fault.NotAWholeNumber => ("not-a-whole-number", "this is not a whole number.", "Write the number in plain digits, without commas, units or spaces."),
        Fault.NotANumber => ("not-a-number", "this is not a number.", "Write the number in plain digits with a point for decimals, without commas or units."),
        Fault.OutOfRange => ("out-of-range", $"the number lies outside the limits of this column ({Range(column!)}).", "Correct the number."),
        Fault.UnknownCode => ("unknown-code", "this is not one of the values that the column may have.", "Use one of the values of the dataset's description, spelled exactly so."),
        Fault.InTheFuture => ("in-the-future", "the date lies in the future.", "Correct the date."),
        Fault.TooEarly => ("too-early", "the date is too long ago to be right.", "Correct the date; a spreadsheet may have turned an empty cell into it."),
        Fault.ErrorCell => ("error-cell", "the cell holds a spreadsheet error instead of a value.", "Correct the formula or type the value."),
        Fault.UnknownIndicator => ("unknown-indicator", "no indicator is known by this name.", "Use the indicator's id as listed in the pack."),
        Fault.UnknownArea => ("unknown-area", "no area is known by this code.", "Use the area's GSS code."),
        Fault.PeriodBackwards => ("period-backwards", "the period ends before it starts.", "Correct the two dates."),
        Fault.NumeratorAboveDenominator => ("numerator-above-denominator", "the numerator is greater than the denominator, which a proportion does not allow.", "Correct the two figures."),
        Fault.ZeroDenominator => ("zero-denominator", "a value is given although the denominator is zero.", "Leave the value empty, or correct the denominator."),
        Fault.OtherValueForPeriod => ("other-value-for-period", "the file has already given another figure for the same indicator, area and period. The first one was kept.", "Keep one figure for each indicator, area and period."),
        Fault.PersonalDetails => ("personal-details", $"the text seems to hold {detail.Words()}, so the record was not kept. It is not repeated here.", "Take names, numbers, addresses and dates of birth out of the text."),
        Fault.NotOutward => ("not-outward", "this is not the outward part of a postcode, such as XX1.", "Give only the part of the postcode before its space."),
        Fault.PointInNoArea => ("point-in-no-area", "the point lies in no area that is known here. The record was kept without a place.", "Check the point; without the boundaries of small areas no point can be placed."),
        Fault.Repeated => ("repeated-record", "the record repeats an earlier one with the same key in every column. It was counted once.", "Nothing is needed; the sender may want to know."),
        Fault.SameKeyOtherContent => ("same-key-other-content", "the record has the key of an earlier one but other content. Both were kept.", "Check which of the two is right and send the file again if one is wrong."),
        Fault.UnknownPlace => ("unknown-place", "no area is known by this code. The record was kept without a place.", "Check the code; a new code needs newer reference files."),
        Fault.CannotBeCalculated => ("cannot-be-calculated", "the denominator is zero, so the value cannot be calculated.", "Nothing is needed if the zero is right."),
        Fault.FigureMissing => ("figure-not-given", "a marker stands in place of the figure. It was kept as an absence, not as a number.", "Nothing is needed if the figure is meant to be left out."),
        _ => ("empty-row", "the row holds nothing but delimiters. It was not counted as a record.", "Delete empty rows below the table."),
    };

    private static string Range(ColumnDefinition column) => (column.Minimum, column.Maximum) switch
    {
        ({ } low, { } high) => $"{low} to {high}",
        ({ } low, null) => $"{low} or more",
        (null, { } high) => $"{high} or less",
        _ => "what a number can hold",
    };
}
