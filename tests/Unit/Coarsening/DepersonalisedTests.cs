using Made.Core.Coarsening;
using Made.Core.Exchange;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class DepersonalisedTests
{
    private static readonly Depersonalised Refuse = new() { K = 5 };
    private static readonly Depersonalised Report = new() { K = 5, Below = SmallGroups.Report };

    [Fact]
    public void A_file_in_which_five_are_alike_is_kept_without_the_senders_references()
    {
        var read = CoarseFile.Read(CoarseFile.Dataset(claim: Refuse), [.. Alike("A", 5), .. Alike("B", 6, lsoa: 2)]);
        read.Receipt.Verdict.ShouldBe(Verdict.Accepted);
        read.Receipt.Findings.ShouldBeEmpty();
        read.Facts.ShouldAllBe(f => f.Key == 0);
    }

    [Fact]
    public void A_file_with_a_group_of_four_is_refused_with_its_row_and_what_would_help_and_nothing_of_its_content()
    {
        var read = CoarseFile.Read(CoarseFile.Dataset(claim: Refuse), [.. Alike("A", 7), .. Alike("B", 4, time: "02:00", age: 70)]);
        (read.Receipt.Verdict, read.Receipt.Stored, read.Facts.Count).ShouldBe((Verdict.Refused, 0, 0));
        var summary = read.Receipt.Findings.Single(f => f.Code == "not-depersonalised");
        summary.Message.ShouldContain("4 of 11 records are alike in area, month, part of day, category, age band and sex with fewer than 4 others: one group of fewer than 5, the smallest of 4.");
        // Neither step alone joins the four to the seven: they differ in two things.
        summary.Remedy.ShouldContain("with districts as the area, 1; without the part of day, 1; without the age band, 1; without the sex, 1.");
        var group = read.Receipt.Findings.Single(f => f.Code == "small-group");
        (group.Row, group.Count, group.Remedy).ShouldBe((9, 4, "No single step makes it large enough."));
        foreach (var kept in (string[])["night", "65 and over", TwoWards.West, "2026-03", "noise"])
            read.Receipt.Findings.ShouldAllBe(f => !f.ToString().Contains(kept), kept);
    }

    [Fact]
    public void The_step_that_would_be_enough_is_named()
    {
        var receipt = CoarseFile.Read(CoarseFile.Dataset(claim: Refuse), [.. Alike("A", 7), .. Alike("B", 2, time: "02:00"), .. Alike("C", 1, lsoa: 3)]).Receipt;
        receipt.Findings.Single(f => f.Code == "not-depersonalised").Remedy.ShouldContain("with districts as the area, 1; without the part of day, 1;");
        receipt.Findings.Where(f => f.Code == "small-group").Select(f => (f.Row, f.Count, f.Remedy)).ShouldBe(
            [(11L, 1L, "Large enough with districts as the area."), (9L, 2L, "Large enough without the part of day.")]);
    }

    [Fact]
    public void Where_the_dataset_says_so_such_a_file_is_kept_and_its_receipt_says_that_it_is_personal_data()
    {
        var read = CoarseFile.Read(CoarseFile.Dataset(claim: Report), [.. Alike("A", 7), .. Alike("B", 1, time: "02:00")]);
        (read.Receipt.Verdict, read.Receipt.Stored, read.Facts.Count).ShouldBe((Verdict.Accepted, 8, 8));
        read.Receipt.Findings.Single(f => f.Code == "small-groups").Remedy.ShouldEndWith("Until then it is held as personal data.");
    }

    [Fact]
    public void Repeats_and_rejected_records_do_not_fill_a_group()
    {
        var four = Alike("A", 4);
        CoarseFile.Read(CoarseFile.Dataset(claim: Refuse), [.. four, four[0], "A-9,nonsense,2026-03-04,13:37,,,,23,F,"]).Receipt.Findings.ShouldContain(f => f.Code == "not-depersonalised");
    }

    [Fact]
    public void Of_many_small_groups_twenty_are_named()
    {
        var rows = Enumerable.Range(0, 40).Select(i => CoarseFile.Row($"A-{i}", i % 4, day: $"2026-{(i / 4) + 1:00}-04"));
        var receipt = CoarseFile.Read(CoarseFile.Dataset(claim: Refuse), [.. rows]).Receipt;
        receipt.Findings.Count(f => f.Code == "small-group").ShouldBe(20);
        receipt.Findings.Single(f => f.Code == "not-depersonalised").Count.ShouldBe(20);
    }

    /// <summary>Counted again from the facts alone, with nothing of the program's own grouping.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(26)]
    public void Made_files_are_refused_exactly_where_a_plain_count_finds_fewer_than_k_alike(int seed)
    {
        var dice = new Random(seed);
        for (var turn = 0; turn < 40; turn++)
        {
            var rows = Enumerable.Range(0, 60 + dice.Next(200)).Select(i => CoarseFile.Row($"A-{i}", dice.Next(4), time: $"{dice.Next(4) * 6:00}:30", age: dice.Next(2) * 30, sex: "F")).ToArray();
            var k = 2 + dice.Next(5);
            var plain = CoarseFile.Read(CoarseFile.Dataset(), rows).Facts.CountBy(f => (f.Month, f.Lsoa, f.Category, f.PartOfDay, f.Age, f.Sex)).Min(g => g.Value);
            var verdict = CoarseFile.Read(CoarseFile.Dataset(claim: new Depersonalised { K = k }), rows).Receipt.Verdict;
            (verdict == Verdict.Refused).ShouldBe(plain < k, $"{rows.Length} rows, smallest {plain}, k {k}");
        }
    }

    private static string[] Alike(string prefix, int count, int lsoa = 0, string time = "13:37", int age = 23) =>
        [.. Enumerable.Range(0, count).Select(i => CoarseFile.Row($"{prefix}-{i}", lsoa, day: $"2026-03-{i + 1:00}", time: time, age: age))];
}
