using System.Text;
using Made.Core.Calendar;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.TestKit.Intake;

namespace Made.Tests.Unit.Coarsening;

/// <summary>A partner's dataset with exact place, time and age, and files of it.</summary>
internal static class CoarseFile
{
    public const string Header = "ref,kind,day,time,easting,northing,area,age,sex,note\n";

    public static DatasetDefinition Dataset(PlaceKept place = PlaceKept.Ward, Depersonalised? claim = null, bool partOfDay = true, int[]? ages = null) => new()
    {
        Id = "partner-calls",
        Title = "Calls of a partner",
        Description = "For tests.",
        Supplier = "partner",
        Shape = DatasetShape.Records,
        Grain = SupplyGrain.ManyMonths,
        FrequencyMonths = 1,
        DueDays = 20,
        Open = false,
        OwedFrom = new Month(2020, 1),
        Disclosure = DisclosurePolicy.Partner,
        Coarsening = new CoarseningRule { Place = place, PartOfDay = partOfDay, AgeBands = ages ?? [0, 10, 18, 65] },
        Depersonalised = claim,
        Columns =
        [
            new() { Name = "ref", Kind = ColumnKind.Text, Role = ColumnRole.Key, MaximumLength = 40 },
            new() { Name = "kind", Kind = ColumnKind.Code, Role = ColumnRole.Category, Codes = new Dictionary<string, string> { ["noise"] = "noise", ["assault"] = "assault" } },
            new() { Name = "day", Kind = ColumnKind.Date, Role = ColumnRole.Date, Format = "yyyy-MM-dd" },
            new() { Name = "time", Kind = ColumnKind.Time, Role = ColumnRole.Time, MayBeEmpty = true },
            new() { Name = "easting", Kind = ColumnKind.WholeNumber, Role = ColumnRole.Easting, MayBeEmpty = true, Minimum = 0, Maximum = 700_000 },
            new() { Name = "northing", Kind = ColumnKind.WholeNumber, Role = ColumnRole.Northing, MayBeEmpty = true, Minimum = 0, Maximum = 1_300_000 },
            new() { Name = "area", Kind = ColumnKind.Text, Role = ColumnRole.Area, MayBeEmpty = true, MaximumLength = 9 },
            new() { Name = "age", Kind = ColumnKind.WholeNumber, Role = ColumnRole.Age, MayBeEmpty = true, Minimum = 0, Maximum = 130 },
            new() { Name = "sex", Kind = ColumnKind.Code, Role = ColumnRole.Sex, MayBeEmpty = true, Codes = new Dictionary<string, string> { ["F"] = "F", ["M"] = "M" } },
            new() { Name = "note", Kind = ColumnKind.Text, MayBeEmpty = true },
        ],
        Source = "Tests",
        Licence = "None",
    };

    public static ReadBack Read(DatasetDefinition dataset, params string[] rows) =>
        IntakeRun.One("calls.csv", Encoding.UTF8.GetBytes(Header + string.Concat(rows.Select(r => r + "\n"))), dataset, TwoWards.Places);

    /// <summary>A row with its point in the middle of a small area.</summary>
    public static string Row(string reference, int lsoa, string kind = "noise", string day = "2026-03-04", string time = "13:37", int age = 23, string sex = "F")
    {
        var (easting, northing) = TwoWards.Grid(lsoa);
        return $"{reference},{kind},{day},{time},{easting},{northing},,{age},{sex},";
    }
}
