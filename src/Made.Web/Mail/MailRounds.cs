using Made.Core.Mail;
using Made.Web.Access;
using Made.Web.Composition;
using Made.Web.Subscriptions;

namespace Made.Web.Mail;

/// <summary>
/// One look at everybody who asked to be told: whoever has something new on their own page that no message told of gets one, at most one an hour, and
/// what was not taken is tried again. See docs/adr/0029.
/// </summary>
internal sealed class MailRounds(Partnership partnership, AddressedObjects objects)
{
    private const string By = "mail worker";

    /// <summary>Taken by the server while the records could not say so, as where a disk is full: these are not sent again each minute.</summary>
    private readonly HashSet<Guid> taken = [];

    /// <returns>When there is something to do again though nothing changes; the end of time where there is not.</returns>
    public async Task<DateTimeOffset> RunAsync(CancellationToken cancel)
    {
        var records = partnership.Records;
        if (await records.Mail.Find() is not { } server)
            return DateTimeOffset.MaxValue;
        var plan = await PlanAsync();
        if (plan.Dropped.Count > 0)
            await records.MailNotices.Drop(plan.Dropped, partnership.Change(By, "Read meanwhile, or no longer asked for"));
        if (plan.New.Count > 0)
            plan.Due.AddRange(await records.MailNotices.Queue(plan.New, partnership.Change(By, "Something is new on own pages")));
        return plan.Due.Count == 0 ? plan.Next : Earlier(plan.Next, await SendAsync(server, plan.Due, cancel));
    }

    private async Task<Plan> PlanAsync()
    {
        var (records, now) = (partnership.Records, partnership.Now);
        var (readers, told) = (await records.MailAddresses.All(), await records.MailNotices.Standing());
        var waiting = (await records.MailNotices.Current()).ToDictionary(n => n.Account);
        var plan = new Plan();
        plan.Dropped.AddRange(waiting.Values.Where(n => !readers.Any(r => r.Account.Id == n.Account)));
        if (readers.Count == 0)
            return plan;
        var sources = await HomeSources.OfAsync(partnership);
        foreach (var reader in readers)
        {
            var id = reader.Account.Id;
            var news = await HomeNews.OfAsync(partnership, objects, sources, HomeView.ReaderOf(reader.Account), reader.Account.On(partnership.Today));
            var standing = told.TryGetValue(id, out var found) ? found with { Told = Later(found.Told, reader.Since) } : new MailStanding(reader.Since, DateTimeOffset.MinValue);
            // What was read counts as told as well.
            var due = MailNoticeRules.DueAt(standing with { Told = Later(standing.Told, news.ReadUntil) }, news.Newest);
            if (waiting.GetValueOrDefault(id) is { } notice)
            {
                if (due is null)
                    plan.Dropped.Add(notice);
                else if (notice.NextTry <= now)
                    plan.Due.Add(notice with { Covers = news.Newest });
                else
                    plan.Next = Earlier(plan.Next, notice.NextTry);
            }
            else if (due is { } at)
            {
                if (at <= now)
                    plan.New.Add((id, news.Newest));
                else
                    plan.Next = Earlier(plan.Next, at);
            }
        }
        return plan;
    }

    /// <returns>When what was not taken is tried again.</returns>
    private async Task<DateTimeOffset> SendAsync(MailServer server, IReadOnlyList<MailNotice> due, CancellationToken cancel)
    {
        var (records, failed, gone) = (partnership.Records, new List<(MailNotice, string)>(), new List<MailNotice>());
        using var delivery = new MailDelivery(server);
        var broken = (await records.Mail.Secret(server)).Succeeded(out var password, out var problem)
            ? (await delivery.OpenAsync(password, cancel))?.Words
            : $"The password of the mail server cannot be opened ({problem.Code})";
        foreach (var notice in due)
        {
            // What is left at a stop waits in the outbox.
            if (cancel.IsCancellationRequested)
                break;
            if (broken is not null)
            {
                failed.Add((notice, broken));
                continue;
            }
            // Read at the last moment: it may have been removed since the look.
            if (await records.MailAddresses.Of(notice.Account) is not { IsTold: true } choice)
            {
                gone.Add(notice);
                continue;
            }
            using var message = MailMessages.Notice(partnership, server, choice.Address, notice);
            var answer = taken.Contains(notice.Id) ? MailAnswer.Accepted("") : await delivery.SendAsync(message);
            if (answer.Taken)
            {
                taken.Add(notice.Id);
                await records.MailNotices.MarkSent(notice, answer.Words, partnership.Change(By, "Something is new on their own page"));
                taken.Remove(notice.Id);
            }
            else
            {
                failed.Add((notice, answer.Words));
            }
            broken = delivery.IsOpen ? null : answer.Words;
        }
        await delivery.CloseAsync();
        if (gone.Count > 0)
            await records.MailNotices.Drop(gone, partnership.Change(By, "No longer asked for"));
        return failed.Count == 0 ? DateTimeOffset.MaxValue : await records.MailNotices.MarkFailed(failed, partnership.Change(By, "Not taken"));
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class Plan
    {
        public List<(Guid Account, DateTimeOffset Covers)> New { get; } = [];

        public List<MailNotice> Due { get; } = [];

        public List<MailNotice> Dropped { get; } = [];

        public DateTimeOffset Next { get; set; } = DateTimeOffset.MaxValue;
    }
}
