using System.CommandLine;
using System.Text.Json;
using Made.Web.Exchange;

namespace Made.Web.Commands;

internal static class SuppliesCommand
{
    public static Command Build() =>
        new Command("supplies", "Lists the register of supplies with their revisions.")
            .Runs(async (partnership, parsed, _) =>
            {
                var register = await partnership.Supplies.Register();
                if (parsed.GetValue(CommandLine.Json))
                    Say.Result(JsonSerializer.Serialize(register.Select(SupplyJson.Of), ReceiptJson.Options));
                else
                    foreach (var s in register)
                        Say.Result($"{s.Id,-36} {s.State.ToString().ToLowerInvariant(),-11} {s.Stored,9:N0} records  {s.Received:yyyy-MM-dd HH:mm}Z  {s.File}");
                return 0;
            });
}
