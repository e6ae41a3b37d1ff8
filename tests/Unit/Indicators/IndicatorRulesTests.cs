using Made.Core.Calendar;
using Made.Core.Disclosure.Topics;
using Made.Core.Exchange;
using Made.Core.Facts;
using Made.Core.Indicators;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Indicators;

public sealed class IndicatorRulesTests
{
    private static readonly IndicatorDefinition Sound = Samples.Indicator("burglary", "Burglary", "burglaries", "burglary", new CategoryFilter { Only = ["Burglary"] });

    [Fact]
    public void A_sound_definition_breaks_no_rule() => Broken(Sound).ShouldBeEmpty();

    [Theory]
    [InlineData("Burglary")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a23456789-a23456789-a23456789-a23456789-a23456789-a23456789-a")]
    public void An_id_that_could_not_stand_in_an_address_is_refused(string id) => Broken(Sound with { Id = id }).ShouldHaveSingleItem().Field.ShouldBe("id");

    [Fact]
    public void Every_text_that_a_reader_needs_must_be_there() =>
        Broken(Sound with { Title = " ", Plural = "", Singular = "", Definition = "", NumeratorText = "", DenominatorText = "", Unit = "", Group = "", Source = "" })
            .ShouldBe(new[] { "title", "plural", "singular", "definition", "numeratorText", "denominatorText", "unit", "group", "source" }.Select(f => new RuleBreach(f, "is empty")));

    [Fact]
    public void A_polarity_that_is_not_neutral_needs_its_reason()
    {
        Broken(Sound with { Polarity = Polarity.LowerIsBetter }).ShouldBe([new("polarityReason", "a polarity that is not neutral needs its reason")]);
        Broken(Sound with { Polarity = Polarity.LowerIsBetter, PolarityReason = "agreed" }).ShouldBeEmpty();
    }

    [Fact]
    public void Categories_must_exist_and_something_must_be_counted()
    {
        Broken(Sound with { Filter = new CategoryFilter { Only = ["Magic"] } }).ShouldBe([new("filter", "'Magic' is not a category of police-street")]);
        Broken(Sound with { Filter = new CategoryFilter { Except = ["Burglary", "Robbery"] } }).ShouldBe([new("filter", "takes no category of police-street, so it would count nothing")]);
        Broken(Sound with { Dataset = "none" }).ShouldBe([new("dataset", "'none' is not a dataset of this pack")]);
    }

    [Fact]
    public void A_share_counts_nothing_that_its_base_leaves_out()
    {
        var share = Sound with { Denominator = DenominatorKind.Records, Base = new CategoryFilter { Only = ["Robbery"] } };
        Broken(share).ShouldHaveSingleItem().Why.ShouldBe("leaves out 'Burglary', which is counted above the line: the share could pass 100 per cent");
        Broken(share with { Base = CategoryFilter.Everything }).ShouldBeEmpty();
    }

    [Fact]
    public void Figures_sent_already_counted_bring_their_own_denominator_and_beginning()
    {
        Broken(Sound with { Denominator = DenominatorKind.Reported }).ShouldBe([new("denominator", "police-street holds records, which bring none")]);
        Broken(Sound with { Dataset = "returns" }).ShouldBe([new("denominator", "the figures of returns bring their own")]);
        Broken(Sound with { Dataset = "returns", Denominator = DenominatorKind.Reported, From = new Month(2022, 7) }).ShouldHaveSingleItem().Field.ShouldBe("from");
    }

    [Fact]
    public void A_part_names_another_indicator()
    {
        Broken(Sound with { PartOf = "all-crime" }).ShouldBeEmpty();
        Broken(Sound with { PartOf = "nothing" }).ShouldBe([new("partOf", "'nothing' is not an indicator of this pack")]);
        Broken(Sound with { PartOf = "burglary" }).ShouldBe([new("partOf", "names the indicator itself")]);
        Broken(Sound with { Multiplier = 0 }).ShouldBe([new("multiplier", "is not above 0")]);
    }

    [Fact]
    public void An_indicator_may_be_stricter_than_its_dataset_and_never_looser()
    {
        Broken(Sound with { Topic = "hate-crime" }).ShouldBeEmpty();
        Broken(Sound with { Topic = "lax" }).ShouldBe([new("topic", "'lax' would show what the topic of police-street ('ordinary') hides")]);
        Broken(Sound with { Topic = "nothing" }).ShouldBe([new("topic", "'nothing' is not a topic of this pack")]);
    }

    [Fact]
    public void Records_below_the_line_come_from_another_dataset_of_records_or_the_own()
    {
        var share = Sound with { Denominator = DenominatorKind.Records, Multiplier = 100 };
        Broken(share with { BaseDataset = "police-street" }).ShouldBe([new("baseDataset", "is named only where records are divided by records of another dataset")]);
        Broken(Sound with { BaseDataset = "returns" }).ShouldBe([new("baseDataset", "is named only where records are divided by records of another dataset")]);
        Broken(share with { BaseDataset = "returns" }).ShouldBe([new("baseDataset", "'returns' is not a dataset of records of this pack")]);
    }

    private static IReadOnlyList<RuleBreach> Broken(IndicatorDefinition indicator) =>
        IndicatorRules.Broken(indicator, new[] { Dataset("police-street", DatasetShape.Records), Dataset("returns", DatasetShape.ReportedValues) }.ToDictionary(d => d.Id), new HashSet<string> { "all-crime", "burglary" },
            [Topic("ordinary", 5, 0), Topic("hate-crime", 10, 5), Topic("lax", 3, 0)]);

    private static Topic Topic(string id, int threshold, int roundTo) => new() { Id = id, Title = id, Threshold = threshold, RoundTo = roundTo, Source = "test" };

    private static DatasetDefinition Dataset(string id, DatasetShape shape) => new()
    {
        Id = id,
        Title = id,
        Description = id,
        Supplier = "s",
        Shape = shape,
        Grain = SupplyGrain.Month,
        FrequencyMonths = 1,
        DueDays = 60,
        Open = true,
        OwedFrom = new Month(2018, 1),
        Disclosure = DisclosurePolicy.AlreadyPublic,
        Source = "made up",
        Licence = "OGL",
        Columns = shape == DatasetShape.Records
            ? [new ColumnDefinition { Name = "Type", Kind = ColumnKind.Code, Role = ColumnRole.Category, Codes = new Dictionary<string, string> { ["b"] = "Burglary", ["r"] = "Robbery" } }]
            : [],
    };
}
