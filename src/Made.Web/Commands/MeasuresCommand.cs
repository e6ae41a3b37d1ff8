using System.CommandLine;
using System.Text.Json;
using Made.Web.Api;

namespace Made.Web.Commands;

internal static class MeasuresCommand
{
    public static Command Build()
    {
        var indicator = new Option<string?>("--indicator") { Description = "Indicator id, or several with commas; all otherwise." };
        var area = new Option<string?>("--area") { Description = "Area code, or several with commas; all of the level otherwise." };
        var level = new Option<string?>("--level") { Description = "lsoa, ward, district, csp, policing-area, county, pan or force." };
        var from = new Option<string?>("--from") { Description = "First month (yyyy-MM): bounds the period's last month." };
        var to = new Option<string?>("--to") { Description = "Last month (yyyy-MM)." };
        var period = new Option<string?>("--period") { Description = "month, quarter, rolling12 or year.", DefaultValueFactory = _ => "month" };
        var format = new Option<string>("--format") { Description = "csv or json.", DefaultValueFactory = _ => "csv" };
        return new Command("measures", "Prints an indicator's figures with base, interval, coverage and edition.")
        {
            indicator, area, level, from, to, period, format,
        }.Runs(async (partnership, parsed, cancel) =>
        {
            var asked = parsed.GetValue(format)!;
            if (asked is not ("csv" or "json"))
                return Say.Refused(Problems.UnknownFormat(asked));
            var latest = await partnership.LatestMonthAsync();
            if (latest is null)
                return Say.Refused(Problems.NothingBuilt());
            var query = MeasureQuery.Parse(
                partnership.Areas, parsed.GetValue(indicator), parsed.GetValue(area), parsed.GetValue(level),
                parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(period), latest.Value);
            if (!query.Succeeded(out var wanted, out var problem))
                return Say.Refused(problem);
            var rows = await partnership.Figures.RowsAsync(wanted);
            if (asked == "json" || parsed.GetValue(CommandLine.Json))
            {
                Say.Result(JsonSerializer.Serialize(rows.Select(r => r.Json())));
                return 0;
            }
            Say.Result(string.Join(',', MeasureRow.Columns));
            foreach (var row in rows)
                Say.Result(row.Csv());
            return 0;
        });
    }
}
