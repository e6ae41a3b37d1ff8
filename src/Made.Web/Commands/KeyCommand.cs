using System.CommandLine;
using System.Text.Json;
using Made.Core.Access;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>Keys by which programs send files.</summary>
internal static class KeyCommand
{
    public static Command Build() => new("key", "Works on the keys by which programs send files.") { Add(), List(), Revoke() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "The system that sends, such as \"Case system, nightly\"." };
        var organisation = new Option<string>("--organisation") { Description = "Id of the organisation whose files it sends.", Required = true };
        var until = new Option<DateOnly?>("--until") { Description = "The last day (yyyy-MM-dd); a year from today otherwise.", CustomParser = CommandLine.Day };
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return new Command("add", "Makes a key and prints it, once.") { name, organisation, until, reason }.Runs(async (partnership, parsed, _) =>
        {
            var (called, of, last) = (parsed.GetValue(name)!.Trim(), parsed.GetValue(organisation)!, parsed.GetValue(until) ?? partnership.Today.AddYears(1));
            if (SendingKey.WhyNot(called, of, last, partnership.Pack.Organisations.Select(o => o.Id), partnership.Today) is { } problem)
                return Say.Refused(problem);
            var (key, text) = await partnership.Records.SendingKeys.Add(called, of, last, partnership.Change("made key add", parsed.GetValue(reason)!));
            Say.Message($"{key.Name} may send for {key.Organisation} until {LondonTime.Day(key.Until)}. The key is shown only now:");
            Say.Result(text);
            return 0;
        });
    }

    private static Command List() => new Command("list", "Lists keys; never what they are.").Runs(async (partnership, parsed, _) =>
    {
        var all = await partnership.Records.SendingKeys.All();
        if (parsed.GetValue(CommandLine.Json))
            Say.Result(JsonSerializer.Serialize(all.Select(k => new { id = k.Id, name = k.Name, organisation = k.Organisation, made = k.Made.UtcDateTime, by = k.By, until = k.Until, open = k.IsOpen(partnership.Today) }), ReceiptJson.Options));
        else
            foreach (var k in all)
                Say.Result($"{k.Id}  {k.Organisation,-32} {(k.Revoked is not null ? "revoked" : k.IsOpen(partnership.Today) ? $"until {k.Until:yyyy-MM-dd}" : "ended"),-16} {k.Name}");
        return 0;
    });

    private static Command Revoke()
    {
        var id = new Argument<Guid>("ID") { Description = "As listed." };
        var reason = new Option<string>("--reason") { Description = "Why; kept with the change.", Required = true };
        return new Command("revoke", "Ends a key at once.") { id, reason }.Runs(async (partnership, parsed, _) =>
        {
            if (!(await partnership.Records.SendingKeys.Revoke(parsed.GetValue(id), partnership.Change("made key revoke", parsed.GetValue(reason)!))).Succeeded(out var key, out var problem))
                return Say.Refused(problem);
            Say.Result($"{key.Name} opens nothing any more.");
            return 0;
        });
    }
}
