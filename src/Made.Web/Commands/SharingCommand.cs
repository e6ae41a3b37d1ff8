using System.CommandLine;
using System.Text.Json;
using Made.Core.Sharing;
using Made.Web.Exchange;
using Made.Web.Sharing;

namespace Made.Web.Commands;

/// <summary>The sharing register as a plain list: agreements with their standing, what is not read, and reminders.</summary>
internal static class SharingCommand
{
    public static Command Build() =>
        new Command("sharing", "Lists sharing agreements with their standing, reminders 90, 30 and 0 days before review or expiry, and what is not read.")
            .Runs(async (partnership, parsed, _) =>
            {
                var view = await SharingView.OfAsync(partnership);
                if (parsed.GetValue(CommandLine.Json))
                {
                    Say.Result(JsonSerializer.Serialize(new
                    {
                        agreements = view.Agreements.Select(a => new { id = a.Id, title = a.Newest.Title, version = a.Newest.Version, standing = SharingWords.Standing(SharingStanding.Of(a, view.Bodies, view.Today), view.Bodies) }),
                        reminders = view.Reminders.Select(r => new { agreement = r.Agreement.Id, kind = r.Kind.ToString().ToLowerInvariant(), on = r.On, within = r.Within, daysLeft = r.DaysLeft }),
                        unread = view.Unread.Select(u => new { dataset = u.Dataset.Id, code = u.Why.Code, message = u.Why.Message, remedy = u.Why.Remedy }),
                    }, ReceiptJson.Options));
                    return 0;
                }
                foreach (var a in view.Agreements)
                    Say.Result($"{a.Id,-36} version {a.Newest.Version}  {SharingWords.Standing(SharingStanding.Of(a, view.Bodies, view.Today), view.Bodies)}");
                foreach (var r in view.Reminders)
                    Say.Result($"reminder: {SharingWords.Reminder(r)}");
                foreach (var (_, why) in view.Unread)
                    Say.Result($"not read: {why.Code}: {why.Message} {why.Remedy}");
                return 0;
            });
}
