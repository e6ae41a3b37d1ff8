using System.Text.Json;
using Made.TestKit.Site;

namespace Made.TestKit.Attack;

/// <summary>What a partner's records are counted into: the kinds of each indicator, and the one that is a share of another.</summary>
public sealed record AttackedIndicators(IReadOnlyDictionary<string, IReadOnlyList<string>> Kinds)
{
    /// <summary>An indicator that is divided by another one's records; none where empty.</summary>
    public string Share { get; init; } = "";

    public string ShareOf { get; init; } = "";

    /// <summary>Indicators that nest and overlap, one of them a share, and one kind (weapons) that has none of its own.</summary>
    public static AttackedIndicators OfTheMicrodata { get; } = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["everything"] = ["ASB", "Burglary", "Criminal damage", "Domestic abuse", "Drugs", "Hate crime", "Robbery", "Sexual offence", "Vehicle", "Violence", "Weapons"],
        ["crime"] = ["Burglary", "Criminal damage", "Domestic abuse", "Drugs", "Hate crime", "Robbery", "Sexual offence", "Vehicle", "Violence", "Weapons"],
        ["acquisitive"] = ["Burglary", "Robbery", "Vehicle"],
        ["hidden-harm"] = ["Domestic abuse", "Hate crime", "Sexual offence"],
        ["violence-share"] = ["Violence"],
        ["asb"] = ["ASB"],
        ["burglary"] = ["Burglary"],
        ["criminal-damage"] = ["Criminal damage"],
        ["domestic-abuse"] = ["Domestic abuse"],
        ["drugs"] = ["Drugs"],
        ["hate-crime"] = ["Hate crime"],
        ["robbery"] = ["Robbery"],
        ["sexual-offence"] = ["Sexual offence"],
        ["vehicle"] = ["Vehicle"],
        ["violence"] = ["Violence"],
    })
    {
        Share = "violence-share",
        ShareOf = "crime",
    };

    /// <summary>All of it, and each kind but the last by itself.</summary>
    public static AttackedIndicators EachOf(IReadOnlyList<string> kinds) =>
        new(kinds.SkipLast(1).Select((k, i) => (Id: $"kind-{i}", Kinds: (IReadOnlyList<string>)[k])).Prepend((Id: "everything", Kinds: kinds)).ToDictionary(k => k.Id, k => k.Kinds));

    public IReadOnlyList<string> All => [.. Kinds.Values.SelectMany(k => k).Distinct().Order(StringComparer.Ordinal)];
}

/// <summary>A county that a test makes for itself: a pack, lookups and populations in a temporary folder, and a partner's records loaded by the program's own commands.</summary>
public sealed class AttackedCounty : IDisposable
{
    private readonly HomeCopy home = new();

    public HomeCopy Home => home;

    private readonly AttackedIndicators indicators;

    private AttackedCounty(AttackedIndicators indicators) => this.indicators = indicators;

    /// <param name="geography">Small areas with ward and district; a small area of no ward is one whose ward the lookups do not tell.</param>
    /// <param name="indicators">What is counted.</param>
    public static async Task<AttackedCounty> Make(IReadOnlyList<(string Lsoa, string Ward, string District)> geography, AttackedIndicators indicators)
    {
        var county = new AttackedCounty(indicators);
        county.WritePack(geography);
        county.WriteReference(geography);
        (await county.home.Made("init", "--pack", county.home.File("pack"))).Exits(0);
        (await county.home.Made("reference", county.home.File("reference"))).Exits(0);
        return county;
    }

    /// <summary>Loads a release of the records, one file a month, and builds the editions it calls for.</summary>
    public async Task Publish(IReadOnlyList<SecretRecord> records, string released)
    {
        var folder = Directory.CreateDirectory(home.File($"files-{released}")).FullName;
        var files = records.GroupBy(r => r.Month).Select(month =>
        {
            var file = Path.Combine(folder, $"{month.Key}-incidents.csv");
            File.WriteAllLines(file, month.Select(r => $"{r.Id},{r.Month},{r.Place},{r.Kind}").Prepend("Record,Month,LSOA code,Kind"));
            return file;
        }).Order(StringComparer.Ordinal).ToList();
        (await home.Made(["intake", "--dataset", "incidents", .. files, "--released", released])).Exits(0);
        (await home.Made("refresh")).Exits(0);
    }

    /// <summary>A copy for a site, whose own worker then finds nothing to do.</summary>
    public void CopyInto(HomeCopy copy)
    {
        foreach (var (from, to) in new[] { (home.Home, copy.Home), (home.Keys, copy.Keys) })
        {
            foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            {
                var target = Path.Combine(to, Path.GetRelativePath(from, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }
    }

    public void Dispose() => home.Dispose();

    private void WritePack(IReadOnlyList<(string Lsoa, string Ward, string District)> geography)
    {
        Directory.CreateDirectory(home.File("pack"));
        var districts = geography.Select(g => g.District).Distinct().ToList();
        Lines("pack/areas.csv", "code,name,level,from,to,source",
        [
            .. districts.Select(d => $"{d},District {d},district,,,made up"), .. districts.Select(d => $"CSP-{d},Partnership {d},csp,,,made up"),
            "AREA,Policing area,policing-area,,,made up", "COUNTY,County,county,,,made up", "FORCE,Force,force,,,made up",
        ]);
        Lines("pack/members.csv", "grouping,district,from,to,source",
            districts.SelectMany(d => (string[])[$"CSP-{d},{d},,,made up", $"AREA,{d},,,made up", $"COUNTY,{d},,,made up", $"FORCE,{d},,,made up"]));
        Lines("pack/comparators.csv", "area,compared_with,source", districts.SelectMany(d => (string[])[$"{d},COUNTY,made up", $"CSP-{d},COUNTY,made up"]));
        Lines("pack/organisations.csv", "id,name,kind,from,to,successors,source", ["partner,A partner,partnership,,,,made up"]);
        Json("pack/pack.json", new { id = "attacked", title = "Attacked", version = "1", synthetic = true, force = "FORCE", forceSlug = "attacked" });
        Json("pack/datasets.json", new[]
        {
            new
            {
                id = "incidents", title = "Incidents", description = "A partner's records.", supplier = "partner", shape = "records", grain = "month", frequencyMonths = 1, dueDays = 30,
                open = true, owedFrom = "2024-04", disclosure = "partner", fileNamePattern = "(?<month>[0-9]{4}-[0-9]{2})-incidents", source = "made up", licence = "none", caveats = Array.Empty<string>(),
                columns = new object[]
                {
                    new { name = "Record", kind = "text", role = "key", maximumLength = 20, description = "Key." },
                    new { name = "Month", kind = "month", role = "month", description = "Month." },
                    new { name = "LSOA code", kind = "text", role = "lsoa", mayBeEmpty = true, maximumLength = 9, description = "Small area." },
                    new { name = "Kind", kind = "code", role = "category", codes = indicators.All.ToDictionary(k => k), description = "Kind." },
                },
            },
        });
        Json("pack/indicators.json", indicators.Kinds.Select((c, i) => Indicator(c.Key, c.Value, (i + 1) * 10)));
    }

    private Dictionary<string, object> Indicator(string id, IReadOnlyList<string> kinds, int order)
    {
        var isShare = id == indicators.Share;
        var text = new Dictionary<string, object>
        {
            ["id"] = id,
            ["version"] = 1,
            ["title"] = id,
            ["plural"] = "records",
            ["singular"] = "record",
            ["definition"] = id,
            ["numeratorText"] = id,
            ["denominatorText"] = id,
            ["dataset"] = "incidents",
            ["filter"] = kinds.Count == indicators.All.Count ? new { } : new { only = kinds },
            ["denominator"] = isShare ? "records" : "population",
            ["multiplier"] = isShare ? 100 : 1000,
            ["unit"] = isShare ? "%" : "per 1,000 residents",
            ["polarity"] = "neutral",
            ["seasonal"] = false,
            ["group"] = "Records",
            ["order"] = order,
            ["source"] = "made up",
            ["caveats"] = Array.Empty<string>(),
        };
        if (isShare)
            text["base"] = new { only = indicators.Kinds[indicators.ShareOf] };
        return text;
    }

    private void WriteReference(IReadOnlyList<(string Lsoa, string Ward, string District)> geography)
    {
        Directory.CreateDirectory(home.File("reference"));
        Lines("reference/lookup_lsoa11_lsoa21_ltla22.csv", "lsoa11_name,lsoa11_code,change_code,lsoa21_name,lsoa21_code,ltla22_name,ltla22_code",
            geography.Select(g => $"{g.Lsoa},{g.Lsoa},U,{g.Lsoa},{g.Lsoa},District {g.District},{g.District}"));
        Lines("reference/lookup_lsoa21_ward24_ltla24.csv", "lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code",
            geography.Where(g => g.Ward.Length > 0).Select(g => $"{g.Lsoa},{g.Lsoa},Ward {g.Ward},{g.Ward},District {g.District},{g.District}"));
        Lines("reference/population24_lsoa21.csv", "lsoa21_name,lsoa21_code,total_population", geography.Select(g => $"{g.Lsoa},{g.Lsoa},{1500 + int.Parse(g.Lsoa[^2..])}"));
    }

    private void Lines(string file, string header, IEnumerable<string> lines) => File.WriteAllLines(home.File(file), lines.Prepend(header));

    private void Json(string file, object content) => File.WriteAllText(home.File(file), JsonSerializer.Serialize(content));
}
