using System.Security.Cryptography;
using System.Text;
using Made.Intake.Synthetic;
using Made.TestKit;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Synthetic;

[Collection(DemoCounty.Collection)]
public sealed class SeedTests(DemoCounty county)
{
    /// <summary>Of every file's name and content (unpacked: how gzip packs may change with the framework). Change it together with the generator or its parameters.</summary>
    private const string Content = "6ce30764b7e32ac188dda18c18869714975e639614bf024a6fc46e9ad5077a93";

    [Fact]
    public void The_same_seed_gives_the_same_content_on_every_machine() => Hash(county.Folder).ShouldBe(Content);

    [Fact]
    public void Another_seed_gives_another_county() => WithPack(
        (generator, pack) => (generator.Replace("20211001", "20211002"), pack),
        (folder, into) =>
        {
            SyntheticCounty.Write(folder, into).Succeeded(out _, out _).ShouldBeTrue();
            Hash(into).ShouldNotBe(Content);
        });

    [Fact]
    public void A_pack_that_is_not_marked_synthetic_is_never_drawn() => WithPack(
        (generator, pack) => (generator, pack.Replace("\"synthetic\": true", "\"synthetic\": false")),
        (folder, into) => Refusal(folder, into).ShouldBe("pack-not-synthetic"));

    [Fact]
    public void A_pack_without_a_generator_says_so() =>
        Refusal(Repository.Path("packs"), county.Folder).ShouldBe("pack-has-no-generator");

    [Fact]
    public void A_broken_generator_names_the_file() => WithPack(
        (generator, pack) => (generator.Replace("\"months\": 60,", ""), pack),
        (folder, into) => Refusal(folder, into).ShouldBe("generator-unreadable"));

    [Fact]
    public void The_county_is_drawn_in_seconds()
    {
        Console.WriteLine($"Drawn in {county.Took.TotalSeconds:0.0} s");
        county.Took.ShouldBeLessThan(TimeSpan.FromSeconds(120));
    }

    [Fact]
    public void Everything_says_that_it_is_synthetic()
    {
        File.ReadAllText(county.File("README.txt")).ShouldStartWith("SYNTHETIC");
        county.Files("boundaries").ShouldAllBe(f => File.ReadAllText(f).Contains("SYNTHETIC"));
        county.Drawn.Districts.ShouldBe(7);
    }

    private static string Refusal(string pack, string into)
    {
        SyntheticCounty.Write(pack, into).Succeeded(out _, out var problem).ShouldBeFalse();
        return problem!.Code;
    }

    private static void WithPack(Func<string, string, (string Generator, string Pack)> change, Action<string, string> then)
    {
        var folder = Directory.CreateTempSubdirectory("made-pack-");
        try
        {
            string Own(string name) => File.ReadAllText(Repository.Path("packs", "demo", name));
            var (generator, pack) = change(Own("generator.json"), Own("pack.json"));
            File.WriteAllText(Path.Combine(folder.FullName, "generator.json"), generator);
            File.WriteAllText(Path.Combine(folder.FullName, "pack.json"), pack);
            File.WriteAllText(Path.Combine(folder.FullName, "areas.csv"), Own("areas.csv"));
            then(folder.FullName, Path.Combine(folder.FullName, "out"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .OrderBy(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/')));
            foreach (var line in DemoCounty.Lines(file))
                hash.AppendData(Encoding.UTF8.GetBytes(line));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
