using Made.Core.Disclosure.Anonymity;
using Made.Core.Disclosure.Keys;
using Made.Core.Disclosure.Rounding;
using Made.Tests.Unit.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Disclosure;

public class DisclosureVectorTests
{
    [Fact]
    public void Anonymity_agrees_with_the_reference()
    {
        if (!Vectors.TryJson("06-disclosure/k_anonymity_expected.json", out var file))
            return;
        foreach (var c in file.GetProperty("cases").EnumerateArray())
        {
            var rows = Vectors.Rows($"06-disclosure/{c.GetProperty("file").GetString()}");
            string[] quasi = [.. c.GetProperty("quasi_identifiers").EnumerateArray().Select(q => q.GetString()!)];
            var records = rows.Select(r => quasi.Select(q => r[q]).ToArray()).ToArray();
            var result = KAnonymity.Of(records).Value();
            var spread = KAnonymity.Spread(records, [.. rows.Select(r => r[c.GetProperty("sensitive").GetString()!])]).Value();
            var expected = c.GetProperty("recomputed");
            result.K.ShouldBe(expected.GetProperty("k").GetInt32());
            result.ClassSizes.Count.ShouldBe(expected.GetProperty("equivalence_classes").GetInt32());
            result.Records.ShouldBe(expected.GetProperty("records").GetInt32());
            result.RecordsBelow(5).ShouldBe(expected.GetProperty("records_in_classes_below_5").GetInt32());
            spread.L.ShouldBe(expected.GetProperty("distinct_l").GetInt32());
            spread.Alpha.ShouldBe(expected.GetProperty("max_within_class_share_of_one_sensitive_value").GetDouble(), 1e-12);
        }
    }

    [Theory]
    [InlineData("e6_base3", PublishedMargins.All)]
    [InlineData("exPSD_base5", PublishedMargins.Single)]
    [InlineData("wards_base3", PublishedMargins.All)]
    public void Rounding_gives_the_very_table_of_the_reference(string name, PublishedMargins margins)
    {
        var rows = Vectors.Rows($"06-disclosure/plsround_{name}_input.csv");
        if (rows.Count == 0)
            return;
        string[] columns = [.. rows[0].Keys.Where(k => k is not ("case" or "freq"))];
        var table = KeyedTable.Of(columns, [.. rows.Select(r => columns.Select(c => r[c]).ToArray())], [.. rows.Select(r => long.Parse(r["freq"]))]).Value();
        var expected = Vectors.Rows($"06-disclosure/plsround_{name}_expected.csv");
        var rounded = SmallCountRounding.Round(table, margins, (int)expected[0].Number("round_base")).Value();
        var ours = rounded.Cells.Select((c, i) => $"{string.Join(' ', c.Keys)}: {rounded.Original[i]} {rounded.Rounded[i]}").Order();
        ours.ShouldBe(expected.Select(r => $"{string.Join(' ', table.Dimensions.Select(d => r[d]))}: {r["original"]} {r["rounded"]}").Order());
    }
}
