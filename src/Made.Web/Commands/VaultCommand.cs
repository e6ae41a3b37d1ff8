using System.CommandLine;

namespace Made.Web.Commands;

/// <summary>The keys of what lies sealed: what there is, renewing them, destroying one.</summary>
internal static class VaultCommand
{
    public static Command Build() => new("vault", "Keys of what lies sealed in the records. They lie in the keys' folder, never in the home or its backups.")
    {
        Status(), Rotate(), Destroy(),
    };

    private static Command Status() =>
        new Command("status", "Lists the keys, what they are in use for, and those that were destroyed.")
            .Runs(async (partnership, _, _) =>
            {
                var vault = partnership.Records.Vault;
                foreach (var key in await vault.Standing())
                    Say.Result($"{key.Id}  made {key.Made:yyyy-MM-dd}  {(key.IsNewest ? "in use" : "opens what is older")}  sealed: {key.Sealed:N0}");
                foreach (var gone in vault.Ring.Destroyed)
                    Say.Result($"{gone.Key}  destroyed {gone.At:yyyy-MM-dd} by {gone.By} with {gone.Second}: {gone.Why}");
                var missing = vault.Ring.Missing(await vault.KeysNeeded());
                foreach (var key in missing)
                    Say.Message($"{key}  needed and not here");
                return missing.Count == 0 ? 0 : 1;
            });

    private static Command Rotate()
    {
        var purpose = new Option<string?>("--purpose") { Description = "Renews the key of one purpose only; what was made with the earlier one keeps its version." };
        return new Command("rotate", "Renews the master key and the keys of sealed fields, while others work. If it was interrupted, run it again.") { purpose }
            .Runs(async (partnership, parsed, _) =>
            {
                var (vault, change) = (partnership.Records.Vault, partnership.Change("made vault rotate", "Keys renewed"));
                if (parsed.GetValue(purpose) is { } name)
                    return (await vault.RenewPurposeKey(name, change)).Succeeded(out var renewed, out var wrong) ? Told($"{renewed.Id} is in use.") : Say.Refused(wrong);
                if (!(await vault.Rotate(change)).Succeeded(out var done, out var problem))
                    return Say.Refused(problem);
                foreach (var refused in done.Refused)
                    Say.Message(refused.ToString());
                Say.Result($"Master key {done.Master} is in use. Keys wrapped again: {done.KeysWrapped:N0}. Fields sealed again: {done.FieldsSealedAgain:N0}. Could not be opened: {done.Refused.Count:N0}.");
                return done.Refused.Count == 0 ? 0 : 1;
            });
    }

    private static Command Destroy()
    {
        var key = new Argument<string>("KEY") { Description = "As made vault status names it." };
        var (by, second, reason) = Persons();
        return new Command("destroy", "Destroys a key, and with it all that it sealed, in every backup as well.") { key, by, second, reason }
            .Runs(async (partnership, parsed, _) =>
                await partnership.Records.Vault.Destroy(parsed.GetValue(key)!, parsed.GetValue(second)!, partnership.Change(parsed.GetValue(by)!, parsed.GetValue(reason)!)) is { } problem
                    ? Say.Refused(problem)
                    : Told($"{parsed.GetValue(key)} is destroyed. Copies of the keys' folder may still hold it: destroy them as well."));
    }

    /// <summary>Two persons say who they are, by role: a command knows of no sign-in.</summary>
    internal static (Option<string> By, Option<string> Second, Option<string> Reason) Persons() => (
        new("--by") { Description = "Who decides, by role.", Required = true },
        new("--second") { Description = "The second person, by role.", Required = true },
        new("--reason") { Description = "Why; kept in the audit.", Required = true });

    private static int Told(string line)
    {
        Say.Result(line);
        return 0;
    }
}
