using System.CommandLine;
using System.Globalization;
using Made.Store.Editions;
using Made.Web.Tabulation;

namespace Made.Web.Commands;

internal static class AuditDisclosureCommand
{
    private const int MostSaid = 50;

    public static Command Build() =>
        new Command("audit-disclosure", "Attacks everything published of partners' counts: margins, periods, editions, rates, charts. Says what could be worked out.")
            .Runs(async (partnership, _, cancel) =>
            {
                var report = await new DisclosureAudit(partnership.Editions).Run(cancel);
                var all = report.Hidden + report.Shown;
                Say.Result(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Editions} editions, {all:N0} counts of partners' data: {report.Shown:N0} shown, {report.Hidden:N0} hidden ({(all == 0 ? 0 : 100.0 * report.Hidden / all):0.0}%)."));
                foreach (var (indicator, grains) in report.Grains.Where(g => g.Grains.Count > 0))
                    Say.Result($"{indicator}: {GrainWords.Measured(grains)}");
                foreach (var found in report.Found.Take(MostSaid))
                    Say.Message($"{found.Attack}: {found.Indicator}, {found.Area}, {found.Period}: {found.Finding}.");
                if (report.Found.Count > MostSaid)
                    Say.Message($"... and {report.Found.Count - MostSaid} more.");
                Say.Result(report.Found.Count == 0 ? "Nothing hidden could be worked out." : $"{report.Found.Count} hidden counts could be worked out.");
                return report.Found.Count == 0 ? 0 : 1;
            });
}
