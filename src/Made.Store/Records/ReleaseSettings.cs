using Made.Core;
using Made.Core.Editions;

namespace Made.Store.Records;

/// <summary>Whether editions are released by themselves: set for each CSP, from a day on. Nothing is overwritten; the last that is in force counts.</summary>
public sealed class ReleaseSettings
{
    private const string Automatic = "automatic";
    private const string Checked = "checked";
    private readonly RecordsSource source;

    internal ReleaseSettings(RecordsSource source) => this.source = source;

    /// <summary>Every setting that was made, oldest first.</summary>
    public async Task<ReleaseHistory> All() => new(await source.Select(
        "SELECT csp, setting, \"from\", at, \"by\", why FROM release_settings ORDER BY number",
        r => new ReleaseSetting(r.GetString(0), r.GetString(1) == Automatic, r.GetFieldValue<DateOnly>(2), new Change(r.GetString(4), r.GetString(5), Instants.Of(r.GetInt64(3))))));

    /// <summary>Sets for a CSP from a day on whether its editions are released by themselves.</summary>
    public Task<bool> Make(string csp, bool automatic, DateOnly from, Change change) => source.Write(EditionRecords.Turn, change, writing =>
    {
        writing.Db.ReleaseSettings.Add(new ReleaseSettingRow
        {
            Csp = csp,
            Setting = automatic ? Automatic : Checked,
            From = from,
            At = Instants.Micros(change.At),
            By = change.By,
            Why = change.Why,
        });
        writing.Note(ChangeKinds.ReleaseSettingMade, $"{csp} {(automatic ? Automatic : Checked)} from {from:yyyy-MM-dd}");
        return Task.FromResult(true);
    });
}
