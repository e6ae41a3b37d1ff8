using System.Globalization;
using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Web.Downloads;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Made.Web.Components;

/// <summary>A table of figures: numbers to the right, its own scrolling region, sortable where scripts run.</summary>
[HtmlTargetElement("made-table", Attributes = "table")]
public sealed class DataTable : Component
{
    /// <summary>With more columns a table fits no upright sheet of paper, and with many more a turned one only in small.</summary>
    private const int MostUpright = 12;
    private const int MostTurned = 20;

    public required Table Table { get; set; }

    public bool Sortable { get; set; }

    /// <summary>The caption is there only for people who hear the page: something visible already says it.</summary>
    public bool HideCaption { get; set; }

    /// <summary>The region is no taller than a screen and keeps its headings in sight.</summary>
    public bool Tall { get; set; }

    private protected override void Write(Markup to, string content, (string Name, string? Value)[] others)
    {
        to.Open("div", [("class", Markup.Classes("made-table-region", Tall ? "made-table-region--tall" : null)), ("role", "region"), ("aria-label", "Table: " + Table.Title), ("tabindex", "0"), .. others])
            .Open("table", ("class", Markup.Classes("govuk-table made-table", Table.Columns.Count > MostUpright ? "made-turned" : null, Table.Columns.Count > MostTurned ? "made-wide" : null, Class)), ("data-module", Sortable ? "moj-sortable-table" : null))
            .Element("caption", Table.Title, ("class", Markup.Classes("govuk-table__caption", HideCaption ? "govuk-visually-hidden" : null)))
            .Open("thead", ("class", "govuk-table__head")).Open("tr", ("class", "govuk-table__row"));
        foreach (var column in Table.Columns)
        {
            to.Open("th", ("scope", "col"), ("class", Markup.Classes("govuk-table__header", column.IsNumber ? "govuk-table__header--numeric" : null)), ("aria-sort", Sortable ? "none" : null)).Text(column.Header);
            if (column.Unit.Length > 0)
                to.Text(" ").Element("span", column.Unit, ("class", "made-unit"));
            to.Close();
        }
        to.Close().Close().Open("tbody", ("class", "govuk-table__body"));
        var given = new HashSet<Reason>();
        foreach (var row in Table.Rows)
            Row(to, row, given);
        to.Close();
        if (Table.Sums.Count > 0)
        {
            to.Open("tfoot", ("class", "made-table__sums"));
            foreach (var row in Table.Sums)
                Row(to, row, given);
            to.Close();
        }
        to.Close().Close();
        WhyNotes.Write(to, given);
    }

    private void Row(Markup to, IReadOnlyList<Cell> row, HashSet<Reason> given)
    {
        to.Open("tr", ("class", "govuk-table__row"));
        for (var i = 0; i < row.Count; i++)
        {
            var (words, sort, absent) = Shown(row[i], Table.Columns[i]);
            if (i == 0)
                to.Open("th", ("scope", "row"), ("class", Markup.Classes("govuk-table__header", Table.Columns[i].IsNumber ? "govuk-table__header--numeric" : null)), ("data-sort-value", Sortable ? sort : null));
            else
                to.Open("td", ("class", Markup.Classes("govuk-table__cell", Table.Columns[i].IsNumber ? "govuk-table__cell--numeric" : null)), ("data-sort-value", Sortable ? sort : null));
            if (absent)
            {
                var why = row[i] is Cell.Figure figure ? figure.Value.Why : Reason.None;
                to.Element("span", words, ("class", "made-absent"));
                Why.Mark(to, why);
                given.Add(why);
            }
            else if (row[i] is Cell.Text { Href.Length: > 0 } link)
                to.Element("a", words, ("class", "govuk-link"), ("href", link.Href));
            else
                to.Text(words);
            to.Close();
        }
        to.Close();
    }

    // Absent figures sort below every number.
    private static (string Words, string Sort, bool Absent) Shown(Cell cell, Column column) => cell switch
    {
        Cell.Figure f => (f.Value.Text(column.Decimals), f.Value.IsShown ? f.Value.Digits() : "-1e300", f.Value.Absence != Absence.None),
        Cell.Whole w => (w.Number.ToString("N0", CultureInfo.InvariantCulture), w.Number.ToString(CultureInfo.InvariantCulture), false),
        Cell.Text t => (t.Words, t.Words, false),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
