using System.CommandLine;

namespace Made.Web.Commands;

internal static class WithdrawCommand
{
    public static Command Build()
    {
        var supply = new Argument<string>("SUPPLY") { Description = "For example police-street-2019-12-r2." };
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return new Command("withdraw", "Withdraws a supply; the revision before it counts again.") { supply, reason }
            .Runs(async (partnership, parsed, _) =>
            {
                var done = await partnership.Supplies.Withdraw(
                    parsed.GetValue(supply)!, partnership.Change("made withdraw", parsed.GetValue(reason)!));
                if (!done.Succeeded(out var restored, out var problem))
                    return Say.Refused(problem);
                Say.Result($"{restored.Withdrawn.Id} is withdrawn. {(restored.Restored.Count == 0 ? "Nothing takes its place." : $"Counts again: {string.Join(", ", restored.Restored.Select(r => r.Id))}.")}");
                return 0;
            });
    }
}
