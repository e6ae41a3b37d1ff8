using Made.Core.Disclosure.Keys;
using Made.Core.Disclosure.Suppression;
using Made.Tests.Unit.Disclosure;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Suppression, rounding, cell keys and anonymity.</summary>
internal static class DisclosureReferences
{
    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        .. new[] { "ssb_z1_region_hovedint", "twoway_lt5", "wards_lt3_zeros_published", "wards_lt5_zeros_protected" }.SelectMany(f => new[] { "input", "expected" }.Select(part =>
            Runs($"06-disclosure/sdc_{f}_{part}.csv", "suppress", "threshold and protectZeros of the file, minWidth as wide as its own intervals", () => Suppressed(f)))),
        Runs("06-disclosure/sdcTable_microdata1.csv", "suppress", "{}; each record a count of 1", () =>
        {
            Microdata("gauss");
            Microdata("hypercube");
        }),
        Runs("06-disclosure/sdcTable_microdata1_gauss.csv", "suppress", "{}; patterns need not be equal, widths and the number suppressed count", () => Microdata("gauss")),
        Runs("06-disclosure/sdcTable_microdata1_hypercube.csv", "suppress", "{}; patterns need not be equal, widths and the number suppressed count", () => Microdata("hypercube")),
        .. new[] { "e6_base3", "exPSD_base5", "wards_base3" }.SelectMany(f => new[] { "input", "expected" }.Select(part =>
            Runs($"06-disclosure/plsround_{f}_{part}.csv", "round-small-counts", "base of the file", () => Rounded(f)))),
        .. new[] { "ptable_D5_V3_js2", "cellkey_160records_records", "cellkey_160records_modifications", "cellkey_160records_table" }.Select(f =>
            Runs($"06-disclosure/{f}.csv", "cell-key", "ptable_D5_V3_js2.csv as ptable", CellKeys)),
        Runs("06-disclosure/k_anonymity_expected.json", "k-anonymity", "quasi and sensitive of its cases", Anonymous),
        .. new[] { "StudentsMath_Score", "StudentsMath_Score_k2", "StudentsMath_Score_k5", "StudentsMath_Score_k7", "drugs_k5", "hospital_anonymized" }.Select(f =>
            Runs($"06-disclosure/pycanon_{f}.csv", "k-anonymity", "quasi and sensitive of its case", () => Anonymous($"pycanon_{f}.csv"))),
        None("06-disclosure/pycanon_drug_type.csv", "the records before anonymising, for which no result is given"),
        None("06-disclosure/differencing_cases.json", "attacks on published figures, not a method: DifferencingTests hold them against the audit"),
    ];

    private static void Suppressed(string name)
    {
        var rows = Vectors.Rows($"06-disclosure/sdc_{name}_expected.csv");
        var (threshold, zeros) = ((int)rows[0].Number("maxN") + 1, rows[0]["protectZeros"] == "TRUE");
        var text = Vectors.Text($"06-disclosure/sdc_{name}_input.csv");

        // At the width that the reference reaches; ours asks for 5 where nothing is said.
        var width = (int)Math.Min(5, rows.Where(r => r["suppressed"] == "TRUE").Min(r => r.Number("attack_upper") - r.Number("attack_lower")));
        var ours = CommandRun.Rows("suppress", text, $$"""{"threshold": {{threshold}}, "protectZeros": {{(zeros ? "true" : "false")}}, "minWidth": {{width}}}""");
        string[] keys = [.. rows[0].Keys.TakeWhile(k => k != "freq").Except(["case", "maxN", "protectZeros"])];
        var found = ours.ToDictionary(r => string.Join('|', keys.Select(k => r[k])));
        ours.Count.ShouldBe(rows.Count);
        foreach (var row in rows)
        {
            var our = found[string.Join('|', keys.Select(k => row[k]))];
            (our["status"] == "primary").ShouldBe(row["primary"] == "TRUE", string.Join('|', row.Values));
            our["freq"].ShouldBe(our["status"] == "published" ? row["freq"] : "");
        }
        Hidden(ours, rows.Count(r => r["suppressed"] == "TRUE"), Table(Vectors.Rows($"06-disclosure/sdc_{name}_input.csv"), r => long.Parse(r["freq"])), keys, width);
    }

    private static void Microdata(string algorithm)
    {
        var records = Vectors.Rows("06-disclosure/sdcTable_microdata1.csv");
        var rows = Vectors.Rows($"06-disclosure/sdcTable_microdata1_{algorithm}.csv");
        var ours = CommandRun.Rows("suppress", CommandRun.Csv("region,gender,freq", records.Select(r => $"{r["region"]},{r["gender"]},1")));
        ours.Count.ShouldBe(rows.Count);
        foreach (var row in rows)
        {
            var our = ours.Single(r => Same(r["region"], row["region"]) && Same(r["gender"], row["gender"]));
            (our["status"] == "primary").ShouldBe(row["sdcStatus"] == "u", string.Join('|', row.Values));
            if (our["status"] == "published")
                our["freq"].ShouldBe(row["Freq"]);
        }
        Hidden(ours, rows.Count(r => r["sdcStatus"] is "u" or "x"), Table(records.Select(r => (IReadOnlyDictionary<string, string>)r.Where(c => c.Key != "val").ToDictionary()), _ => 1), ["region", "gender"], 5);

        static bool Same(string ours, string theirs) => string.Equals(ours, theirs, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every hidden cell may still hold values wide enough apart, and about as many are hidden as by the reference.</summary>
    private static void Hidden(IReadOnlyList<Dictionary<string, string>> ours, int theirs, KeyedTable table, string[] keys, int width)
    {
        ours.Count(r => r["status"] != "published").ShouldBeLessThanOrEqualTo(theirs + Math.Max(1, theirs / 10));
        var counts = table.Published(PublishedMargins.All).ToDictionary(c => string.Join('|', c.Keys), c => (int)c.Members.Sum(m => table.Counts[m]));
        Attack.Narrowest(table, [.. ours.Select(r =>
        {
            string[] at = [.. keys.Select(k => r[k])];
            return new KeyedCell(at, counts.GetValueOrDefault(string.Join('|', at)), r["status"] switch { "primary" => CellStatus.Primary, "secondary" => CellStatus.Secondary, _ => CellStatus.Published });
        })]).ShouldBeGreaterThanOrEqualTo(width - 1e-6);
    }

    private static KeyedTable Table(IEnumerable<IReadOnlyDictionary<string, string>> rows, Func<IReadOnlyDictionary<string, string>, long> count)
    {
        var held = rows.ToList();
        string[] columns = [.. held[0].Keys.Where(k => k is not ("case" or "freq"))];
        return KeyedTable.Of(columns, [.. held.Select(r => columns.Select(c => r[c]).ToArray())], [.. held.Select(count)]).Value();
    }

    private static void Rounded(string name)
    {
        var rows = Vectors.Rows($"06-disclosure/plsround_{name}_expected.csv");
        var ours = CommandRun.Rows("round-small-counts", Vectors.Text($"06-disclosure/plsround_{name}_input.csv"), $$"""{"base": {{rows[0]["round_base"]}}}""");
        var columns = rows[0].Keys.ToList();
        ours.Select(r => string.Join('|', columns.Select(c => r[c]))).Order().ShouldBe(rows.Select(r => string.Join('|', columns.Select(c => r[c]))).Order());
    }

    private static void CellKeys()
    {
        var lines = Vectors.Rows("06-disclosure/ptable_D5_V3_js2.csv").Select(r => $"[{r["i"]}, {r["v"]}, {r["p_int_lb"]}, {r["p_int_ub"]}]");
        var ours = CommandRun.Rows("cell-key", Vectors.Text("06-disclosure/cellkey_160records_records.csv"), $$"""{"ptable": [{{string.Join(',', lines)}}]}""");
        var changes = Vectors.Rows("06-disclosure/cellkey_160records_modifications.csv");
        ours.Count.ShouldBe(changes.Count);
        foreach (var (row, change) in Vectors.Rows("06-disclosure/cellkey_160records_table.csv").Zip(changes))
        {
            var our = ours.Single(r => r["district"] == row["district"] && r["category"] == row["category"]);
            (our["uwc"], our["puwc"], our["pert"]).ShouldBe((row["uwc"], row["puwc"], change["pert"]), $"{row["district"]} {row["category"]}");

            // Exact here; the reference adds binary fractions.
            our.Number("ckey").ShouldBe(change.Number("ckey"), 1e-12);
        }
    }

    private static void Anonymous() => Anonymous("");

    private static void Anonymous(string file)
    {
        var cases = Vectors.Entries("06-disclosure/k_anonymity_expected.json", "cases").Where(c => file.Length == 0 || c.GetProperty("file").GetString() == file).ToList();
        cases.ShouldNotBeEmpty();
        foreach (var c in cases)
        {
            var options = $$"""{"quasi": {{c.GetProperty("quasi_identifiers").GetRawText()}}, "sensitive": {{c.GetProperty("sensitive").GetRawText()}}}""";
            var (ours, expected) = (CommandRun.Json("k-anonymity", Vectors.Text($"06-disclosure/{c.GetProperty("file").GetString()}"), options), c.GetProperty("recomputed"));
            foreach (var (our, theirs) in new[] { ("k", "k"), ("l", "distinct_l"), ("equivalence_classes", "equivalence_classes"), ("records", "records"), ("records_in_classes_below_5", "records_in_classes_below_5") })
                ours.GetProperty(our).GetInt32().ShouldBe(expected.GetProperty(theirs).GetInt32(), $"{c.GetProperty("file")} {our}");
            Near(ours.GetProperty("alpha").GetDouble(), expected.GetProperty("max_within_class_share_of_one_sensitive_value").GetDouble(), 1e-9, "alpha");
        }
    }
}
