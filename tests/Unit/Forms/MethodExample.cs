namespace Made.Tests.Unit.Forms;

/// <summary>An input that a method takes, and what makes it one that it must refuse.</summary>
/// <param name="Method">The name.</param>
/// <param name="Text">The input, CSV or JSON.</param>
internal sealed record MethodExample(string Method, string Text)
{
    private const string Series = "{\"train\":[12,14,11,13,16,15,17,19,14,12,13,15,13,15,12,14,17,16,18,20,15,13,14,16,14,16,13,15,18,17,19,21,16,14,15,17],\"frequency\":12}";
    private const string Places = """{"values":[1,2,3,10,12,5],"neighbours_1based":[[2],[1,3],[2,4],[3,5],[4],[]]}""";
    private const string Lists = """{"items":["a","b","c"],"rankings":[[1,2,3],[2,1,3]],"weights":[2,1]}""";
    private const string Keyed = "district,ward,category,freq\nD1,W1,a,1\nD1,W1,b,5\nD1,W2,a,2\nD1,W2,b,4\nD2,W3,a,9\nD2,W3,b,9\n";

    public string Options { get; init; } = "{}";

    /// <summary>Columns or members without which there is nothing to compute; empty where other names would do.</summary>
    public string Required { get; init; } = "";

    /// <summary>Columns that hold numbers.</summary>
    public string Numbers { get; init; } = "";

    /// <summary>Columns or members that are 0 or more.</summary>
    public string Counts { get; init; } = "";

    /// <summary>Columns or members that are divided by.</summary>
    public string Divisors { get; init; } = "";

    public bool IsJson => Text.StartsWith('{');

    public static readonly IReadOnlyList<MethodExample> All =
    [
        Csv("rate-ci", "area,count,population\nA,9,3182\nB,20,500\n", "area count population", "count", "population"),
        Csv("proportion-ci", "area,numerator,denominator\nA,5,7\nB,20,50\n", "area numerator denominator", "numerator", "denominator"),
        Csv("mean-ci", "area,value\nA,5\nA,7\nB,1\n", "area value", "", "", "value"),
        Csv("dsr", "area,ageband,pop,obs,stdpop\nA,1,1000,20,50\nA,2,900,30,50\n", "area ageband pop obs stdpop", "obs stdpop", "pop"),
        Csv("isr", "area,ageband,count,pop,refcount,refpop\nA,1,20,1000,200,9000\nA,2,30,900,300,8000\n", "area ageband count pop refcount refpop", "count pop refcount", "refpop"),
        Csv("quantiles", "area,value\nA,5\nB,7\nC,1\n", "area value", "", "", "value"),
        Json("recent-trend", """{"cases":[{"id":"a","count":[10,12,15,18,20],"population":[900,900,910,920,930]}]}""", "cases count population", "count", "population"),
        Json("benchmark", """{"groups":[{"method":"SPC for rates","unit":1000,"cases":[{"value":5,"denominator":3000,"benchmark":4,"polarity":"low is good"}]}]}""", "groups method unit cases", "", "denominator unit"),
        Csv("funnel-limits", "area,obs,pop\nA,8,433\nB,6,485\nC,12,900\n", "", "obs", "pop") with { Options = """{"type":"rate"}""" },
        Csv("funnel-overdispersion", "group,numerator,denominator\nA,30,40\nB,50,61\nC,20,35\n", "group numerator denominator", "numerator", "denominator"),
        Csv("xmr", "date,y\n2023-01-01,5\n2023-02-01,7\n2023-03-01,6\n2023-04-01,9\n", "date y", "", "", "y"),
        Csv("attribute-chart", "t,numerator,denominator\n1,6,50\n2,8,60\n3,5,55\n", "t numerator denominator", "numerator", "denominator") with { Options = """{"chart":"pp"}""" },
        Csv("farrington", Watched(72), "t observed", "observed"),
        Csv("ears", Watched(20), "t observed", "observed"),
        Csv("cusum", Watched(72), "t observed", "observed"),
        Csv("glr-cusum", Watched(72), "t observed", "observed"),
        Csv("stl", Watched(40).Replace("observed", "y", StringComparison.Ordinal), "t y", "", "", "y"),
        .. new[] { "seasonal-naive", "naive", "drift", "mean", "theta" }.Select(m => Json(m, Series, "train")),
        Json("ets", Series, "train") with
        {
            Options = """{"model":"MAdM","alpha":0.3,"beta":0.1,"gamma":0.1,"phi":0.9,"l":14,"b":0.2,"s0":1,"s1":1,"s2":1,"s3":1,"s4":1,"s5":1,"s6":1,"s7":1,"s8":1,"s9":1,"s10":1}""",
        },
        Json("forecast-accuracy", """{"train":[1,5,4,3,6],"frequency":2,"actual":[10,20],"forecast":[12,15]}""", "train actual forecast"),
        Json("borda", Lists, "items rankings", "weights"),
        Json("kemeny", Lists, "items rankings", "weights"),
        Json("ahp", """{"matrix":[[1,4],[0.25,1]]}""", "matrix", "", "matrix"),
        Json("topsis", """{"matrix":[[3,12],[4,5]],"weights":[1,1],"types":[1,-1]}""", "matrix weights types", "weights"),
        Json("gi-star", Places, "values neighbours_1based"),
        Json("gi", Places, "values neighbours_1based"),
        Json("local-moran", Places, "values neighbours_1based"),
        Csv("near-repeat", "x,y,date\n0,0,2024-01-01\n30,40,2024-01-03\n500,0,2024-01-20\n", "x y date", "", "", "x y") with { Options = """{"space_breaks":[0,100],"time_breaks":[0,7],"permutations":9}""" },
        Json("concentration", """{"counts":[5,0,2,1]}""", "counts", "counts"),
        Csv("aoristic", "id,from,to\na,2024-01-07T10:00,2024-01-07T12:00\n", "id from to"),
        Json("pai", """{"hits":30,"total_crimes":120,"hotspot_area":2,"study_area":50}""", "hits total_crimes hotspot_area study_area", "hits", "total_crimes hotspot_area study_area"),
        Csv("repeat-victims", "victim,date\na,2023-01-01\na,2023-01-11\n", "victim date"),
        Csv("k-anonymity", "age,sex,offence\n18,F,theft\n18,F,theft\n25,M,fraud\n", "age sex") with { Options = """{"quasi":["age","sex"]}""" },
        Csv("suppress", Keyed, "freq", "freq"),
        Csv("round-small-counts", Keyed, "freq", "freq"),
        Csv("cell-key", "district,rec_key\nD1,0.4\nD1,0.7\nD2,0.1\n", "rec_key", "rec_key") with { Options = """{"ptable":[[0,0,0,1],[1,-1,0,0.5],[1,1,0.5,1]]}""" },
        Json("severity", """{"weights":{"a":10,"b":400},"cases":[{"id":"x","counts":{"a":30,"b":1},"population":1000}]}""", "cases counts population", "counts", "population"),
        Json("apportion", """{"total":300,"areas":[{"code":"a","weight":1},{"code":"b","weight":2}]}""", "total areas weight", "total weight"),
        Json("funnel-table", """{"cases":[{"referrals":20,"successful_call":15,"engaged":9,"immediate_only":4,"ongoing":5}]}""", "cases", "referrals successful_call engaged immediate_only ongoing"),
    ];

    private static MethodExample Csv(string method, string text, string required, string counts = "", string divisors = "", string numbers = "") =>
        new(method, text) { Required = required, Counts = counts, Divisors = divisors, Numbers = $"{numbers} {counts} {divisors}".Trim() };

    private static MethodExample Json(string method, string text, string required, string counts = "", string divisors = "") =>
        new(method, text) { Required = required, Counts = counts, Divisors = divisors };

    private static string Watched(int points) => "t,observed\n" + string.Concat(Enumerable.Range(1, points).Select(t => $"{t},{10 + (t * 7 % 5) + (t * 3 % 4)}\n"));
}
