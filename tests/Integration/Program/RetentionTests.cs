using Made.TestKit.Site;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>A partner's file is kept sealed where its dataset's protection says so, until its day, and then destroyed for good.</summary>
public sealed class RetentionTests
{
    private static readonly string[] TwoPersons = ["--by", "head of governance", "--second", "chief officer", "--reason", "thirty days are over"];

    [Fact]
    public async Task An_original_is_sealed_kept_to_its_day_held_and_destroyed_so_that_an_older_backup_stays_unreadable()
    {
        using var home = (await DemoHome.Empty).Copy();
        var file = Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values"), "deliberate-fires-*.csv").Order(StringComparer.Ordinal).First();
        (await home.Made("intake", "--dataset", "deliberate-fires", file)).Exits(0);
        (await home.Made("intake", "--dataset", "deliberate-fires", file)).Exits(0);
        (await home.Made("intake", "--dataset", "police-street", await DemoHome.Street("2026-09"))).Exits(0);
        var id = (await home.Made("originals")).Exits(0).Lines.ShouldHaveSingleItem("the same bytes are kept once, and a dataset that does not say so keeps none").Split(' ')[0];
        var kept = await File.ReadAllBytesAsync(Path.Combine(home.Home, "originals", id + ".sealed"));
        kept.AsSpan().IndexOf("deliberate-fires"u8).ShouldBe(-1);
        (await home.Made("originals", "open", id, "--out", home.File("opened.csv"), "--by", "analyst", "--reason", "the sender asks")).Exits(0);
        (await File.ReadAllBytesAsync(home.File("opened.csv"))).ShouldBe(await File.ReadAllBytesAsync(file));
        (await home.Made("backup", home.File("before.zip"))).Exits(0);

        (await On("2026-12-22", home, "retention")).Exits(0).Lines.ShouldBe(["0 to be destroyed, 0 held beyond their day, 1 kept."]);
        (await On("2026-12-22", home, ["retention", .. TwoPersons])).Exits(0).Lines.Count.ShouldBe(1, "nothing is due");
        (await On("2026-12-23", home, "retention")).Exits(0).Lines.ShouldBe(["1 to be destroyed, 0 held beyond their day, 0 kept.", $"{id}  deliberate-fires  To be destroyed: it was kept until 22 December 2026"]);
        (await home.Made("originals", "hold", id, "--by", "head of governance", "--reason", "an inquiry asked for it")).Exits(0);
        (await On("2026-12-23", home, ["retention", .. TwoPersons])).Exits(0).Lines.ShouldBe(["0 to be destroyed, 1 held beyond their day, 0 kept."]);
        (await home.Made("originals", "release", id, "--by", "head of governance", "--second", "head of governance", "--reason", "over")).Exits(1).Messages.ShouldContain("vault-two-persons");
        (await home.Made("originals", "release", id, "--by", "head of governance", "--second", "chief officer", "--reason", "over")).Exits(0);
        (await On("2026-12-23", home, "retention", "--by", "head of governance", "--reason", "over")).Exits(1).Messages.ShouldContain("vault-two-persons");
        var key = (await home.Made("vault", "status")).Lines.Single(l => l.StartsWith("original-", StringComparison.Ordinal)).Split(' ')[0];
        (await home.Made(["vault", "destroy", key, .. TwoPersons])).Exits(1).Messages.ShouldContain("vault-key-in-use");
        var certificate = (await On("2026-12-23", home, ["retention", .. TwoPersons])).Exits(0).Output;
        foreach (var part in new[] { $"Certificate of destruction {id}", "By: head of governance, with chief officer", "Why: thirty days are over", $"Key: {key}" })
            certificate.ShouldContain(part);
        File.Exists(Path.Combine(home.Home, "originals", id + ".sealed")).ShouldBeFalse();
        (await home.Made("originals", "open", id, "--out", home.File("again.csv"), "--by", "analyst", "--reason", "the sender asks")).Exits(1).Messages.ShouldContain("vault-key-destroyed");
        (await home.Made("report", "destruction-certificate", "--original", id, "--out", home.File("certificate.html"))).Exits(0);
        (await File.ReadAllTextAsync(home.File("certificate.html"))).ShouldContain("head of governance, with chief officer");
        (await home.Made("verify")).Exits(0);

        using var older = new HomeCopy();
        string[] there = ["--home", older.Home, "--keys", home.Keys, "--today", "2026-11-22"];
        (await MadeCommand.Run(["restore", home.File("before.zip"), .. there])).Exits(0);
        (await File.ReadAllBytesAsync(Path.Combine(older.Home, "originals", id + ".sealed"))).ShouldBe(kept, "the backup brought the sealed bytes back");
        (await MadeCommand.Run(["originals", "open", id, "--out", home.File("revived.csv"), "--by", "analyst", "--reason", "to try", .. there])).Exits(1).Messages.ShouldContain("vault-key-destroyed");
        File.Exists(home.File("revived.csv")).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_file_that_was_refused_and_a_changed_original_is_found_by_verify()
    {
        using var home = (await DemoHome.Empty).Copy();
        await File.WriteAllTextAsync(home.File("deliberate-fires-2026-09.csv"), "indicator,area_code\n");
        (await home.Made("intake", "--dataset", "deliberate-fires", home.File("deliberate-fires-2026-09.csv"))).Exits(1);
        (await home.Made("originals")).Exits(0).Lines.ShouldBeEmpty();
        var file = Directory.EnumerateFiles(Path.Combine(await DemoHome.Data(), "indicator-values"), "deliberate-fires-*.csv").Order(StringComparer.Ordinal).First();
        (await home.Made("intake", "--dataset", "deliberate-fires", file)).Exits(0);
        (await home.Made("verify")).Exits(0).Output.ShouldContain("1 sealed originals opened");
        var original = Directory.EnumerateFiles(Path.Combine(home.Home, "originals")).ShouldHaveSingleItem();
        var bytes = await File.ReadAllBytesAsync(original);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(original, bytes);
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("vault-seal-broken");
        File.Delete(original);
        (await home.Made("verify")).Exits(1).Messages.ShouldContain("original-missing");
    }

    private static Task<ProgramRun> On(string today, HomeCopy home, params IEnumerable<string> arguments) =>
        MadeCommand.Run([.. arguments, "--home", home.Home, "--keys", home.Keys, "--today", today]);
}
