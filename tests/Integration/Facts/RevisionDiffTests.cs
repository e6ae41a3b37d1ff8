using Made.Store.Facts;
using Made.TestKit;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace Made.Tests.Integration.Facts;

public sealed class RevisionDiffTests(ITestOutputHelper output) : IDisposable
{
    private readonly FactHome home = new();

    /// <summary>In January two Crime IDs stand for two different rows each, so that 3,307 rows changed under 3,306 last occurrences of an ID.</summary>
    [Theory]
    [InlineData("2022-01", 3_307)]
    [InlineData("2022-02", 3_066)]
    [InlineData("2022-03", 3_750)]
    public void A_real_late_release_changed_only_the_last_outcome(string month, int changed)
    {
        var police = Repository.Path("..", "shared", "data", "police", "lancashire");
        if (!Directory.Exists(police))
        {
            output.WriteLine("Skipped: ../shared/data is not here.");
            return;
        }
        var before = home.Write(StreetFacts.Read(Path.Combine(police, "street-earlier-release", $"{month}-lancashire-street.csv.gz")));
        var after = home.Write(StreetFacts.Read(Path.Combine(police, "street", $"{month}-lancashire-street.csv.gz")));
        var diff = Diff(before, after);
        output.WriteLine(diff.Sentence("last outcome"));
        diff.ShouldBe(new RevisionDiff
        {
            Before = before.Rows,
            After = before.Rows,
            Unchanged = before.Rows - changed,
            Changed = changed,
            CategoryChanged = 0,
            LsoaChanged = 0,
            DetailChanged = changed,
            PointChanged = 0,
            OtherChanged = 0,
            Added = 0,
            Removed = 0,
        });
        diff.Sentence("last outcome").ShouldBe(
            $"{changed:N0} of {before.Rows:N0} records changed: last outcome {changed:N0}. None added, none removed.");
    }

    [Fact]
    public void Each_kept_column_that_changed_is_counted()
    {
        var diff = Diff(
            home.Write([Keyed(1, 10), Keyed(2, 20), Keyed(3, 30), Keyed(4, 40), Keyed(5, 50), Keyed(6, 60)]),
            home.Write(
            [
                Keyed(1, 10),
                Keyed(2, 21) with { Category = "Robbery", Detail = "Charged" },
                Keyed(3, 31) with { Lsoa = "E2" },
                Keyed(4, 41) with { X = 2 },
                Keyed(5, 51) with { Y = double.NaN },
                Keyed(6, 61),
            ]));
        (diff.Unchanged, diff.Changed).ShouldBe((1, 5));
        (diff.CategoryChanged, diff.DetailChanged, diff.LsoaChanged, diff.PointChanged, diff.OtherChanged).ShouldBe((1, 1, 1, 2, 1));
        diff.Sentence("last outcome").ShouldBe(
            "5 of 6 records changed: category 1, small area 1, last outcome 1, map point 2, other columns 1. None added, none removed.");
    }

    [Fact]
    public void Records_without_a_key_are_compared_as_multisets()
    {
        var diff = Diff(home.Write([Keyed(0, 7), Keyed(0, 7), Keyed(0, 7), Keyed(0, 8)]), home.Write([Keyed(0, 7), Keyed(0, 8), Keyed(0, 8), Keyed(0, 9)]));
        (diff.Unchanged, diff.Changed, diff.Added, diff.Removed).ShouldBe((2, 0, 2, 2));
        diff.Sentence("last outcome").ShouldBe("None of 4 records changed. 2 added, 2 removed.");
    }

    [Fact]
    public void A_key_that_occurs_twice_is_paired_once_each()
    {
        var diff = Diff(home.Write([Keyed(1, 10), Keyed(1, 11), Keyed(2, 20)]), home.Write([Keyed(1, 10), Keyed(1, 12), Keyed(1, 13), Keyed(3, 30)]));
        (diff.Unchanged, diff.Changed, diff.Added, diff.Removed).ShouldBe((1, 1, 2, 1));
    }

    [Fact]
    public void The_same_file_changed_nothing()
    {
        var file = home.Write([Keyed(1, 10), Keyed(0, 7)]);
        Diff(file, file).Sentence("last outcome").ShouldBe("None of 2 records changed. None added, none removed.");
    }

    [Fact]
    public void Empty_files_compare()
    {
        var diff = Diff(home.Write([]), home.Write([Keyed(1, 1)]));
        (diff.Before, diff.After, diff.Added, diff.Removed).ShouldBe((0, 1, 1, 0));
    }

    public void Dispose() => home.Dispose();

    private static Fact Keyed(ulong key, ulong content) => new(Lsoa: "E1", X: 1, Y: 1, Key: key, Content: content);

    private RevisionDiff Diff(FactFile before, FactFile after) => RevisionDiff.Of(home.Engine, before.Path, after.Path).Value();
}
