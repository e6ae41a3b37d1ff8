using Made.Intake.Reference;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Reference;

public sealed class PackProblemTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("pack").FullName;

    private static readonly Dictionary<string, string> Good = new()
    {
        ["pack.json"] = """{ "id": "x", "title": "X", "version": "1", "synthetic": true, "force": "F1", "forceSlug": "x" }""",
        ["areas.csv"] = "code,name,level,from,to,source\nD1,One,district,,,s\nD2,Two,district,,,s\nC1,One CSP,csp,,,s\nF1,Force,force,,,s\n",
        ["members.csv"] = "grouping,district,from,to,source\nC1,D1,,,s\nC1,D2,,,s\nF1,D1,,,s\n",
        ["comparators.csv"] = "area,compared_with,source\nD1,F1,s\n",
        ["organisations.csv"] = "id,name,kind,from,to,successors,source\no,Office,publisher,,,,s\n",
        ["datasets.json"] = """
            [{ "id": "d", "title": "D", "description": "D", "supplier": "o", "shape": "records", "grain": "month", "frequencyMonths": 1, "dueDays": 1,
            "open": true, "owedFrom": "2020-01", "disclosure": "partner", "source": "s", "licence": "l",
            "columns": [{ "name": "m", "kind": "month", "role": "month" },
            { "name": "c", "kind": "code", "role": "category", "codes": { "a": "a" } }] }]
            """,
        ["indicators.json"] = """
            [{ "id": "i", "version": 1, "title": "I", "plural": "is", "singular": "i", "definition": "d", "numeratorText": "n", "denominatorText": "d",
            "dataset": "d", "filter": { "only": ["a"] }, "denominator": "population", "multiplier": 1000, "unit": "u", "polarity": "neutral",
            "seasonal": false, "group": "g", "order": 1, "source": "s" }]
            """,
        ["breaks.csv"] = "indicator,month,reason,source\ni,2020-03,r,s\ndataset:d,2020-04,r,s\n",
        ["support.csv"] = "group,title,text,contact,link,source\nemergency,t,x,999,https://www.police.uk/,s\n",
        ["rate-cautions.csv"] = "ward,reason,source\nW1,r,s\n",
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_small_pack_without_mistakes_is_read()
    {
        Write("", "", "");
        PackReader.Read(folder).Succeeded(out var pack, out var problem).ShouldBeTrue(problem?.ToString());
        pack!.Synthetic.ShouldBeTrue();
    }

    [Theory]
    [InlineData("areas.csv", "code,name", "codex,name", "areas.csv, row 1: the column 'code' is missing")]
    [InlineData("areas.csv", "D2,Two,district", "D2,Two,parish", "areas.csv, row 3, column level: 'parish' is not one of")]
    [InlineData("areas.csv", "D2,Two,district,,,s", "D2,Two,district,01/04/1974,,s", "row 3, column from: '01/04/1974' is not a date")]
    [InlineData("areas.csv", "D2,Two,district,,,s", "D2,Two,district,,,", "row 3, column source: is empty")]
    [InlineData("areas.csv", "D2,Two,district,,,s", "D1,Two,district,,,s", "row 3, column code: 'D1' was given in row 2 already")]
    [InlineData("areas.csv", "D2,Two,district,,,s", "D2,Two,district,2020-01-01,2019-01-01,s", "row 3, column to: lies before 'from'")]
    [InlineData("areas.csv", "D2,Two", "D2,\"Two", "areas.csv, row 3: a quoted value has no closing quote")]
    [InlineData("areas.csv", "F1,Force,force", "F1,Force,pan", "the force of pack.json is not an area of level force")]
    [InlineData("members.csv", "C1,D2", "C1,D9", "members.csv, entry 'D9', district: is not a district of this pack")]
    [InlineData("members.csv", "F1,D1", "C9,D1", "members.csv, entry 'C9', grouping: is not a grouping")]
    [InlineData("comparators.csv", "D1,F1", "D1,F9", "comparators.csv, entry 'D1', compared_with: 'F9'")]
    [InlineData("organisations.csv", ",,,,s", ",,,later,s", "organisations.csv, entry 'o', successors: 'later'")]
    [InlineData("datasets.json", "\"supplier\": \"o\"", "\"supplier\": \"p\"", "datasets.json, entry 'd', supplier: 'p'")]
    [InlineData("datasets.json", "\"shape\": \"records\"", "\"shape\": \"record\"", "datasets.json, line 1, entry 1, shape: the value is not one that is allowed here")]
    [InlineData("datasets.json", "\"title\": \"D\",", "", "entry 1: missing: 'title'")]
    [InlineData("datasets.json", "\"owedFrom\": \"2020-01\"", "\"owedFrom\": \"2020\"", "entry 1, owedFrom")]
    [InlineData("datasets.json", "\"licence\"", "\"license\"", "the name 'license' is not known here")]
    [InlineData("datasets.json", "\"kind\": \"month\", \"role\": \"month\"", "\"kind\": \"date\", \"role\": \"date\", \"keepsDay\": true", "datasets.json, entry 'd', columns: days are kept only of data that are already public")]
    [InlineData("datasets.json", "\"role\": \"month\" }", "\"role\": \"month\", \"keepsDay\": true }", "only a column with the role date can keep its day")]
    [InlineData("datasets.json", "\"open\": true", "\"open\": false", "datasets.json, entry 'd', coarsening: is missing: records that somebody owes are kept under a rule alone")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"ward\" }", "coarsening.place: no column tells an area, and no pair of columns a point")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"outward\" }", "coarsening.place: no column has the role Outward")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"ward\", \"partOfDay\": true }", "coarsening.partOfDay: no column of kind time has the role Time")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"ward\", \"ageBands\": [0, 18] }", "coarsening.ageBands: no column of kind whole-number has the role Age")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"ward\", \"ageBands\": [0, 1] }", "coarsening.ageBands: each band begins 2 years or more")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"coarsening\": { \"place\": \"street\" }", "entry 1, coarsening.place: the value is not one that is allowed here")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"depersonalised\": {}", "depersonalised: needs a coarsening rule")]
    [InlineData("datasets.json", "\"source\": \"s\"", "\"source\": \"s\", \"pseudonym\": \"repeat-victims\"", "pseudonym: needs a coarsening rule")]
    [InlineData("datasets.json", "\"columns\": [", "\"coarsening\": { \"place\": \"ward\" }, \"pseudonym\": \"p\", \"depersonalised\": {}, \"columns\": [{ \"name\": \"w\", \"kind\": \"text\", \"role\": \"area\" }, { \"name\": \"n\", \"kind\": \"text\", \"role\": \"pseudonym\" },", "depersonalised: cannot be claimed of records that are linked by pseudonyms")]
    [InlineData("datasets.json", "\"columns\": [", "\"coarsening\": { \"place\": \"ward\" }, \"columns\": [{ \"name\": \"w\", \"kind\": \"text\", \"role\": \"area\" }, { \"name\": \"n\", \"kind\": \"text\", \"role\": \"pseudonym\" },", "pseudonym: names a purpose exactly where a column has the role Pseudonym")]
    [InlineData("datasets.json", "\"columns\": [", "\"columns\": [{ \"name\": \"t\", \"kind\": \"time\", \"role\": \"time\" },", "columns: the role Time is only read under a coarsening rule")]
    [InlineData("datasets.json", "\"id\": \"d\"", "\"id\": \"d\", \"schema\": \"none\"", "datasets.json, entry 1, schema: 'none' is not in schemas.json")]
    [InlineData("indicators.json", "\"only\": [\"a\"]", "\"only\": [\"b\"]", "indicators.json, entry 'i', filter: 'b' is not a category of d")]
    [InlineData("indicators.json", "\"neutral\"", "\"lower-is-better\"", "a polarity that is not neutral needs its reason")]
    [InlineData("indicators.json", "\"dataset\": \"d\"", "\"dataset\": \"e\"", "'e' is not a dataset of this pack")]
    [InlineData("indicators.json", "}]", "}", "indicators.json, line")]
    [InlineData("breaks.csv", "i,2020-03", "j,2020-03", "breaks.csv, entry 'j', indicator: is neither")]
    [InlineData("breaks.csv", "i,2020-03", "i,March 2020", "breaks.csv, row 2, column month: 'March 2020' is not a month")]
    [InlineData("support.csv", "https://", "http://", "support.csv, row 2, column link: is not an https address")]
    [InlineData("pack.json", "\"force\": \"F1\", ", "", "force: the code of the police force area is missing")]
    [InlineData("pack.json", "\"id\": \"x\"", "\"id\": \"x\", \"uses\": [\"../none\"]", "none/pack.json is not there")]
    [InlineData("pack.json", "\"id\": \"x\"", "\"id\": \"x\", \"uses\": [\".\"]", "uses itself")]
    public void A_mistake_is_named_with_its_place(string file, string right, string wrong, string message)
    {
        Write(file, right, wrong);
        var (_, problems) = PackReader.ReadAll(folder);
        problems.Select(p => p.Message).ShouldContain(m => m.Contains(message, StringComparison.Ordinal), string.Join('\n', problems));
        PackReader.Read(folder).Succeeded(out _, out var problem).ShouldBeFalse();
        problem!.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_district_in_two_CSPs_on_the_same_day_is_a_mistake()
    {
        Write("areas.csv", "F1,Force", "C2,Two CSP,csp,,,s\nF1,Force");
        File.AppendAllText(Path.Combine(folder, "members.csv"), "C2,D1,2020-01-01,,s\n");
        PackReader.ReadAll(folder).Problems.ShouldHaveSingleItem().Message.ShouldContain("two areas of level csp on the same day");
    }

    [Fact]
    public void A_pack_that_uses_another_replaces_its_rows_by_key()
    {
        Write("", "", "");
        var upper = Directory.CreateDirectory(Path.Combine(folder, "upper")).FullName;
        File.WriteAllText(Path.Combine(upper, "pack.json"), Good["pack.json"].Replace("\"X\"", "\"Upper\", \"uses\": [\"..\"]", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(upper, "areas.csv"), "code,name,level,from,to,source\nD2,Renamed,district,,,s\n");
        PackReader.Read(upper).Succeeded(out var pack, out var problem).ShouldBeTrue(problem?.ToString());
        pack!.Areas.Select(a => a.Name).ShouldBe(["One", "Renamed", "One CSP", "Force"]);
        pack.Title.ShouldBe("Upper");
    }

    [Fact]
    public void A_dataset_takes_from_its_schema_what_it_does_not_say_itself_group_by_group()
    {
        Write("datasets.json", "\"title\": \"D\", \"description\": \"D\",", "\"schema\": \"s\", \"title\": \"Own\",");
        File.WriteAllText(Path.Combine(folder, "schemas.json"), """[{ "id": "s", "title": "Common", "description": "Common", "caveats": ["c"], "fileNamePattern": "" }]""");
        PackReader.Read(folder).Succeeded(out var pack, out var problem).ShouldBeTrue(problem?.ToString());
        var dataset = pack!.Datasets.Single();
        (dataset.Id, dataset.Title, dataset.Description, dataset.Caveats.Single()).ShouldBe(("d", "Own", "Common", "c"));
    }

    [Fact]
    public void A_mistake_in_a_dataset_with_a_schema_is_named_with_its_entry()
    {
        Write("datasets.json", "\"title\": \"D\",", "\"schema\": \"s\",");
        File.WriteAllText(Path.Combine(folder, "schemas.json"), """[{ "id": "s", "titel": "Common" }]""");
        PackReader.ReadAll(folder).Problems.Select(p => p.Message).ShouldContain(m => m.Contains("datasets.json, entry 1, titel: the name 'titel' is not known here", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "schemas.json"), """[{ "title": "Common" }]""");
        PackReader.ReadAll(folder).Problems.Select(p => p.Message).ShouldContain(m => m.Contains("schemas.json, entry 1: missing: 'id'", StringComparison.Ordinal));
    }

    private void Write(string file, string right, string wrong)
    {
        foreach (var (name, content) in Good)
        {
            if (name == file)
                content.ShouldContain(right);
            File.WriteAllText(Path.Combine(folder, name), name == file ? content.Replace(right, wrong, StringComparison.Ordinal) : content);
        }
    }
}
