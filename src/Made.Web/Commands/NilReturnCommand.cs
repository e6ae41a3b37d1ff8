using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Web.Exchange;

namespace Made.Web.Commands;

internal static class NilReturnCommand
{
    public static Command Build()
    {
        var dataset = new Option<string>("--dataset") { Description = "The dataset of which there is nothing to report.", Required = true };
        var month = new Option<Month?>("--month") { Description = "The month (yyyy-MM), or any of the quarter or year that a return stands for.", Required = true, CustomParser = MonthOf };
        var reason = new Option<string>("--reason") { Description = "Who stated it, and how; kept with the change.", Required = true };
        return new Command("nil-return", "States a true zero: a month of a dataset in which there was nothing to report.") { dataset, month, reason }
            .Runs(async (partnership, parsed, cancel) =>
            {
                var stated = await new NilReturns(partnership).StateAsync(
                    parsed.GetValue(dataset)!, parsed.GetValue(month)!.Value, partnership.Change("made nil-return", parsed.GetValue(reason)!), cancel);
                if (!stated.Succeeded(out var kept, out var problem))
                    return Say.Refused(problem);
                Say.Result(parsed.GetValue(CommandLine.Json) ? JsonSerializer.Serialize(ReceiptJson.Of(kept.Receipt), ReceiptJson.Options) : VerdictWords.Sentence(kept.Receipt));
                return kept.Receipt.Verdict == Verdict.Refused ? 1 : 0;
            });
    }

    private static Month? MonthOf(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (Month.TryParse(text, out var month))
            return month;
        result.AddError($"'{text}' is not a month. Write it as 2026-11.");
        return null;
    }
}
