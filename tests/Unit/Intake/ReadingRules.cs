using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Intake;

public class ReadingRules
{
    private const string Header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";
    private const string Name = "2022-07-x-street.csv";
    private const string Values = "indicator,area_code,period_start,period_end,numerator,denominator,value,status\n";

    [Fact]
    public void A_month_that_differs_from_the_files_name_refuses_the_file_and_names_row_and_column()
    {
        var receipt = Read(Street("a,2022-07", "b,2022-06")).Receipt;
        receipt.Verdict.ShouldBe(Verdict.Refused);
        var finding = receipt.Findings.Single(f => f.Code == "wrong-month");
        (finding.Row, finding.Column).ShouldBe((3, "Month"));
        finding.Message.ShouldBe("Row 3, column \"Month\": The file's name says July 2022, but this record is of another month.");
    }

    [Fact]
    public void A_file_of_a_month_to_come_is_refused() =>
        Read(Street("a,2027-01"), "2027-01-x-street.csv").Receipt.Findings.ShouldContain(f => f.Code == "future-month");

    /// <summary>Worked out apart from the program, with xxh128sum: a digest that moved would make every record of the next revision look changed.</summary>
    [Theory]
    [InlineData("a", 5740292674937103915)]
    [InlineData("abcd", 10848325792879584767)]
    [InlineData("3f1c8a", 9900268861239370716)]
    [InlineData("abcdefgh", 10985740212700658209)]
    [InlineData("abcdefghijklmnopq", 15180303576709518630)]
    [InlineData("3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c3f1c", 5979746078977424162)]
    public void The_digest_of_a_key_is_the_same_in_every_release(string key, ulong digest) =>
        IntakeRun.One(Name, Encoding.UTF8.GetBytes(Street($"{key},2022-07")), TestDatasets.PoliceStreet).Facts.Single().Key.ShouldBe(digest);

    [Fact]
    public void The_digest_of_a_record_is_the_same_in_every_release()
    {
        const string Record = "3f1c8a,2025-03,Lancashire Constabulary,Lancashire Constabulary,-2.634511,53.652999,On or near Supermarket,E01024957,Chorley 004A,Other theft,,";
        IntakeRun.One("2025-03-x-street.csv", Encoding.UTF8.GetBytes($"{Header}\n{Record}\n"), TestDatasets.PoliceStreet).Facts.Single().Content.ShouldBe(9089109152763135724ul);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        var receipt = Read(Street("a,2022-07").Replace("LSOA code", "Lower area")).Receipt;
        receipt.Verdict.ShouldBe(Verdict.Refused);
        receipt.Findings.ShouldContain(f => f.Code == "missing-column" && f.Column == "LSOA code" && f.Message.Contains("LSOA code"));
    }

    [Fact]
    public void A_file_of_another_dataset_is_recognised()
    {
        var outcomes = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n";
        Read(outcomes).Receipt.Findings[0].Message.ShouldBe("These are the columns of police-outcomes (police outcomes), not of police-street.");
    }

    [Fact]
    public void Bytes_that_are_all_zero_are_said_to_be_no_text_and_not_text_in_another_encoding()
    {
        Read(new string('\0', 5000)).Receipt.Findings[0].Code.ShouldBe("not-a-table");
        Read(string.Concat(Street("a,2022-07").Select(c => $"{c}\0"))).Receipt.Findings[0].Code.ShouldBe("utf-16");
    }

    [Fact]
    public void A_file_whose_places_all_lie_in_another_area_is_refused_because_it_would_stand_for_a_month_without_records()
    {
        var elsewhere = IntakeRun.Places(new Dictionary<string, AreaCode> { ["E01012607"] = new("E06000016"), ["E01012608"] = new("E06000008") }, [new("E06000008")]);
        Receipt With(int records, string last = "") =>
            IntakeRun.One(Name, Encoding.UTF8.GetBytes(Street([.. Enumerable.Range(0, records).Select(i => $"k{i},2022-07")]) + last), TestDatasets.PoliceStreet, elsewhere).Receipt;
        var refused = With(1_200);
        refused.Verdict.ShouldBe(Verdict.Refused);
        refused.Findings.Single(f => f.Code == "nothing-inside").Message.ShouldStartWith("None of the 1,200 records with a place lies in the partnership's area");
        With(1_200, "in,2022-07,Force,Force,-2.46,53.76,Near Park,E01012608,X 001A,Drugs,,\n").OutsideArea.ShouldBe(1_200);
        With(99).OutsideArea.ShouldBe(99);
    }

    [Fact]
    public void Records_without_a_key_are_never_taken_for_repeats()
    {
        var receipt = Read(Street(",2022-07", ",2022-07", "k,2022-07", "k,2022-07")).Receipt;
        (receipt.RecordsIn, receipt.Stored, receipt.Rejected, receipt.Duplicates).ShouldBe((4, 3, 0, 1));
    }

    [Fact]
    public void The_same_record_has_the_same_digest_whatever_quotes_line_ends_and_column_order_it_came_with()
    {
        var plain = Read(Street("a,2022-07")).Facts.Single();
        var quoted = Read(Street("\"a\",\"2022-07\"").Replace("\n", "\r\n")).Facts.Single();
        quoted.ShouldBe(plain);
        var semicolons = Read(Street("a,2022-07").Replace(',', ';')).Facts.Single();
        semicolons.ShouldBe(plain);
        var turned = string.Concat(Street("a,2022-07").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => string.Join(',', l.Split(',').Reverse()) + "\n"));
        Read(turned).Facts.Single().ShouldBe(plain);
        Read(Street("a,2022-07").Replace("Near", "Far")).Facts.Single().Content.ShouldNotBe(plain.Content);
    }

    /// <summary>What stands in one cell is never taken for the end of it and the beginning of the next.</summary>
    [Fact]
    public void Records_whose_cells_differ_have_different_digests_though_their_letters_are_the_same()
    {
        ulong Of(string location, string name) =>
            Read($"{Header}\na,2022-07,Force,Force,,,\"{location}\",E01012608,\"{name}\",Drugs,,\n").Facts.Single().Content;
        ulong[] all = [Of("Near", "Park"), Of("Near,", "Park"), Of("Near", ",Park"), Of("Near\"\"", "Park"), Of("Near", "\"\"Park"), Of("", "Near,Park"), Of("Near,Park", "")];
        all.Distinct().Count().ShouldBe(all.Length);
    }

    [Fact]
    public void A_quote_that_swallows_records_refuses_the_file()
    {
        var rows = Street("a,2022-07", "b,2022-07", "c,2022-07", "d,2022-07").Split('\n');
        rows[2] = rows[2].Replace("Near", "\"Near");
        rows[4] = rows[4].Replace("X 001A", "X\"");
        var receipt = Read(string.Join('\n', rows)).Receipt;
        receipt.Verdict.ShouldBe(Verdict.Refused);
        receipt.Findings[0].Code.ShouldBe("quote-in-doubt");
        receipt.Findings[0].Row.ShouldBe(3);
    }

    [Fact]
    public void Columns_that_are_not_declared_are_left_out_and_named_without_their_values()
    {
        var read = Read(Street("a,2022-07").Replace("Context", "Context,Victim name").Replace(",,\n", ",,,Jane Sample\n"));
        read.Receipt.Verdict.ShouldBe(Verdict.Accepted, read.Receipt.Findings.Count > 0 ? read.Receipt.Findings[0].Message : "");
        read.Receipt.Findings.ShouldContain(f => f.Code == "column-not-declared" && f.Column == "Victim name");
        read.Receipt.Findings.ShouldAllBe(f => !f.Message.Contains("Jane"));
    }

    [Fact]
    public void A_marker_becomes_a_named_absence_and_a_zero_denominator_no_value()
    {
        var read = Read(Values + "IND-001,E05099001,2025-04-01,2025-06-30,[c],100,,final\nIND-002,E05099001,2025-04-01,2025-06-30,3,0,,final\n"
            + "IND-003,E05099001,2025-04-01,2025-06-30,,,,not-reported\nIND-004,E05099001,2025-04-01,2025-06-30,5,100,5.0,provisional\n", "a.csv", TestDatasets.IndicatorValues);
        read.Supply.Reported.Select(v => v.Numerator.Absence).ShouldBe([Absence.Suppressed, Absence.None, Absence.NotReported, Absence.None]);
        read.Supply.Reported[1].Value.Absence.ShouldBe(Absence.CannotBeCalculated);
        (read.Supply.Reported[3].Value.Number, read.Supply.Reported[3].Status).ShouldBe((5.0, "provisional"));
        read.Receipt.Period.ShouldBe("2025-04/2025-06");
    }

    [Fact]
    public void Figures_that_cannot_be_right_are_rejected_one_by_one()
    {
        const string row = "E05099001,2025-04-01,2025-06-30";
        var read = Read(Values + $"IND-001,{row},5,100,,\nIND-002,{row},5,100,,\nIND-003,{row},5,100,,\nIND-004,{row},5,100,,\nIND-005,{row},5,100,,\nIND-006,{row},5,100,,\n"
            + $"NONE,{row},5,100,,\nIND-007,E99,2025-04-01,2025-06-30,5,100,,\nIND-008,{row},1.5,100,,\nIND-009,{row},-1,100,,\nIND-010,{row},101,100,,\n", "a.csv", TestDatasets.IndicatorValues);
        read.Receipt.Findings.Select(f => f.Code).ShouldBe(["unknown-indicator", "unknown-area", "not-a-whole-number", "out-of-range", "numerator-above-denominator"]);
        (read.Receipt.Stored, read.Receipt.Rejected).ShouldBe((6, 5));
    }

    [Fact]
    public void Any_bytes_end_in_a_receipt_that_balances()
    {
        var start = Encoding.UTF8.GetBytes(Header + "\n");
        var alphabet = ",,,,\n\n\r\"\";\t|a1 \0\u00E9\uFEFF[c]2022-07Anti-social behaviour"u8.ToArray();
        var soup = Gen.ListOf(Gen.Elements(alphabet)).Select(l => l.ToArray());
        Prop.ForAll(soup.ToArbitrary(), bytes =>
        {
            foreach (var content in new[] { bytes, [.. start, .. bytes], [0x1F, 0x8B, .. bytes], [.. "PK\u0003\u0004"u8, .. bytes] })
            {
                var receipt = IntakeRun.One("x", content, TestDatasets.PoliceStreet).Receipt;
                if (receipt.Stored + receipt.Rejected + receipt.Duplicates != receipt.RecordsIn || receipt.Sha256.Length != 64)
                    return false;
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Fact]
    public void A_byte_changed_anywhere_never_moves_a_cell_into_another_column()
    {
        var clean = Encoding.UTF8.GetBytes(Street([.. Enumerable.Range(0, 3).Select(i => $"key{i},2022-07")]));
        var marks = "\",;\n\r\t|\0x "u8.ToArray();
        for (var at = 0; at < clean.Length; at++)
            foreach (var mark in marks)
            {
                var bytes = clean.ToArray();
                bytes[at] = mark;
                var read = IntakeRun.One(Name, bytes, TestDatasets.PoliceStreet);
                read.Receipt.Balances.ShouldBeTrue();
                // One byte may spoil one cell; what is kept in the others must be what stood in their own column.
                foreach (var fact in read.Facts)
                {
                    fact.Month.ShouldBe("2022-07");
                    fact.Category.ShouldBeOneOf("drugs", "");
                    (double.IsNaN(fact.Longitude) || fact.Longitude is >= -9 and <= 3).ShouldBeTrue($"byte {at}");
                    (double.IsNaN(fact.Latitude) || fact.Latitude is >= 49 and <= 61).ShouldBeTrue($"byte {at}");
                    (fact.Lsoa.Length == 0 || (fact.Lsoa.Length is 8 or 9 && fact.Lsoa.Count(char.IsDigit) >= 7)).ShouldBeTrue($"byte {at}: {fact.Lsoa}");
                }
            }
    }

    private static string Street(params string[] starts) =>
        Header + "\n" + string.Concat(starts.Select(s => $"{s},Force,Force,-2.46,53.76,Near Park,E01012607,X 001A,Drugs,,\n"));

    private static ReadBack Read(string text, string name = Name, DatasetDefinition? dataset = null) =>
        IntakeRun.One(name, Encoding.UTF8.GetBytes(text), dataset ?? TestDatasets.PoliceStreet);
}
