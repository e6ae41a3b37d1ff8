namespace Made.Core.Editions;

/// <summary>Whether a CSP's editions are released by themselves, from a day on.</summary>
/// <param name="Csp">Code of the CSP.</param>
/// <param name="IsAutomatic">False where somebody checks the draft first.</param>
/// <param name="From">The first day it holds.</param>
/// <param name="Change">Who set it, when and why.</param>
public sealed record ReleaseSetting(string Csp, bool IsAutomatic, DateOnly From, Change Change);

/// <summary>
/// The settings over time. An edition speaks of all CSPs at once, and parts of two editions side by side could be subtracted; so it is released whole:
/// by itself only where no CSP of it asks for a check. See docs/adr/0024.
/// </summary>
public sealed record ReleaseHistory(IReadOnlyList<ReleaseSetting> Settings)
{
    /// <summary>The setting in force; null where none was made, which means automatic.</summary>
    public ReleaseSetting? On(string csp, DateOnly day) => Settings.Where(s => s.Csp == csp && s.From <= day).OrderBy(s => s.From).LastOrDefault();

    /// <summary>The CSPs that ask for a check on a day.</summary>
    public IReadOnlyList<string> AskForCheck(IEnumerable<string> csps, DateOnly day) => [.. csps.Where(c => On(c, day) is { IsAutomatic: false })];
}
