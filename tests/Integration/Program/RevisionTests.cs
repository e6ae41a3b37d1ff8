using System.Security.Cryptography;
using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>A later release of three real months replaces the earlier one; what a board saw stays as it was.</summary>
public sealed class RevisionTests
{
    [Fact]
    public async Task A_later_release_is_a_new_revision_and_old_editions_stay_as_they_were()
    {
        if (await OpenDataHome.Empty() is not { } empty)
            return;
        using var home = empty.Copy();
        var earlier = OpenDataHome.Street("lancashire", "street-earlier-release");
        var later = OpenDataHome.Street("lancashire").Where(f => Path.GetFileName(f)[..7] is "2022-01" or "2022-02" or "2022-03").ToList();
        (await home.Made(["intake", "--dataset", "police-street", .. earlier, "--released", "2022-05-20"])).Exits(0);
        (await home.Made("refresh")).Exits(0).Lines[^1].ShouldBe("3 editions built.");
        var pageBefore = await Saved(home, "before.html");
        var filesBefore = Files(home);

        var receipts = (await home.Made(["intake", "--dataset", "police-street", .. later, "--released", "2022-09-01", "--json"])).Exits(0).Json.EnumerateArray().ToList();
        receipts.Select(r => r.GetProperty("supply").GetString()).ShouldBe(["police-street-2022-01-r2", "police-street-2022-02-r2", "police-street-2022-03-r2"]);
        // One ID of January stands on two rows, of which the first changed: counted by ID with the last row winning, it would be 3,306.
        receipts.Select(r => r.GetProperty("changes").GetString()!).Zip(["3,307", "3,066", "3,750"]).ShouldAllBe(p => p.First.Contains($"last outcome category {p.Second}", StringComparison.Ordinal));
        receipts.ShouldAllBe(r => r.GetProperty("changes").GetString()!.Contains("None added, none removed", StringComparison.Ordinal));

        var again = (await home.Made(["intake", "--dataset", "police-street", later[0], "--json"])).Exits(0).Json[0];
        (again.GetProperty("verdict").GetString(), again.GetProperty("supply").GetString()).ShouldBe(("already-held", "police-street-2022-01-r2"));
        var older = (await home.Made(["intake", "--dataset", "police-street", earlier[0], "--released", "2022-05-20", "--json"])).Exits(1).Json[0];
        older.GetProperty("verdict").GetString().ShouldBe("refused");
        older.GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("older-release");

        (await home.Made("refresh")).Exits(0).Output.ShouldContain("2022-03: edition 2: New: police-street-2022-01-r2, police-street-2022-02-r2, police-street-2022-03-r2.");
        var filesAfter = Files(home);
        foreach (var (name, hash) in filesBefore)
            filesAfter[name].ShouldBe(hash, name);
        (await Saved(home, "after.html")).ShouldBe(pageBefore, "the page of a kept edition changed");

        (await home.Made("withdraw", "police-street-2022-01-r2", "--reason", "A test")).Exits(0).Output.ShouldContain("Counts again: police-street-2022-01-r1.");
        var register = (await home.Made("supplies", "--json")).Exits(0).Json.EnumerateArray().ToDictionary(s => s.GetProperty("supply").GetString()!, s => s.GetProperty("state").GetString());
        (register["police-street-2022-01-r1"], register["police-street-2022-01-r2"], register["police-street-2022-02-r1"]).ShouldBe(("current", "withdrawn", "superseded"));
        (await home.Made("verify")).Exits(0).Lines[^1].ShouldBe("Everything holds.");
    }

    /// <summary>The page of the first edition as the program writes it.</summary>
    private static async Task<string> Saved(HomeCopy home, string name)
    {
        (await home.Made("report", "csp-month", "--area", "E22000153", "--month", "2022-03", "--edition", "1", "--out", home.File(name))).Exits(0);
        return await File.ReadAllTextAsync(home.File(name));
    }

    private static Dictionary<string, string> Files(HomeCopy home) =>
        new[] { "supplies", "measures", "cubes", "editions" }
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(home.Home, f), "*", SearchOption.AllDirectories))
            .ToDictionary(f => f, f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f))));
}
