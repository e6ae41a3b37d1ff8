using System.CommandLine;
using Made.Core.Calendar;

namespace Made.Web.Commands;

internal static class RefreshCommand
{
    public static Command Build()
    {
        var month = new Option<string?>("--month") { Description = "Only this month (yyyy-MM)." };
        return new Command("refresh", "Builds the editions that the supplies call for; says which months changed and why.") { month }
            .Runs(async (partnership, parsed, cancel) =>
            {
                Month? only = null;
                if (parsed.GetValue(month) is { } text)
                {
                    if (!Month.TryParse(text, out var m))
                        return Say.Refused(new("not-a-month", $"'{text}' is not a month.", "Write it as 2022-07."));
                    only = m;
                }
                var built = await partnership.RefreshAsync(only, partnership.Change("made refresh", "Refresh asked for by command"), cancel);
                if (!built.Succeeded(out var editions, out var problem))
                    return Say.Refused(problem);
                foreach (var e in editions)
                    Say.Result($"{e.Month}: edition {e.Number}: {e.Why}");
                var drafts = await partnership.Records.Editions.Drafts();
                if (drafts.Count > 0)
                    Say.Message($"{drafts.Count} drafts wait to be checked and released: see /editions.");
                Say.Result(editions.Count == 0 ? "Nothing changed." : $"{editions.Count} editions built.");
                return 0;
            });
    }
}
