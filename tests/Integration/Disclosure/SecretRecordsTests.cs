using Made.TestKit.Attack;
using Made.TestKit.Intake;
using Made.TestKit.Site;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Disclosure;

/// <summary>
/// Records loaded into the built program as a partner's, published, revised and published again; then everything that readers of either edition are handed is attacked with
/// a method of the tests' own. Nothing of the program's tables or rules is used here.
/// </summary>
public sealed class SecretRecordsTests(ITestOutputHelper output)
{
    [Fact]
    public Task Nobody_of_the_microdata_is_found_in_six_months_and_their_revision() => Microdata(SecretRecords.Read, "2025-01", "2025-06");

    [Fact]
    public Task Nobody_of_the_microdata_is_found_in_a_financial_year_with_its_wards_and_their_revision() => Microdata(SecretRecords.OverAYear, "2024-04", "2025-03");

    /// <summary>Three months of real records by their last outcome, which a later release changed here and there by one or two.</summary>
    [Fact]
    public async Task Nobody_is_found_in_real_months_and_their_real_revision()
    {
        if (SharedFiles.Folder("data") is not { } folder)
            return;
        var geography = StreetRecords.Geography(folder, "lancashire");
        var releases = new[] { "street-earlier-release", "street" }.Select(r => StreetRecords.Read(folder, "lancashire", r, ["2022-01", "2022-02", "2022-03"], row => row["Last outcome category"])).ToList();
        var districtOf = geography.ToDictionary(g => g.Lsoa, g => g.District);
        List<SecretRecord> ByDistrict(IEnumerable<SecretRecord> records) => [.. records.Select(r => r with { Place = districtOf.GetValueOrDefault(r.Place, "") })];
        var indicators = AttackedIndicators.EachOf([.. releases.SelectMany(r => r).CountBy(r => r.Kind).OrderByDescending(k => k.Value).Select(k => k.Key)]);
        var secret = new Secret(Secret.Districts(geography), indicators, ByDistrict(releases[0]), ByDistrict(releases[1]));
        await Attack(geography, indicators, releases[0], releases[1], secret, "2022-01", "2022-03", f => f.Level is not ("ward" or "lsoa"));
    }

    private async Task Microdata(Func<string, int, IReadOnlyList<SecretRecord>> read, string from, string to)
    {
        if (SharedFiles.Folder("attacks/sdc") is not { } folder)
            return;
        var geography = SecretRecords.Geography(folder);
        var (first, second) = (read(folder, 1), read(folder, 2));
        var wardOf = geography.ToDictionary(g => g.Lsoa, g => g.Ward);
        List<SecretRecord> ByWard(IEnumerable<SecretRecord> records) => [.. records.Select(r => r with { Place = wardOf[r.Place] })];
        var secret = new Secret(Secret.Wards(geography), AttackedIndicators.OfTheMicrodata, ByWard(first), ByWard(second));
        await Attack(geography, AttackedIndicators.OfTheMicrodata, first, second, secret, from, to, f => f.Level != "lsoa");
    }

    private async Task Attack(
        IReadOnlyList<(string Lsoa, string Ward, string District)> geography, AttackedIndicators indicators, IReadOnlyList<SecretRecord> first, IReadOnlyList<SecretRecord> second,
        Secret secret, string from, string to, Func<Figure, bool> attacked)
    {
        using var county = await AttackedCounty.Make(geography, indicators);
        await county.Publish(first, "2025-08-01");
        var before = await Read(county, from, to);
        await county.Publish(second, "2025-09-01");
        var after = await Read(county, from, to);
        var printed = (await county.Home.Made("measures", "--level", "district", "--from", from, "--to", to)).Exits(0).Rows;
        PublishedFigures.Of(printed).Select(f => (f.Key, f.Count)).ShouldBe(after.Where(f => f.Level == "district" && f.Months.Count() == 1).Select(f => (f.Key, f.Count)));
        var audit = await county.Home.Made("audit-disclosure");
        output.WriteLine(audit.Output + audit.Messages);
        before.Concat(after).Where(f => f.IsShown && !attacked(f)).ShouldBeEmpty("grains that are withheld whole");
        (before, after) = ([.. before.Where(f => attacked(f) && secret.Holds(f))], [.. after.Where(f => attacked(f) && secret.Holds(f))]);
        foreach (var (figures, edition) in new[] { (before, 0), (after, 1) })
        {
            figures.Count(f => f.IsShown).ShouldBeGreaterThan(100);
            foreach (var figure in figures.Where(f => f.IsShown))
                ((double)secret.Count(figure, edition)).ShouldBe(figure.Count, figure.Key);
            foreach (var grain in figures.Where(f => f.IsOffered && (f.IsShown || f.IsHidden)).GroupBy(f => (f.Level, Months: f.Months.Count())))
                output.WriteLine($"edition {edition + 1}, {grain.Key.Level} by {grain.Key.Months} months: {grain.Count()} figures, {grain.Count(f => f.IsHidden)} hidden ({100.0 * grain.Count(f => f.IsHidden) / grain.Count():0}%),"
                    + $" {grain.Count(f => secret.Count(f, edition) is > 0 and < 5)} small");
        }
        // By itself no hidden figure of an edition may be known to within five. Of both together, with the revised counts pointed out
        // to the attacker, no count and no change of 1 to 4.
        foreach (var (figures, edition) in new[] { (before, 0), (after, 1) })
        {
            var alone = secret.Attack(figures, edition, f => f.IsShown);
            Say($"edition {edition + 1}", alone);
            alone.Found.ShouldBeEmpty();
            alone.Narrowest.ShouldBeGreaterThanOrEqualTo(5);
        }
        var both = secret.AttackBoth(before, after, f => f.IsShown);
        Say("both editions", both);
        both.Found.Where(f => f.IsSmall).ShouldBeEmpty();
        audit.Exits(0).Lines[^1].ShouldBe("Nothing hidden could be worked out.");

        // The same attacks on a rule that hides the small counts alone, and on one that forgets what it hid before.
        var naive = secret.Attack(before, 0, f => f.IsOffered && secret.Count(f, 0) is 0 or >= 5);
        var forgetful = secret.AttackBoth(before, after, f => f.IsShown || (f.IsOffered && secret.Count(f, 1) is 0 or >= 5));
        Say("hiding small counts alone", naive);
        Say("forgetting the first edition", forgetful);
        naive.Found.Count.ShouldBeGreaterThan(5);
        forgetful.Found.Count(f => f.IsSmall).ShouldBeGreaterThan(0);
    }

    private void Say(string what, Attacker attack)
    {
        output.WriteLine($"{what}: {attack.Hidden.Count} hidden figures and {attack.Slivers.Count} remainders attacked, fewest whole numbers possible {attack.Narrowest}, found {attack.Found.Count}, of 1 to 4 people {attack.Found.Count(f => f.IsSmall)}");
        foreach (var found in attack.Found.Take(10))
            output.WriteLine($"  {found}");
    }

    private static async Task<List<Figure>> Read(AttackedCounty county, string from, string to)
    {
        var copy = new HomeCopy();
        county.CopyInto(copy);
        await using var site = await LiveSite.Over(copy);
        return await PublishedFigures.Read(site, from, to);
    }
}
