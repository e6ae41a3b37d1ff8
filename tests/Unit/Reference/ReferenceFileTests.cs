using System.IO.Compression;
using System.Text;
using Made.Core.Facts;
using Made.Core.Calendar;
using Made.Core.Register;
using Made.Intake.Reference;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Reference;

/// <summary>Small files of a made-up county: formats, mistakes, and what the place index makes of them.</summary>
public sealed class ReferenceFileTests : IDisposable
{
    private const string Changes = "LSOA11CD,LSOA11NM,LSOA21CD,LSOA21NM,CHGIND,LAD22CD,LAD22NM\n"
        + "E01990001,A 1,E01990001,A 1,U,E07990001,Alder\nE01990002,A 2,E01990012,A 12,S,E07990001,Alder\nE01990002,A 2,E01990013,A 13,S,E07990001,Alder\n"
        + "E01990003,A 3,E01990014,A 14,M,E07990001,Alder\nE01990004,A 4,E01990014,A 14,M,E07990001,Alder\nE01990009,B 9,E01990009,B 9,U,E07990009,Beyond\n";

    private const string Wards = "LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\n"
        + "E01990001,A 1,E05990001,North,E07990001,Alder\nE01990012,A 12,E05990001,North,E07990001,Alder\nE01990013,A 13,E05990002,\"South, Lower\",E07990001,Alder\n"
        + "E01990014,A 14,E05990002,\"South, Lower\",E07990001,Alder\n";

    private readonly string folder = Directory.CreateTempSubdirectory("reference").FullName;

    private static readonly Pack Pack = new()
    {
        Id = "t",
        Title = "T",
        Version = "1",
        Synthetic = true,
        Force = new("F"),
        ForceSlug = "t",
        Areas = [new Area { Code = new("E07990001"), Name = "Alder", Level = AreaLevel.District, Source = "made up" }],
        Memberships = [],
        Comparators = new Dictionary<AreaCode, AreaCode>(),
        RateCautions = new Dictionary<AreaCode, string>(),
        Organisations = [],
        Datasets = [],
        Indicators = [],
        Breaks = [],
        Support = [],
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Names_of_the_open_geography_portal_and_converted_names_say_the_same()
    {
        Put("a.csv", Changes);
        Put("b.csv", Wards);
        var first = Read();
        Put("a.csv", "\uFEFF\"lsoa11_name\",\"lsoa11_code\",\"change_code\",\"lsoa21_name\",\"lsoa21_code\",\"ltla22_name\",\"ltla22_code\"\r\n"
            + string.Concat(Changes.Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).Select(c => $"\"{c[1]}\",\"{c[0]}\",\"{c[4]}\",\"{c[3]}\",\"{c[2]}\",\"{c[6]}\",\"{c[5]}\"\r\n")));
        var second = Read();
        second.Vintage.ShouldBe(first.Vintage);
        first.Wards.Select(w => w.Name).ShouldBe(["North", "South, Lower"]);
        first.Successors["E01990002"].ShouldBe(["E01990012", "E01990013"]);
        first.DistrictOfLsoa["E01990009"].Value.ShouldBe("E07990009");
        first.Successors.Keys.ShouldNotContain("E01990009");
        first.Names["E07990009"].ShouldBe("Beyond");
    }

    [Fact]
    public void A_newer_ward_lookup_replaces_an_older_one_in_either_order()
    {
        Put("a.csv", Changes);
        Put("b.csv", Wards);
        Put("c/d.csv", Wards.Replace("WD24", "WD25").Replace("LAD24", "LAD25").Replace("E01990001,A 1,E05990001,North", "E01990001,A 1,E05990002,\"South, Lower\""));
        Read().WardOfLsoa["E01990001"].Value.ShouldBe("E05990002");
        Directory.Move(Path.Combine(folder, "c"), Path.Combine(folder, "0"));
        Read().WardOfLsoa["E01990001"].Value.ShouldBe("E05990002");
    }

    [Theory]
    [InlineData("population-2019.csv", "LSOA11CD,All Ages\nE01990001,\"1,500\"\n")]
    [InlineData("population19_lsoa11.csv", "\"lsoa11_name\",\"lsoa11_code\",\"total_population\",\"0\",\"1\"\n\"A 1\",\"E01990001\",1500,10,12\n")]
    [InlineData("x.csv", "Year,LSOA Code,Population\n2019,E01990001,1500\n")]
    [InlineData("x.csv", "LSOA21CD,Mid-2019\nE01990001,1500\n")]
    public void Populations_are_read_in_every_shape_the_publishers_use(string name, string text)
    {
        Put("a.csv", Changes);
        Put(name, text);
        Read().Populations.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Year.ShouldBe(2019), p => p.Residents.ShouldBe(1500), p => p.Code.ShouldBe("E01990001"));
    }

    [Fact]
    public void A_figure_that_two_files_give_differently_is_kept_once_and_reported()
    {
        Put("p-2019.csv", "LSOA11CD,Population\nE01990001,1500\n");
        Put("q-2019.csv", "LSOA11CD,Population\nE01990001,1501\n");
        var data = Read();
        data.Populations.ShouldHaveSingleItem().Residents.ShouldBe(1500);
        data.Findings.ShouldHaveSingleItem().Message.ShouldContain("q-2019.csv says 1,501 residents of E01990001 in mid-2019, p-2019.csv says 1,500");
    }

    [Fact]
    public void Files_nobody_uses_are_listed_and_denominators_without_prisoners_are_no_population()
    {
        Put("a.csv", Changes);
        Put("notes.txt", "hello");
        Put("b.csv", "LSOA code (2011),Total population: mid 2015 (excluding prisoners)\nE01990001,1400\n");
        var data = Read();
        data.Populations.ShouldBeEmpty();
        data.Files.Where(f => f.Kind == ReferenceReader.NotUsed).Select(f => f.Name).ShouldBe(["b.csv", "notes.txt"]);
    }

    [Theory]
    [InlineData("a.csv", "lsoa21_name,ward24_code,ward24_name\nA 1,E05990001,North\n", "reference-column-missing", "the code of 'lsoa21_name'")]
    [InlineData("p-2019.csv", "name,total_population,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90\n", "reference-column-missing", "the code of the area")]
    [InlineData("p.csv", "LSOA11CD,Population\nE01990001,1500\n", "reference-year-unknown", "neither its name nor a column")]
    [InlineData("p-2019.csv", "LSOA11CD,Population\nE01990001,many\n", "reference-value", "p-2019.csv, row 2, column Population: 'many'")]
    [InlineData("p-2019.csv", "LSOA11CD,Population\nChorlton,1500\n", "reference-value", "row 2, column LSOA11CD: 'Chorlton' is not an area code")]
    [InlineData("p.csv", "Year,LSOA11CD,Population\n19,E01990001,1500\n", "reference-value", "row 2, column Year: '19'")]
    [InlineData("p-2019.csv", "LSOA11CD,Population\n\"E01990001,1500\n", "reference-value", "no closing quote")]
    [InlineData("b.geojson", "{ \"type\": \"FeatureCollection\", \"features\": [", "reference-json", "breaks off or is broken in line 1")]
    [InlineData("b.geojson", "{ \"features\": [{ \"properties\": { \"WD24CD\": \"E05990001\" }, \"geometry\": null }] }", "reference-boundary", "feature 1: it has no geometry")]
    [InlineData("b.geojson", "{ \"features\": [{ \"properties\": { \"WD24CD\": \"E05990001\" }, \"geometry\": { \"type\": \"Point\", \"coordinates\": [1, 2] } }] }", "reference-boundary", "not a 'Point'")]
    [InlineData("b.geojson", "{ \"features\": [{ \"properties\": { \"WD24CD\": \"E05990001\" }, \"geometry\": { \"type\": \"Polygon\", \"coordinates\": [[[0, 50], [0, 51], [0, 50]]] } }] }", "reference-boundary", "fewer than four points")]
    [InlineData("b.geojson", "{ \"features\": [{ \"properties\": { \"WD24CD\": \"E05990001\" }, \"geometry\": { \"type\": \"Polygon\", \"coordinates\": [[[358000, 417000], [358100, 417000], [358100, 417100], [358000, 417000]]] } }] }", "reference-boundary", "not longitude and latitude")]
    public void A_bad_file_refuses_the_folder_and_says_where(string name, string text, string code, string message)
    {
        Put("0.csv", Changes);
        Put(name, text);
        ReferenceReader.Read(folder, Pack).Succeeded(out _, out var problem).ShouldBeFalse();
        problem!.Code.ShouldBe(code);
        problem.Message.ShouldContain(message);
        problem.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0.02)]
    public void A_gzip_file_that_is_cut_off_is_refused(double share)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Changes + string.Concat(Enumerable.Range(10_000, 20_000).Select(i => $"E0199{i:0000},x,E0199{i:0000},x,U,E07990009,Beyond\n"))));
        var whole = packed.ToArray();
        File.WriteAllBytes(Path.Combine(folder, "a.csv.gz"), whole[..(int)(whole.Length * share)]);
        ReferenceReader.Read(folder, Pack).Succeeded(out _, out var problem).ShouldBeFalse();
        problem!.Code.ShouldBe("reference-file-damaged");
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        File.WriteAllBytes(Path.Combine(folder, "a.csv"), Encoding.Latin1.GetBytes(Changes.Replace("Alder", "Ald\u00E9r")));
        ReferenceReader.Read(folder, Pack).Succeeded(out _, out var problem).ShouldBeFalse();
        problem!.Message.ShouldContain("not UTF-8");
    }

    [Theory]
    [InlineData(0.5, 0.5, "E05990001", "E01990012")]
    [InlineData(1.5, 0.5, "E05990002", "E01990013")]
    [InlineData(1.0, 0.5, "E05990001", "E01990012")]
    [InlineData(2.05, 0.5, "E05990002", "E05990002-lsoa-not-determined")]
    [InlineData(9.0, 0.5, "E07990001-ward-not-determined", "E07990001-ward-not-determined-lsoa-not-determined")]
    public void A_split_LSOA_is_told_by_its_parts_then_by_their_wards_then_not_at_all(double x, double y, string ward, string lsoa)
    {
        Put("a.csv", Changes);
        Put("b.csv", Wards);
        Put("l.geojson", Squares("LSOA21CD", ("E01990012", 0, 1), ("E01990013", 1, 2)));
        Put("w.geojson", Squares("WD25CD", ("E05990001", 0, 1), ("E05990002", 1, 2.1)));
        Put("older.geojson", Squares("WD13CD", ("E05000001", -5, 20)));
        var place = new PlaceIndex(Read(), [new("E07990001")]).Resolve("E01990002", x, y);
        place.ShouldBe(new Place(Placement.Inside, new("E07990001"), new(ward), new(lsoa)));
    }

    [Fact]
    public void Without_boundaries_a_split_LSOA_over_two_wards_has_no_ward()
    {
        Put("a.csv", Changes);
        Put("b.csv", Wards);
        var places = new PlaceIndex(Read(), [new("E07990001")]);
        places.Resolve("E01990002", 0.5, 0.5).Ward.ShouldBe(AreaCode.WardNotDetermined(new("E07990001")));
        places.Resolve("E01990003", 0.5, 0.5).ShouldBe(places.Resolve("E01990014", 0, 0));
        places.Resolve("E01990009", 0.5, 0.5).Placement.ShouldBe(Placement.Outside);
        places.Resolve("", 0.5, 0.5).Placement.ShouldBe(Placement.WithoutPlace);
        places.Resolve("E01999999", 0.5, 0.5).Placement.ShouldBe(Placement.WithoutPlace);
    }

    [Fact]
    public void A_ward_with_a_part_that_has_no_figure_has_none_and_split_areas_are_shared_equally()
    {
        Put("a.csv", Changes);
        Put("b.csv", Wards);
        Put("p-2018.csv", "LSOA11CD,Population\nE01990001,1000\nE01990002,600\nE01990003,700\n");
        Put("p-2019.csv", "LSOA11CD,Population\nE01990001,1000\nE01990002,600\nE01990003,700\nE01990004,800\n");
        var data = Read();
        var population = new Population(new Areas(Pack, data.Wards), data);
        var month = new Month(2019, 12);
        population.At(new("E05990001"), 2019, month).ShouldBe(1300);
        population.At(new("E05990002"), 2019, month).ShouldBe(1800);
        population.At(new("E07990001"), 2019, month).ShouldBe(3100);
        population.At(new("E05990001"), 2018, month).ShouldBe(1300);
        population.At(new("E05990002"), 2018, month).ShouldBeNull("one of its LSOAs has no figure");
        population.At(new("E07990001"), 2018, month).ShouldBeNull();
    }

    private static string Squares(string property, params (string Code, double West, double East)[] squares) =>
        "{\"features\":[" + string.Join(',', squares.Select(s =>
            $"{{\"properties\":{{\"{property}\":\"{s.Code}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[[{s.West},0],[{s.East},0],[{s.East},1],[{s.West},1],[{s.West},0]]]}}}}")) + "]}";

    private void Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private ReferenceData Read() =>
        ReferenceReader.Read(folder, Pack).Succeeded(out var data, out var problem) ? data : throw new InvalidDataException(problem.ToString());
}
