using Made.Core;
using Made.Core.Calendar;

namespace Made.Web.Tabulation;

/// <summary>What can be wrong with a table that somebody asks for.</summary>
internal static class Problems
{
    public static Problem UnknownAxis(string name, string text) =>
        new("unknown-axis", $"'{Short(text)}' in '{name}' is nothing a table can run along.", "Use area, period or indicator.");

    public static Problem SameAxes() =>
        new("same-axes", "Rows and columns are the same.", "Choose something else for one of them.");

    public static Problem UnknownShown(string text) =>
        new("unknown-value", $"'{Short(text)}' is nothing a table can show.", "Use count, rate or change.");

    public static Problem UnknownTableLevel(string text) =>
        new("unknown-level", $"'{Short(text)}' is not a level of tables.", "Use lsoa, ward, district, csp, policing-area, county, pan or force.");

    public static Problem NotAnEdition(string text) =>
        new("not-an-edition", $"'{Short(text)}' does not name an edition.", "Write it as 2022-07/2.");

    public static Problem NoEdition(string name) =>
        new("no-edition", $"There is no edition {name}.", "Choose a month that has a dashboard.");

    public static Problem AfterEdition(Month to, string edition) =>
        new("after-edition", $"The edition {edition} ends before {to.Name}.", "Choose an earlier last month, or the newest edition.");

    public static Problem NoPeriod(string kind, string from, string to) =>
        new("no-period", $"No {kind} ends between {from} and {to}.", "Choose more months. Quarters end with June, September, December and March, years with March.");

    public static Problem WardPeriods() =>
        new("ward-periods", "Wards are counted by month and over 12 months only.", "Choose months or 12 months, or a larger level.");

    public static Problem NoArea() =>
        new("no-area", "No area of that level lies inside the area chosen.", "Choose a smaller level, or another area.");

    public static Problem NoneOfEdition(string edition) =>
        new("no-indicator", $"None of the indicators chosen is in the edition {edition}.", "Choose another indicator or the newest edition.");

    public static Problem UnknownCategory(string key) =>
        new("unknown-category", $"'{Short(key)}' is no category of a dataset of records held here.", "Write it as dataset/category, such as police-street/Burglary.");

    public static Problem PartnersCategory(string dataset) =>
        new("partners-category", $"Categories of {dataset} are not counted one by one: they are a partner's own, and what may be shown of them is decided for indicators alone.", "Choose an indicator of this dataset.");

    public static Problem PartnersSmallAreas() =>
        new("partners-small-areas", "Small areas are not shown for a partner's own data: nearly every count would be small enough to point at people.", "Choose wards by financial year or a larger level, or data that are already public.");

    public static Problem CountsOnly(string what) =>
        new("counts-only", $"{what} has counts only: no rate and no change is made of it.", "Choose Count under Show; for a rate define an indicator.");

    public static Problem TooLarge(long cells) =>
        new("table-too-large", $"The table would have {cells:N0} cells, more than the {TableViews.MostCells:N0} that a file may have.", "Choose fewer areas, periods or indicators.");

    private static string Short(string text) => new([.. text.Where(c => !char.IsControl(c)).Take(40)]);
}
