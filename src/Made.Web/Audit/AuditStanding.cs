using Made.Store.Audit;
using Made.Web.Composition;

namespace Made.Web.Audit;

/// <summary>What the last check of the audit found, and when: the whole audit is not read again for every page.</summary>
public sealed class AuditStanding(Partnership partnership)
{
    /// <summary>Null before the first check of this process.</summary>
    public (AuditReport Report, DateTimeOffset At)? Last { get; private set; }

    public async Task<AuditReport> CheckAsync(CancellationToken cancel)
    {
        var report = await AuditCheck.Run(partnership.Records, cancel);
        Last = (report, partnership.Now);
        return report;
    }
}
