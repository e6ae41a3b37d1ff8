using System.IO.Compression;
using Made.Core;
using Made.Store.Records;
using Made.TestKit.Site;
using Made.Tests.Integration.Vault;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Program;

/// <summary>The vault as whoever runs the program meets it.</summary>
public sealed class VaultCommandTests
{
    [Fact]
    public async Task Keys_are_listed_renewed_and_destroyed_by_two_persons_and_a_home_without_sealed_fields_has_none()
    {
        using var home = (await DemoHome.Empty).Copy();
        (await home.Made("vault", "status")).Exits(0).Lines.ShouldBeEmpty();
        await Sign(home);
        var key = (await home.Made("vault", "status")).Exits(0).Lines.ShouldHaveSingleItem();
        key.ShouldContain("in use");
        key.ShouldContain("sealed: 1");
        var id = key.Split(' ')[0];
        (await home.Made("vault", "rotate")).Exits(0).Output.ShouldContain("Keys wrapped again: 1. Fields sealed again: 1. Could not be opened: 0.");
        string[] end = ["vault", "destroy", id, "--reason", "no backup of before is kept", "--by", "head of governance"];
        (await home.Made([.. end, "--second", "Head of Governance"])).Exits(1).Messages.ShouldContain("vault-two-persons");
        (await home.Made([.. end, "--second", "chief officer"])).Exits(0).Output.ShouldContain("is destroyed");
        (await home.Made([.. end, "--second", "chief officer"])).Exits(1).Messages.ShouldContain("vault-no-such-key");
        var status = (await home.Made("vault", "status")).Exits(0).Lines;
        status.ShouldContain(l => l.StartsWith(id, StringComparison.Ordinal) && l.Contains("by head of governance with chief officer: no backup of before is kept"));
        (await home.Made("vault", "rotate", "--purpose", "linkage")).Exits(0).Output.ShouldContain("purpose-linkage.1-");
        (await home.Made("verify")).Exits(0);
    }

    [Fact]
    public async Task A_backup_holds_no_key_and_what_it_holds_sealed_waits_for_the_ones_it_names()
    {
        using var home = (await DemoHome.Empty).Copy();
        await Sign(home);
        (await home.Made("backup", home.File("all.zip"))).Exits(0);
        var key = (await home.Made("vault", "status")).Lines[0].Split(' ')[0];
        using (var archive = ZipFile.OpenRead(home.File("all.zip")))
        {
            archive.Entries.ShouldNotContain(e => e.FullName.EndsWith(".key", StringComparison.Ordinal));
            using var needed = new StreamReader(archive.GetEntry("keys-needed.txt")!.Open());
            (await needed.ReadToEndAsync()).ShouldBe(key + "\n");
        }
        using var other = new HomeCopy();
        (await other.Made("restore", home.File("all.zip"))).Exits(0).Messages.ShouldContain($"vault-keys-needed: What is sealed in this backup needs a key that is not in {other.Keys}: {key}.");
        (await other.Made("verify")).Exits(0);
        // Without having been told so, a key that is not there is a loss.
        File.Delete(Path.Combine(other.Keys, "vault", "elsewhere.txt"));
        (await other.Made("verify")).Exits(1).Messages.ShouldContain("vault-key-missing");
        using var whole = new HomeCopy();
        (await MadeCommand.Run("restore", home.File("all.zip"), "--home", whole.Home, "--keys", home.Keys, "--today", "2026-11-22")).Exits(0).Output.ShouldContain("Everything holds.");
    }

    private static async Task Sign(HomeCopy copy)
    {
        Home.Open(copy.Home, copy.Keys).Succeeded(out var home, out _).ShouldBeTrue();
        var change = new Change("test", "new", new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        (await OpenRecords.Open(home!, change)).Succeeded(out var records, out _).ShouldBeTrue();
        using (records)
            (await records!.Sharing.Add(SignedAgreements.Protocol, change)).Problem.ShouldBeNull();
    }
}
