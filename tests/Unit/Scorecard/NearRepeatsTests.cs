using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Scorecard;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Scorecard;

public class NearRepeatsTests
{
    private static readonly Month First = new(2024, 1);
    private static readonly IReadOnlyList<Month> Year = [.. Month.Range(First, First.Plus(11))];
    private static readonly HashSet<Month> Held = [.. Year];

    [Fact]
    public void Planted_repeats_within_days_are_found_and_nothing_else_is()
    {
        // Forty places 5 km apart, each with two records: half of the places three days apart, the others half a year.
        var records = Enumerable.Range(0, 40).SelectMany(p => new[] { At(p, 0, (p * 7) % 340), At(p, 0.0004, ((p * 7) % 340) + (p < 20 ? 3 : 180)) }).ToList();
        var found = Of(records, Dataset(exact: true, days: true));
        found.InDays.ShouldBeTrue();
        found.All.Count.ShouldBe(12);
        var near = found.All.Single(b => b is { Space: "within 100 m", Time: "1 to 7 days apart" });
        (near.Observed.Text(), near.P.Text(3), near.IsMore).ShouldBe(("20", "0.001", true));
        near.Ratio.ForDrawing.ShouldBeGreaterThan(5);
        found.All.Where(b => b.IsMore).ShouldBe([near]);
        Sentences.NearRepeats("Northfield", Safe.Crime, found).ShouldBe(
            $"Crimes in Northfield come within 100 m and 1 to 7 days apart more often than chance would have it: 20 pairs against {near.Expected.Text(1)} expected, {near.Ratio.Text(1)} times as many. No other band of distance and time stands out.");
    }

    [Fact]
    public void The_same_seed_gives_the_same_probabilities_and_scattered_records_no_finding()
    {
        var random = new Random(5);
        var records = Enumerable.Range(0, 300).Select(_ => At(0, random.NextDouble() / 50, random.Next(360))).ToList();
        var (one, two) = (Of(records, Dataset(true, true)), Of(records, Dataset(true, true)));
        one.All.ShouldBe(two.All);
        one.All.ShouldNotContain(b => b.IsMore);
        Sentences.NearRepeats("Northfield", Safe.Crime, one).ShouldBe("Crimes in Northfield do not follow each other nearby more quickly than chance would have it: no band of distance and time holds more pairs than expected.");
    }

    [Fact]
    public void Months_alone_make_bands_of_months_and_the_page_says_what_cannot_be_seen()
    {
        var records = Enumerable.Range(0, 30).SelectMany(p => new[] { At(p, 0, (p * 11) % 360), At(p, 0, (p * 11) % 360) }).Select(r => r with { Day = 0 }).ToList();
        var data = Dataset(exact: false, days: false);
        var found = Of(records, data);
        found.InDays.ShouldBeFalse();
        found.All[0].ShouldSatisfyAllConditions(b => b.Space.ShouldBe("on the same map point"), b => b.Time.ShouldBe("in the same month"), b => b.Observed.Text().ShouldBe("30"), b => b.IsMore.ShouldBeTrue());
        var said = string.Join(' ', Sentences.NearRepeatCautions(data, found));
        said.ShouldContain("Only the month of each record is known.");
        said.ShouldContain("moves every record to the nearest of its map points");
        said.ShouldContain("999 permutations of the times (seed 1)");
    }

    [Fact]
    public void One_record_kept_before_days_were_turns_all_bands_to_months_and_it_is_said()
    {
        var data = Dataset(exact: true, days: true);
        var records = Enumerable.Range(0, 40).Select(i => At(i, 0, i * 8)).ToList();
        records[3] = records[3] with { Day = 0 };
        var found = Of(records, data);
        (found.InDays, found.WithoutDay.Text()).ShouldBe((false, "1"));
        var said = string.Join(' ', Sentences.NearRepeatCautions(data, found));
        said.ShouldContain("1 of these records were kept before days were");
        said.ShouldNotContain("map points");
    }

    [Fact]
    public void Records_without_a_point_take_no_part_and_are_counted()
    {
        var records = Enumerable.Range(0, 40).Select(i => At(i, 0, i * 8)).Append(new PlacedEvent(double.NaN, double.NaN, First, 1)).ToList();
        var found = Of(records, Dataset(true, true));
        (found.Events.Text(), found.WithoutPoint.Text()).ShouldBe(("40", "1"));
        Sentences.NearRepeatsOf(Safe.Crime, found, "12 months to July 2022", isExact: true).ShouldStartWith("40 crimes with a point, 12 months to July 2022, each compared with every other. 1 more without one take no part.");
    }

    [Fact]
    public void A_partners_own_data_missing_months_few_and_many_records_are_refused_with_the_reason()
    {
        var records = Enumerable.Range(0, 40).Select(i => At(i, 0, i * 8)).ToList();
        NearRepeats.Of(records, Dataset(true, true), DisclosureRule.Partner, Year, Held).Problem!.Code.ShouldBe("near-repeats-partner");
        NearRepeats.Of(records, Dataset(true, true), DisclosureRule.AlreadyPublic, Year, Held.Where(m => m != First.Plus(4)).ToHashSet()).Problem!.Message
            .ShouldBe("Not all of the 12 months are held: May 2024 is missing, and a gap would look like a quiet time.");
        NearRepeats.Of(records, Dataset(true, true), DisclosureRule.AlreadyPublic, Year, new HashSet<Month>()).Problem!.Message.ShouldBe("None of the 12 months is held.");
        NearRepeats.Of([.. records.Take(19)], Dataset(true, true), DisclosureRule.AlreadyPublic, Year, Held).Problem!.Code.ShouldBe("near-repeats-few");
        NearRepeats.Of([.. Enumerable.Repeat(records[0], NearRepeats.MostEvents + 1)], Dataset(true, true), DisclosureRule.AlreadyPublic, Year, Held).Problem!.Code.ShouldBe("near-repeats-many");
    }

    private static NearRepeats Of(IReadOnlyList<PlacedEvent> records, DatasetDefinition dataset) => NearRepeats.Of(records, dataset, DisclosureRule.AlreadyPublic, Year, Held).Value();

    private static PlacedEvent At(int place, double north, int day)
    {
        var date = First.FirstDay.AddDays(day % 366);
        return new(-2 - (place * 0.08), 53 + north, Month.Of(date), date.Day);
    }

    private static DatasetDefinition Dataset(bool exact, bool days) => new()
    {
        Id = "records",
        Title = "Records",
        Description = "",
        Supplier = "somebody",
        Shape = DatasetShape.Records,
        Grain = SupplyGrain.Month,
        FrequencyMonths = 1,
        DueDays = 1,
        Open = true,
        OwedFrom = First,
        Disclosure = DisclosurePolicy.AlreadyPublic,
        ExactPoints = exact,
        Columns = [new ColumnDefinition { Name = "when", Kind = ColumnKind.Date, Role = ColumnRole.Date, KeepsDay = days }],
        Source = "",
        Licence = "",
    };
}
