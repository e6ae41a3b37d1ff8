using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class CoarseRecordTests
{
    [Fact]
    public void Of_a_record_ward_month_part_of_day_age_band_and_sex_are_kept_and_no_point()
    {
        var read = CoarseFile.Read(CoarseFile.Dataset(), CoarseFile.Row("C-1", 2));
        read.Receipt.Verdict.ShouldBe(Verdict.Accepted);
        var fact = read.Facts.ShouldHaveSingleItem();
        (fact.Month, fact.Category, fact.Lsoa, fact.PartOfDay, fact.Age, fact.Sex).ShouldBe(("2026-03", "noise", TwoWards.East, "afternoon", "18 to 64", "F"));
        (double.IsNaN(fact.Longitude), double.IsNaN(fact.Latitude)).ShouldBe((true, true));
    }

    /// <summary>The texts of a supply go to the disk whole, so that none of them may be finer than what is kept.</summary>
    [Fact]
    public void No_text_of_the_supply_is_finer_than_the_rule()
    {
        var read = CoarseFile.Read(CoarseFile.Dataset(), "C-1,noise,2026-03-04,13:37,,,E01000003,23,F,", "C-2,noise,2026-03-04,,,,e05000001,,,", "C-3,noise,2026-03-04,01:00,,,E01777777,5,M,");
        (read.Receipt.Stored, read.Receipt.WithoutPlace).ShouldBe((3, 1));
        read.Supply.Texts.Lsoa.Values.ShouldBe(["", TwoWards.East, TwoWards.West]);
        read.Supply.Texts.PartOfDay.Values.ShouldBe(["", "afternoon", "night"]);
        read.Supply.Texts.Age.Values.ShouldBe(["", "18 to 64", "0 to 9"]);
        read.Receipt.Findings.ShouldContain(f => f.Code == "unknown-place" && f.Row == 4);
    }

    /// <summary>Whoever holds a digest of exact values can try every minute and every age.</summary>
    [Fact]
    public void The_digest_tells_nothing_that_is_not_kept()
    {
        var facts = CoarseFile.Read(CoarseFile.Dataset(), CoarseFile.Row("C-1", 2, time: "13:37", age: 23), CoarseFile.Row("C-2", 3, day: "2026-03-31", time: "17:59", age: 64), CoarseFile.Row("C-3", 2, time: "18:00")).Facts;
        facts[0].Content.ShouldBe(facts[1].Content);
        facts[0].Content.ShouldNotBe(facts[2].Content);
        facts.Select(f => f.Key).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_repeat_is_still_told_by_its_exact_values()
    {
        var receipt = CoarseFile.Read(CoarseFile.Dataset(), CoarseFile.Row("C-1", 2), CoarseFile.Row("C-1", 2), CoarseFile.Row("C-1", 2, time: "13:38")).Receipt;
        (receipt.Stored, receipt.Duplicates).ShouldBe((2, 1));
        receipt.Findings.ShouldContain(f => f.Code == "same-key-other-content");
    }

    [Fact]
    public void What_the_rule_does_not_keep_is_left_behind()
    {
        var dataset = CoarseFile.Dataset(PlaceKept.District, partOfDay: false) with { };
        var fact = CoarseFile.Read(dataset with { Coarsening = new CoarseningRule { Place = PlaceKept.District } }, CoarseFile.Row("C-1", 2)).Facts.Single();
        (fact.Lsoa, fact.PartOfDay, fact.Age, fact.Sex).ShouldBe((TwoWards.District, "", "", "F"));
    }

    [Theory]
    [InlineData("2026-03-29", "01:30", "night")]
    [InlineData("2026-10-25", "01:30", "night")]
    [InlineData("2024-02-29", "23:59", "evening")]
    [InlineData("2025-12-31", "23:59:59", "evening")]
    public void Days_on_which_the_clock_changes_and_leap_days_are_kept_in_their_month(string day, string time, string part)
    {
        var fact = CoarseFile.Read(CoarseFile.Dataset(), CoarseFile.Row("C-1", 0, day: day, time: time)).Facts.Single();
        (fact.Month, fact.PartOfDay).ShouldBe((day[..7], part));
    }

    [Fact]
    public void A_point_in_no_known_area_is_said_with_its_row_and_kept_without_a_place()
    {
        var receipt = CoarseFile.Read(CoarseFile.Dataset(), CoarseFile.Row("C-1", 0), CoarseFile.Row("C-2", 9), CoarseFile.Row("C-3", 9)).Receipt;
        (receipt.Stored, receipt.WithoutPlace).ShouldBe((3, 2));
        var finding = receipt.Findings.Single(f => f.Code == "point-in-no-area");
        (finding.Row, finding.Column, finding.Count).ShouldBe((3, "easting", 2));
    }

    [Fact]
    public void The_outward_part_of_a_postcode_is_kept_and_a_whole_one_refuses_the_file()
    {
        var dataset = CoarseFile.Dataset() with
        {
            Coarsening = new CoarseningRule { Place = PlaceKept.Outward },
            Columns = [.. CoarseFile.Dataset().Columns.Where(c => c.Role is ColumnRole.Key or ColumnRole.Category or ColumnRole.Date), new() { Name = "outward", Kind = ColumnKind.Text, Role = ColumnRole.Outward, MayBeEmpty = true }],
        };
        ReadBack Read(params string[] codes) => IntakeRun.One("a.csv", System.Text.Encoding.UTF8.GetBytes("ref,kind,day,outward\n" + string.Concat(codes.Select((c, i) => $"C-{i},noise,2026-03-04,{c}\n"))), dataset, TwoWards.Places);
        Read("la1", "FY10", "W1A", "", "EC1A").Facts.Select(f => f.Lsoa).ShouldBe(["LA1", "FY10", "W1A", "", "EC1A"]);
        var odd = Read("LA1", "L", "123", "ABC1", "LA1X2", "LA1", "LA1", "LA1", "LA1").Receipt;
        (odd.Stored, odd.Rejected).ShouldBe((5, 4));
        odd.Findings.ShouldAllBe(f => f.Code == "not-outward");
        var whole = Read("LA1", "LA1 4XX", "LA1", "LA1").Receipt;
        whole.Verdict.ShouldBe(Verdict.Refused);
        whole.Findings.ShouldContain(f => f.Code == "personal-column" && f.Row == 3);
        whole.Findings.ShouldAllBe(f => !f.ToString().Contains("4XX"));
    }
}
