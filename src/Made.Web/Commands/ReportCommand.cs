using System.CommandLine;
using Made.Core.Calendar;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>A report as a file. This version has one: a CSP's month, as the page prints it.</summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "csp-month" };
        var area = new Option<string>("--area") { Description = "Code of the CSP.", Required = true };
        var month = new Option<string>("--month") { Description = "Month (yyyy-MM).", Required = true };
        var edition = new Option<int?>("--edition") { Description = "Number of the edition; the newest otherwise." };
        var file = new Option<string>("--out") { Description = "File to write: .pdf or .html.", Required = true };
        return new Command("report", "Writes a report as PDF or HTML.") { name, area, month, edition, file }
            .Runs(async (partnership, parsed, cancel) =>
            {
                if (parsed.GetValue(name) != "csp-month")
                    return Say.Refused(new("unknown-report", $"There is no report '{parsed.GetValue(name)}'.", "Use csp-month."));
                if (!Month.TryParse(parsed.GetValue(month), out var wanted))
                    return Say.Refused(new("not-a-month", $"'{parsed.GetValue(month)}' is not a month.", "Write it as 2022-07."));
                var path = $"/dashboard/{Uri.EscapeDataString(parsed.GetValue(area)!)}/{wanted}{(parsed.GetValue(edition) is { } n ? $"?edition={n}" : "")}";
                var written = await Reports.WriteAsync(partnership, OnHome.Choice(parsed), path, Path.GetFullPath(parsed.GetValue(file)!), cancel);
                if (!written.Succeeded(out var said, out var problem))
                    return Say.Refused(problem);
                Say.Result(said);
                return 0;
            });
    }
}
