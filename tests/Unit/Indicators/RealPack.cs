using Made.Core.Calendar;
using Made.Core.Exchange;
using Made.Core.Indicators;
using Made.Core.Register;

namespace Made.Tests.Unit.Indicators;

/// <summary>A pack for the real months, written by hand for tests; the product's own pack may say more.</summary>
internal static class RealPack
{
    private static readonly string[] Categories =
    [
        "bicycle-theft", "burglary", "criminal-damage-and-arson", "drugs", "other-crime", "other-theft", "possession-of-weapons", "public-order",
        "robbery", "shoplifting", "theft-from-the-person", "vehicle-crime", "violence-and-sexual-offences",
    ];

    private static readonly Dictionary<string, string[]> Policing = new()
    {
        ["West"] = ["Blackpool", "Fylde", "Lancaster", "Wyre"],
        ["South"] = ["Chorley", "South Ribble", "West Lancashire", "Preston"],
        ["East"] = ["Blackburn with Darwen", "Hyndburn", "Ribble Valley", "Burnley", "Rossendale", "Pendle"],
    };

    public static IReadOnlyDictionary<string, string> Names { get; } = Policing.Values.SelectMany(v => v).ToDictionary(v => v);

    public static Pack Of(IEnumerable<string[]> lookup)
    {
        var rows = lookup.Where(r => r[4] == "E23000003").ToList();
        var districts = rows.Select(r => (Code: new AreaCode(r[0]), Name: r[1], Csp: new AreaCode(r[2]))).ToList();
        var twelve = districts.Where(d => d.Code.Value.StartsWith("E07", StringComparison.Ordinal)).ToList();
        var areas = districts.Select(d => One(d.Code.Value, d.Name, AreaLevel.District))
            .Concat(districts.Select(d => One(d.Csp.Value, d.Name, AreaLevel.Csp)))
            .Concat(Policing.Keys.Select(p => One(p, p, AreaLevel.PolicingArea)))
            .Append(One("E10000017", "Lancashire-12", AreaLevel.County))
            .Append(One("lancashire-14", "Lancashire-14", AreaLevel.Pan))
            .Append(One("E23000003", "Lancashire Constabulary", AreaLevel.Force));
        var members = districts.Select(d => Member(d.Csp.Value, d.Code))
            .Concat(districts.Select(d => Member(Policing.Single(p => p.Value.Contains(d.Name)).Key, d.Code)))
            .Concat(twelve.Select(d => Member("E10000017", d.Code)))
            .Concat(districts.SelectMany(d => new[] { Member("lancashire-14", d.Code), Member("E23000003", d.Code) }));
        return new Pack
        {
            Id = "real",
            Title = "Real months",
            Version = "1",
            Synthetic = false,
            Force = new("E23000003"),
            ForceSlug = "lancashire",
            Areas = [.. areas],
            Memberships = [.. members],
            Comparators = districts.SelectMany(d => new[] { d.Code, d.Csp }.Select(c => (c, To: twelve.Contains(d) ? "E10000017" : "lancashire-14")))
                .ToDictionary(p => p.c, p => new AreaCode(p.To)),
            RateCautions = new Dictionary<AreaCode, string>(),
            Organisations = [],
            Datasets = [Street],
            Indicators = Indicators(),
            Breaks = [new RecordingBreak("asb", new Month(2020, 3), "Breaches of Covid rules counted as anti-social behaviour", "data.police.uk")],
            Support = [],
        };
    }

    private static DatasetDefinition Street { get; } = new()
    {
        Id = "police-street",
        Title = "Street-level crime",
        Description = "",
        Supplier = "police",
        Shape = DatasetShape.Records,
        Grain = SupplyGrain.Month,
        FrequencyMonths = 1,
        DueDays = 62,
        Open = true,
        OwedFrom = new Month(2013, 5),
        Disclosure = DisclosurePolicy.AlreadyPublic,
        Columns = [],
        Source = "data.police.uk",
        Licence = "OGL",
    };

    private static IReadOnlyList<IndicatorDefinition> Indicators() =>
    [
        Samples.Indicator("all-crime", "All crime", "crimes", "crime", new() { Except = ["anti-social-behaviour"] }, seasonal: true),
        Samples.Indicator("asb", "Anti-social behaviour", "anti-social behaviour incidents", "anti-social behaviour incident", new() { Only = ["anti-social-behaviour"] }, seasonal: true),
        .. Categories.Select(c => Samples.Indicator(c, c, c, c, new() { Only = [c] }, c is "burglary" or "bicycle-theft" or "violence-and-sexual-offences" or "criminal-damage-and-arson")),
    ];

    private static Area One(string code, string name, AreaLevel level) => new() { Code = new(code), Name = name, Level = level, Source = "ONS" };

    private static Membership Member(string grouping, AreaCode district) => new(new(grouping), district, DateOnly.MinValue, DateOnly.MaxValue, "ONS");
}
