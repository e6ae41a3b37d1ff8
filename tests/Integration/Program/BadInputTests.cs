using System.Text.Json;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

public sealed class BadInputTests
{
    private static readonly string[] Contract =
        ["file", "dataset", "period", "supply", "verdict", "recordsIn", "stored", "rejected", "duplicates", "withoutPlace", "outsideArea", "findings", "sha256"];

    [Fact]
    public async Task Every_bad_file_is_refused_with_place_and_remedy_and_nothing_of_it_is_stored()
    {
        using var home = (await DemoHome.Empty).Copy();
        var bad = await BadFiles.In(home.File("bad"));
        var run = (await home.Made(["intake", "--dataset", "police-street", .. bad.All, "--json"])).Exits(1);
        var receipts = run.Json.EnumerateArray().ToDictionary(r => r.GetProperty("file").GetString()!.Split('!')[0]);
        foreach (var (file, code) in bad.Expected)
        {
            var receipt = receipts[file];
            receipt.GetProperty("verdict").GetString().ShouldBe("refused", file);
            receipt.GetProperty("supply").GetString().ShouldBe("", file);
            receipt.GetProperty("stored").GetInt64().ShouldBe(0, file);
            var finding = receipt.GetProperty("findings")[0];
            finding.GetProperty("code").GetString().ShouldBe(code, file);
            finding.GetProperty("message").GetString()!.Length.ShouldBeGreaterThan(20, file);
            finding.GetProperty("remedy").GetString()!.Length.ShouldBeGreaterThan(20, file);
        }
        Finding(receipts, "2021-11-quillshire-street.csv").GetProperty("column").GetString().ShouldBe("Crime type");
        Finding(receipts, "2022-05-quillshire-street.csv").GetProperty("row").GetInt64().ShouldBe(2);
        Finding(receipts, "2022-05-quillshire-street.csv").GetProperty("column").GetString().ShouldBe("Month");
        Finding(receipts, "2021-10-quillshire-street.csv").GetProperty("row").GetInt64().ShouldBeGreaterThan(1);
        Finding(receipts, "2024-10-quillshire-outcomes.csv").GetProperty("message").GetString()!.ShouldContain("police-outcomes");
        (await home.Made("supplies", "--json")).Exits(0).Json.GetArrayLength().ShouldBe(0);
        Directory.EnumerateDirectories(Path.Combine(home.Home, "staging")).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(home.Home, "supplies"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_person_at_the_terminal_reads_what_is_wrong_where_and_what_to_do()
    {
        using var home = (await DemoHome.Empty).Copy();
        await BadFiles.In(home.File("bad"));
        var sound = await DemoHome.Street("2021-12");
        var run = (await home.Made("intake", "--dataset", "police-street", home.File("bad", "2022-05-quillshire-street.csv"), sound)).Exits(1);
        run.Messages.ShouldContain("wrong-month, row 2, column Month");
        run.Messages.ShouldContain("correct its name or its records");
        run.Lines.ShouldContain(l => l.Contains("stored + ", StringComparison.Ordinal) && l.Contains("records in", StringComparison.Ordinal));
        var held = (await home.Made("supplies", "--json")).Exits(0).Json;
        held.EnumerateArray().Select(s => s.GetProperty("supply").GetString()).ShouldBe(["police-street-2021-12-r1"], "what was accepted stays");
    }

    [Fact]
    public async Task Json_receipts_are_one_array_with_the_fields_of_the_contract()
    {
        using var home = (await DemoHome.Empty).Copy();
        var run = (await home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2021-10"), await DemoHome.Street("2022-03"), "--json")).Exits(0);
        run.Json.ValueKind.ShouldBe(JsonValueKind.Array);
        run.Json.GetArrayLength().ShouldBe(2);
        foreach (var receipt in run.Json.EnumerateArray())
        {
            // What a revision changed, a true zero and a part of a month are said besides; the contract lets fields be added.
            receipt.EnumerateObject().Select(p => p.Name).ShouldBe([.. Contract, "changes", "nil", "provisional"]);
            foreach (var finding in receipt.GetProperty("findings").EnumerateArray())
                finding.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "row", "column", "message", "remedy", "count"]);
        }
        run.Json[1].GetProperty("duplicates").GetInt64().ShouldBe(58, "58 exact repeats with an ID are planted in March 2022");
        run.Json[0].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
    }

    private static JsonElement Finding(Dictionary<string, JsonElement> receipts, string file) => receipts[file].GetProperty("findings")[0];
}
