using Made.Core.Disclosure.Anonymity;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public class KAnonymityTests
{
    [Fact]
    public void The_page_on_anonymity_shows_what_the_code_finds()
    {
        var rows = MethodPages.Rows("k-anonymity", 6);
        var result = KAnonymity.Of([.. rows.Select(r => r[..2])]).Value();
        (result.K, result.Records, result.ClassesBelow(5), result.RecordsBelow(5)).ShouldBe((1, 6, 3, 6));
        result.ClassSizes.ShouldBe([1, 2, 3]);
        KAnonymity.Spread([.. rows.Select(r => r[..2])], [.. rows.Select(r => r[2])]).Value().ShouldBe(new SensitiveSpread(1, 1));
        KAnonymity.Of([.. rows.Take(5).Select(r => r[..2])]).Value().K.ShouldBe(2);
        KAnonymity.Spread([.. rows.Take(5).Select(r => r[..2])], [.. rows.Take(5).Select(r => r[2])]).Value().ShouldBe(new SensitiveSpread(2, 2 / 3.0));
    }

    [Fact]
    public void A_class_of_the_threshold_is_not_below_it()
    {
        var result = KAnonymity.Of([["x"], ["x"], ["y"], ["y"], ["y"]]).Value();
        (result.ClassesBelow(2), result.ClassesBelow(3), result.ClassesBelow(4)).ShouldBe((0, 1, 2));
        (result.RecordsBelow(2), result.RecordsBelow(3), result.RecordsBelow(4)).ShouldBe((0, 2, 5));
    }

    [Fact]
    public void The_classes_that_fail_come_smallest_first_with_their_values_and_their_first_record()
    {
        var result = KAnonymity.Of([["x", "1"], ["y", "1"], ["y", "1"], ["z", "2"], ["y", "1"]]).Value();
        result.Below(3).Select(c => (string.Join('|', c.Values), c.Size, c.First)).ShouldBe([("x|1", 1, 1L), ("z|2", 1, 4L)]);
        result.SizeOf(["y", "1"]).ShouldBe(3);
        result.SizeOf(["y", "2"]).ShouldBe(0);
    }

    [Fact]
    public void Coarser_values_join_classes_and_counted_records_count_as_often_as_they_are()
    {
        var counted = KAnonymity.Of([new AnonymityClass(["x", "1"], 2, 10), new AnonymityClass(["y", "1"], 4, 3), new AnonymityClass(["x", "1"], 1, 7)]).Value();
        (counted.K, counted.Records).ShouldBe((3, 7));
        counted.Below(4).Single().First.ShouldBe(7);
        var joined = counted.With(v => ["", v[1]]);
        (joined.K, joined.Records, joined.Classes.Single().First).ShouldBe((7, 7, 3L));
    }

    [Fact]
    public void Values_do_not_run_into_each_other_and_an_empty_one_is_one()
    {
        KAnonymity.Of([["ab", "c"], ["a", "bc"]]).Value().ClassSizes.Count.ShouldBe(2);
        KAnonymity.Of([["", "a"], ["a", ""]]).Value().ClassSizes.Count.ShouldBe(2);
        KAnonymity.Of([["", ""], ["", ""]]).Value().K.ShouldBe(2);
        KAnonymity.Of([["A"], ["a"]]).Value().K.ShouldBe(1);
    }

    [Fact]
    public void What_cannot_be_judged_is_said()
    {
        KAnonymity.Of(Array.Empty<IReadOnlyList<string>>()).Code().ShouldBe("no-records");
        KAnonymity.Of([[]]).Code().ShouldBe("no-quasi-identifiers");
        KAnonymity.Of([["a"], ["a", "b"]]).Problem!.Message.ShouldStartWith("Record 2 ");
        KAnonymity.Spread([], []).Code().ShouldBe("no-records");
        KAnonymity.Spread([["a"], ["b"]], ["x"]).Problem!.Message.ShouldStartWith("Record 2 ");
        KAnonymity.Spread([["a"]], ["x", "y"]).Problem!.Message.ShouldStartWith("Record 2 ");
    }
}
