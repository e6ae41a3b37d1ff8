using Made.Core.Methods.Rates;
using Made.Tests.Unit.Methods;
using Shouldly;
using static Made.Tests.Unit.Forms.References.ReferenceFile;

namespace Made.Tests.Unit.Forms.References;

/// <summary>Directly and indirectly standardised rates.</summary>
internal static class StandardisedReferences
{
    private const double Published = 1e-6;
    private const string Narrow = "lower95_0cl upper95_0cl";
    private const string Levels = $"value {Narrow} lower99_8cl upper99_8cl";

    public static readonly IReadOnlyList<ReferenceFile> All =
    [
        Runs("01-rates/gen_dsr_input.csv", "dsr", "{}; isr with the reference of gen_isr_reference.csv", Generated),
        Runs("01-rates/gen_dsr_expected.csv", "dsr", "{}", Generated),
        Runs("01-rates/gen_dsr_repeat_events_input.csv", "dsr", "{}, with eventfreq", Repeated),
        Runs("01-rates/gen_dsr_repeat_events_expected.csv", "dsr", "{}, with eventfreq", Repeated),
        Runs("01-rates/gen_isr_reference.csv", "isr", "measure ratio and rate", GeneratedIndirect),
        Runs("01-rates/gen_isratio_expected.csv", "isr", "{}", GeneratedIndirect),
        Runs("01-rates/gen_israte_expected.csv", "isr", "measure rate", GeneratedIndirect),
        Runs("01-rates/phe_dsr_isr__testdata_multiarea.csv", "dsr", "multiplier 10000 and 100000, missing zero, weights of the European standard 2013", PublishedDirect),
        Runs("01-rates/phe_dsr_isr__testdata_multiarea_lookup.csv", "dsr", "total_count of the same runs", PublishedDirect),
        Runs("01-rates/phe_dsr_isr__testdata_1976.csv", "dsr", "multiplier 10000 and 100000, the weights of the sheet", PublishedDirect),
        Runs("01-rates/phe_dsr_isr__testdata_nonindepe.csv", "dsr", "{}, with eventfreq", PublishedRepeated),
        Runs("01-rates/phe_dsr_isr__testresults_DSR.csv", "dsr", "as the rows say", () =>
        {
            PublishedDirect();
            PublishedRepeated();
        }),
        Runs("01-rates/phe_dsr_isr__testdata_multiarea_isr.csv", "isr", "measure and multiplier as the rows say, missing zero", PublishedIndirect),
        Runs("01-rates/phe_dsr_isr__refdata.csv", "isr", "the reference of testdata_err2", PublishedIndirect),
        Runs("01-rates/phe_dsr_isr__testresults_ISR.csv", "isr", "as the rows say", PublishedIndirect),
        Runs("01-rates/phe_dsr_isr__testdata_err1.csv", "dsr", "refused: a negative count", () => Refused("err1", "row 7, column 'obs': '-26' is negative")),
        Runs("01-rates/phe_dsr_isr__testdata_err2.csv", "dsr", "refused: a band without residents; isr takes it", () =>
        {
            Refused("err2", "row 3, column 'pop': '0' is not above 0");
            PublishedIndirect();
        }),
        Runs("01-rates/phe_dsr_isr__testdata_err3.csv", "dsr", "refused: a negative population", () => Refused("err3", "row 3, column 'pop': '-558' is not above 0")),
        Runs("01-rates/phe_dsr_isr__testdata_err4.csv", "dsr", "refused: a negative weight", () => Refused("err4", "row 7, column 'stdpop': '-6000' is negative")),
    ];

    private static void Generated()
    {
        var ours = CommandRun.Rows("dsr", Vectors.Text("01-rates/gen_dsr_input.csv"));
        var rows = Vectors.Rows("01-rates/gen_dsr_expected.csv");
        ours.Count.ShouldBe(rows.Count);
        foreach (var (our, row) in ours.Zip(rows))
        {
            Near(our, row, $"total_count total_pop {Levels}");
            Labels(our, row, "area statistic method");
        }
        GeneratedIndirect();
    }

    private static void Repeated()
    {
        var ours = CommandRun.Rows("dsr", Vectors.Text("01-rates/gen_dsr_repeat_events_input.csv"));
        foreach (var (our, row) in ours.Zip(Vectors.Rows("01-rates/gen_dsr_repeat_events_expected.csv")))
        {
            Near(our, row, "total_count total_pop value lowercl uppercl");
            Labels(our, row, "area statistic method");
        }
    }

    private static void GeneratedIndirect()
    {
        var reference = Vectors.Rows("01-rates/gen_isr_reference.csv").ToDictionary(r => r["ageband"]);
        var text = CommandRun.Csv("area,ageband,count,pop,refcount,refpop", Vectors.Rows("01-rates/gen_dsr_input.csv")
            .Select(r => $"{r["area"]},{r["ageband"]},{r["obs"]},{r["pop"]},{reference[r["ageband"]]["ro"]},{reference[r["ageband"]]["rp"]}"));
        foreach (var (file, options) in new[] { ("gen_isratio_expected", "{}"), ("gen_israte_expected", """{"measure": "rate"}""") })
            foreach (var (our, row) in CommandRun.Rows("isr", text, options).Zip(Vectors.Rows($"01-rates/{file}.csv")))
            {
                Near(our, row, $"observed expected value lower95_0cl=lowercl upper95_0cl=uppercl{(row.ContainsKey("ref_rate") ? " ref_rate" : "")}");
                Labels(our, row, "area statistic method");
            }
    }

    private static void PublishedDirect()
    {
        var standard = EuropeanStandard.Of2013;
        var rows = Vectors.Rows("01-rates/phe_dsr_isr__testdata_multiarea.csv").GroupBy(r => r["area"])
            .SelectMany(g => g.Zip(standard, (r, w) => $"{r["area"]},{r["ageband"]},{r["pop"]},{r["count"]},{w}"))
            .Concat(Vectors.Rows("01-rates/phe_dsr_isr__testdata_1976.csv").Select(r => $"testdata_1976,{r["Age Band"]},{r["pop"]},{r["count"]},{r["esp1976"]}"));
        var text = CommandRun.Csv("area,ageband,pop,obs,stdpop", rows);
        var results = Vectors.Rows("01-rates/phe_dsr_isr__testresults_DSR.csv").Where(r => r["method"] == "Dobson").Chunk(4).ToList();
        foreach (var (expected, multiplier) in results.Zip([10_000, 100_000]))
            foreach (var (our, row) in CommandRun.Rows("dsr", text, $$"""{"multiplier": {{multiplier}}, "missing": "zero"}""").Zip(expected))
            {
                Near(our, row, $"total_count total_pop value {Narrow}", Published);
                Labels(our, row, "area statistic method");

                // The sheet holds the 99.8% limits of this one area at ten times their size.
                var scale = row["area"] == "testdata_1976" ? 10 : 1;
                Near(scale * our.Number("lower99_8cl"), row.Number("lower99_8cl"), Published, $"{row["area"]} lower99_8cl");
                Near(scale * our.Number("upper99_8cl"), row.Number("upper99_8cl"), Published, $"{row["area"]} upper99_8cl");
            }
        var totals = CommandRun.Rows("dsr", text, """{"missing": "zero"}""").ToDictionary(r => r["area"], r => r["total_count"]);
        foreach (var row in Vectors.Rows("01-rates/phe_dsr_isr__testdata_multiarea_lookup.csv"))
            totals[row["area"]].ShouldBe(row["total_count"]);
    }

    private static void PublishedRepeated()
    {
        var rows = Vectors.Rows("01-rates/phe_dsr_isr__testdata_nonindepe.csv").GroupBy(r => r["area"])
            .SelectMany(g => g.Zip(EuropeanStandard.Of2013, (r, w) => Enumerable.Range(1, 4).Select(f => $"{r["area"]},{r["ageband"]},{f},{r["pop"]},{r[$"f{f}"]},{w}")).SelectMany(r => r));
        var ours = CommandRun.Rows("dsr", CommandRun.Csv("area,ageband,eventfreq,pop,persons,stdpop", rows)).ToDictionary(r => r["area"]);
        foreach (var row in Vectors.Rows("01-rates/phe_dsr_isr__testresults_DSR.csv").Where(r => r["method"] != "Dobson"))
        {
            Near(ours[row["area"]], row, $"total_count total_pop {Levels}", Published);
            Labels(ours[row["area"]], row, "statistic method");
        }
    }

    private static void PublishedIndirect()
    {
        var reference = Vectors.Rows("01-rates/phe_dsr_isr__refdata.csv");
        var rows = Vectors.Rows("01-rates/phe_dsr_isr__testdata_multiarea_isr.csv").Select(r => $"{r["area"]},{r["ageband"]},{r["count"]},{r["pop"]},{r["refcount"]},{r["refpop"]}")
            .Concat(Vectors.Rows("01-rates/phe_dsr_isr__testdata_err2.csv").GroupBy(r => r["area"])
                .SelectMany(g => g.Zip(reference, (r, b) => $"{r["area"]},{b["Age Band"]},{r["count"]},{r["pop"]},{b["refcount"]},{b["refpop"]}")));
        var text = CommandRun.Csv("area,ageband,count,pop,refcount,refpop", rows);
        foreach (var expected in Vectors.Rows("01-rates/phe_dsr_isr__testresults_ISR.csv").GroupBy(r => r["statistic"]))
        {
            var (measure, per) = (expected.Key.Contains("ratio", StringComparison.Ordinal) ? "ratio" : "rate", expected.Key.Split(' ')[^1]);
            var ours = CommandRun.Rows("isr", text, $$"""{"measure": "{{measure}}", "multiplier": {{per}}, "missing": "zero"}""").ToDictionary(r => r["area"]);
            foreach (var row in expected)
            {
                var wide = row["lower99_8cl"].Length > 0 ? Levels : $"value {Narrow}";
                Near(ours[row["area"]], row, $"observed expected {(measure == "rate" ? "ref_rate " : "")}{wide}", Published);
                Labels(ours[row["area"]], row, "statistic method");
            }
        }
    }

    private static void Refused(string sheet, string said)
    {
        var weights = EuropeanStandard.Of2013;
        var rows = Vectors.Rows($"01-rates/phe_dsr_isr__testdata_{sheet}.csv").Select((r, i) =>
            $"{(r.TryGetValue("area", out var area) ? area : "a")},{i},{r["pop"]},{r["count"]},{(r.TryGetValue("stdpop", out var weight) ? weight : $"{weights[i % weights.Count]}")}");
        var text = CommandRun.Csv("area,ageband,pop,obs,stdpop", rows);
        CommandRun.Of("dsr", System.Text.Encoding.UTF8.GetBytes(text)).GetAwaiter().GetResult().Code.ShouldBe(1);
        FormRun.Refusal("dsr", text).ShouldContain(said);
    }

    private static void Labels(Dictionary<string, string> our, IReadOnlyDictionary<string, string> row, string labels) =>
        labels.Split(' ').ShouldAllBe(l => our[l] == row[l]);
}
