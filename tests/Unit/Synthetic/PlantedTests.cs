using Made.Core.Calendar;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

/// <summary>What the demo must show is really in the files.</summary>
[Collection(DemoCounty.Collection)]
public sealed class PlantedTests(DemoCounty county)
{
    private const string Asb = "Anti-social behaviour";

    [Fact]
    public void Five_years_of_months_hold_a_few_hundred_thousand_rows_and_one_month_is_missing()
    {
        var files = county.Files("police/quillshire/street").ToList();
        files.Count.ShouldBe(59);
        files.ShouldNotContain(f => f.Contains("2023-08"));
        files[0].ShouldContain("2021-10");
        files[^1].ShouldContain("2026-09");
        files.Sum(f => DemoCounty.Lines(f).Count() - 1).ShouldBeInRange(250_000, 400_000);
    }

    [Fact]
    public void About_one_row_in_twenty_has_no_place_and_in_one_period_one_in_seven()
    {
        foreach (var month in (string[])["2021-12", "2022-04", "2024-07", "2026-09"])
            WithoutPlace(month).ShouldBeInRange(0.025, 0.065);
        foreach (var month in (string[])["2022-05", "2022-08", "2022-11"])
            WithoutPlace(month).ShouldBeInRange(0.13, 0.18);
    }

    [Fact]
    public void Shoplifting_in_Candlebury_steps_up_in_November_2025_and_elsewhere_does_not()
    {
        Shoplifting("Candlebury", 2025, 11).ShouldBeGreaterThan(1.5 * Shoplifting("Candlebury", 2024, 11));
        Shoplifting("Larkham", 2025, 11).ShouldBeLessThan(1.25 * Shoplifting("Larkham", 2024, 11));
    }

    [Fact]
    public void Many_anti_social_behaviour_rows_repeat_an_earlier_one_and_none_has_an_id()
    {
        var asb = county.Street("2024-07").Where(r => r[9] == Asb).ToList();
        asb.ShouldAllBe(r => r[0].Length == 0 && r[10].Length == 0);
        (1 - (asb.Select(r => string.Join(',', r)).Distinct().Count() / (double)asb.Count)).ShouldBeInRange(0.10, 0.55);
    }

    [Theory]
    [InlineData("2022-03", 58)]
    [InlineData("2024-06", 41)]
    [InlineData("2024-07", 0)]
    public void Exact_repeats_with_an_id_are_as_many_as_planted(string month, int repeats)
    {
        var rows = county.Street(month).Where(r => r[0].Length > 0).Select(r => string.Join(',', r)).ToList();
        (rows.Count - rows.Distinct().Count()).ShouldBe(repeats);
        rows.ShouldAllBe(r => r.IndexOf(',') == 64);
    }

    [Fact]
    public void A_few_rows_lie_in_the_county_next_door() =>
        county.Street("2024-07").Count(r => r[8].StartsWith("Otherdale", StringComparison.Ordinal)).ShouldBeInRange(3, 60);

    [Fact]
    public void Records_use_2011_codes_before_April_2023_and_2021_codes_from_then_on()
    {
        var pairs = DemoCounty.Lines(county.File("lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz")).Skip(1)
            .Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray()).ToList();
        pairs.Count(p => p[2] == "S").ShouldBe(12);
        pairs.Count(p => p[2] == "M").ShouldBe(6);
        var (old, current) = (pairs.Select(p => p[1]).ToHashSet(), pairs.Select(p => p[4]).ToHashSet());
        county.Street("2023-03").Select(r => r[7]).Where(c => c.Length > 0).ShouldAllBe(c => old.Contains(c));
        county.Street("2023-04").Select(r => r[7]).Where(c => c.Length > 0).ShouldAllBe(c => current.Contains(c));
        old.Except(current).Count().ShouldBe(12);
    }

    [Fact]
    public void Two_small_areas_were_split_across_a_ward_border()
    {
        var wardOf = DemoCounty.Lines(county.File("lookups/lookup_lsoa21_ward24_ltla24.csv.gz")).Skip(1)
            .Select(l => l.Split(',')).ToDictionary(c => c[1], c => c[3]);
        DemoCounty.Lines(county.File("lookups/lookup_lsoa11_lsoa21_ltla22.csv.gz")).Skip(1).Select(l => l.Split(','))
            .GroupBy(c => c[1]).Count(g => g.Select(c => wardOf[c[4]]).Distinct().Count() > 1).ShouldBe(2);
    }

    [Fact]
    public void Duskmere_has_small_numbers()
    {
        var rows = county.Street("2025-07").Where(r => r[8].StartsWith("Duskmere", StringComparison.Ordinal)).ToList();
        rows.Count(r => r[9] == "Burglary").ShouldBeLessThan(15);
        rows.Count(r => r[9] == "Robbery").ShouldBeLessThan(5);
    }

    [Fact]
    public void The_promenade_is_busier_in_summer()
    {
        var wardOf = DemoCounty.Lines(county.File("lookups/lookup_lsoa21_ward24_ltla24.csv.gz")).Skip(1)
            .Select(l => l.Split(',').Select(c => c.Trim('"')).ToArray()).ToDictionary(c => c[1], c => c[2]);
        int Asbs(string month) => county.Street(month).Count(r => r[9] == Asb && wardOf.GetValueOrDefault(r[7]) == "Promenade");
        Asbs("2025-07").ShouldBeGreaterThan(2 * Asbs("2025-01"));
    }

    [Fact]
    public void The_fire_service_left_months_out_and_its_last_return_is_overdue()
    {
        var files = county.Files("indicator-values").Select(f => Path.GetFileName(f)).Where(f => f.StartsWith("deliberate-fires-", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBe(56);
        files.ShouldNotContain("deliberate-fires-2024-02.csv");
        files[^1].ShouldBe("deliberate-fires-2026-08.csv");
        county.Drawn.Last.ToString().ShouldBe("2026-09");
        DemoCounty.Lines(county.File("indicator-values/deliberate-fires-2025-06.csv")).ShouldContain(l => l.EndsWith(",,,,not-reported", StringComparison.Ordinal));
    }

    [Fact]
    public void Small_areas_add_up_to_the_districts_every_year_and_Larkham_grows()
    {
        var larkham = new List<int>();
        for (var year = 20; year <= 25; year++)
        {
            var vintage = year < 23 ? 11 : 21;
            var districts = DemoCounty.Lines(county.File($"population/population{year}_ltla21.csv")).Skip(1).Select(l => l.Split(',')).ToList();
            var lsoas = DemoCounty.Lines(county.File($"population/population{year}_lsoa{vintage}.csv.gz")).Skip(1).Select(l => l.Split(',')).ToList();
            lsoas.Sum(c => int.Parse(c[2])).ShouldBe(districts.Sum(c => int.Parse(c[2])));
            lsoas.ShouldAllBe(c => int.Parse(c[2]) == c.Skip(3).Sum(int.Parse));
            larkham.Add(districts.Where(c => c[1] == "\"Larkham\"").Sum(c => int.Parse(c[2])));
        }
        larkham.ShouldBe(larkham.Order());
        larkham[^1].ShouldBeGreaterThan(larkham[0]);
    }

    private double WithoutPlace(string month)
    {
        var rows = county.Street(month).ToList();
        return rows.Count(r => r[7].Length == 0) / (double)rows.Count;
    }

    private double Shoplifting(string district, int year, int month) => Enumerable.Range(0, 6)
        .Select(i => new Month(year, month).Plus(i).ToString())
        .Sum(m => county.Street(m).Count(r => r[9] == "Shoplifting" && r[8].StartsWith(district, StringComparison.Ordinal)));
}
