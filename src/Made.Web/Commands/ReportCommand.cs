using System.CommandLine;
using Made.Core;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>A report as a file, as its page prints it: a CSP's month, the record of processing, the draft impact assessment of a dataset, or the certificate of a destruction.</summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var name = new Argument<string>("NAME") { Description = "csp-month, processing-record, impact-assessment or destruction-certificate" };
        var area = new Option<string?>("--area") { Description = "For csp-month: code of the CSP." };
        var month = new Option<string?>("--month") { Description = "For csp-month: month (yyyy-MM)." };
        var edition = new Option<int?>("--edition") { Description = "For csp-month: number of the edition; the newest otherwise." };
        var dataset = new Option<string?>("--dataset") { Description = "For impact-assessment: id of the dataset." };
        var original = new Option<Guid?>("--original") { Description = "For destruction-certificate: id of the sealed original." };
        var file = new Option<string>("--out") { Description = "File to write: .pdf or .html.", Required = true };
        return new Command("report", "Writes a report as PDF or HTML.") { name, area, month, edition, dataset, original, file }
            .Runs(async (partnership, parsed, cancel) =>
            {
                var asked = parsed.GetValue(name) switch
                {
                    "csp-month" => Month(parsed.GetValue(area), parsed.GetValue(month), parsed.GetValue(edition)),
                    "processing-record" => "/sharing/processing",
                    "impact-assessment" => parsed.GetValue(dataset) is { } id
                        ? $"/sharing/impact/{Uri.EscapeDataString(id)}"
                        : new Problem("no-dataset", "An impact assessment is about one dataset.", "Name it with --dataset."),
                    "destruction-certificate" => parsed.GetValue(original) is { } destroyed
                        ? $"/exchange/originals/{destroyed}"
                        : new Problem("no-original", "A certificate is about one sealed original.", "Name it with --original: see made originals."),
                    var other => new Problem("unknown-report", $"There is no report '{other}'.", "Use csp-month, processing-record, impact-assessment or destruction-certificate."),
                };
                if (!asked.Succeeded(out var path, out var problem))
                    return Say.Refused(problem);
                var written = await Reports.WriteAsync(partnership, OnHome.Choice(parsed), path, Path.GetFullPath(parsed.GetValue(file)!), cancel);
                if (!written.Succeeded(out var said, out problem))
                    return Say.Refused(problem);
                Say.Result(said);
                return 0;
            });
    }

    private static Outcome<string> Month(string? area, string? month, int? edition) =>
        area is null ? new Problem("no-area", "The report of a month is about one CSP.", "Name its code with --area.")
        : !Core.Calendar.Month.TryParse(month, out var wanted) ? new Problem("not-a-month", $"'{month}' is not a month.", "Write it as 2022-07.")
        : $"/dashboard/{Uri.EscapeDataString(area)}/{wanted}{(edition is { } n ? $"?edition={n}" : "")}";
}
