using System.Text;
using Made.Core.Register;
using Made.Core.Sharing;
using Made.Store.Records;
using Made.Store.Vault;
using Made.TestKit;
using Made.Tests.Integration.Audit;
using Made.Tests.Integration.Records;
using Shouldly;
using Xunit;

namespace Made.Tests.Integration.Vault;

/// <summary>What is sealed in the records of a home, on both databases.</summary>
public sealed class VaultRecordsTests
{
    private const string Role = "the only chief officer of fire";

    [Theory, OnEachDatabase]
    public async Task A_signatory_lies_sealed_is_read_after_a_new_start_and_the_key_has_its_audit_row(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await SignedAgreements.In(home, Role);
        (await Roles(await home.Open())).ShouldBe(["", Role]);
        using var source = SignedAgreements.Source(home);
        (await source.Select("SELECT role FROM sharing_steps", r => r.GetString(0))).ShouldAllBe(r => r.StartsWith("sealed:field-sharing-steps-role.1-"));
        if (database == TemporaryHome.Sqlite)
            SignedAgreements.BytesHold(home.Home.Folder, Role).ShouldBeFalse();
        var key = (await records.Vault.Standing()).ShouldHaveSingleItem();
        (key.IsNewest, key.Sealed).ShouldBe((true, 2));
        (await records.Audit.Of(key.Id.ToString())).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.VaultKeyMade);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(home.Home.Keys, "vault"), "*.key", SearchOption.AllDirectories))
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory, OnEachDatabase]
    public async Task A_value_moved_to_another_row_or_put_in_as_text_is_refused_and_verify_names_it(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await SignedAgreements.In(home, Role);
        using var source = SignedAgreements.Source(home);
        (await records.Vault.Check()).Problems.ShouldBeEmpty();
        await AuditRows.Run(source, "UPDATE sharing_steps SET role = (SELECT role FROM sharing_steps WHERE number = 1) WHERE number = 2");
        (await Should.ThrowAsync<SealRefusedException>(records.Sharing.All())).Problem.Code.ShouldBe("vault-seal-broken");
        (await records.Vault.Check()).Problems.ShouldHaveSingleItem().Message.ShouldContain("sharing_steps.role of protocol/1/sharing-agreement-signed/");
        await AuditRows.Run(source, "UPDATE sharing_steps SET role = 'chair' WHERE number = 2");
        (await Should.ThrowAsync<SealRefusedException>(records.Sharing.All())).Problem.Code.ShouldBe("vault-not-sealed");
        // A new start does not take it for an earlier value either.
        var reopened = await home.Open();
        (await Should.ThrowAsync<SealRefusedException>(reopened.Sharing.All())).Problem.Code.ShouldBe("vault-not-sealed");
    }

    [Theory, OnEachDatabase]
    public async Task What_a_home_of_before_held_is_sealed_at_the_next_start_and_is_gone_from_the_file(string database)
    {
        using var home = await TemporaryHome.On(database);
        await SignedAgreements.In(home, Role);
        using var source = SignedAgreements.Source(home);
        await AuditRows.Run(source, "UPDATE sharing_steps SET role = CASE WHEN number = 2 THEN @role ELSE '' END", ("@role", Role));
        Directory.Delete(Path.Combine(home.Home.Keys, "vault"), recursive: true);
        var records = await home.Open();
        (await Roles(records)).ShouldBe(["", Role]);
        (await source.Select("SELECT role FROM sharing_steps", r => r.GetString(0))).ShouldAllBe(r => r.StartsWith("sealed:"));
        (await records.Audit.Of("sharing_steps.role")).ShouldHaveSingleItem().What.ShouldBe(ChangeKinds.VaultColumnSealed);
        if (database == TemporaryHome.Sqlite)
            SignedAgreements.BytesHold(home.Home.Folder, Role).ShouldBeFalse();
        (await Roles(await home.Open())).ShouldBe(["", Role]);
    }

    [Theory, OnEachDatabase]
    public async Task Renewed_keys_read_what_was_before_and_a_destroyed_one_never_again(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await SignedAgreements.In(home, Role);
        var old = (await records.Vault.Standing())[0].Id;
        var before = Path.Combine(home.Home.Keys, "vault", "data", old.Purpose, $"{old.Version}-{old.Mark}.key");
        (await records.Vault.Destroy(old.ToString(), "deputy", TemporaryHome.By("end"))).ShouldNotBeNull().Code.ShouldBe("vault-key-in-use");
        (await records.Vault.Rotate(TemporaryHome.By("yearly"))).Succeeded(out var rotation, out _).ShouldBeTrue();
        (rotation.KeysWrapped, rotation.FieldsSealedAgain, rotation.Refused.Count).ShouldBe((1, 2, 0));
        Directory.GetFiles(Path.Combine(home.Home.Keys, "vault", "master"), "*.key").ShouldHaveSingleItem().ShouldContain(rotation.Master);
        (await Roles(records)).ShouldBe(["", Role]);
        var copy = await File.ReadAllBytesAsync(before);
        using var source = SignedAgreements.Source(home);
        var sealedBefore = records.Vault.Fields.Seal(old, SealedColumn.SignatoryRole.At("protocol", "1", "sharing-agreement-signed", "crc"), Role).Succeeded(out var value, out _) ? value : "";
        foreach (var (second, why) in new[] { ("", "end"), ("TEST", "end"), ("deputy", " ") })
            (await records.Vault.Destroy(old.ToString(), second, TemporaryHome.By(why))).ShouldNotBeNull().Code.ShouldBe("vault-two-persons");
        (await records.Vault.Destroy(old.ToString(), "deputy", TemporaryHome.By("end"))).ShouldBeNull();
        File.Exists(before).ShouldBeFalse();
        (await records.Audit.Of(old.ToString()))[^1].By.ShouldBe("test with deputy");
        // As a backup of that time would bring it back; and then somebody puts the key's file back.
        await AuditRows.Run(source, "UPDATE sharing_steps SET role = @value WHERE number = 2", ("@value", value!));
        (await Roles(records)).ShouldBe(["", "(destroyed)"]);
        await File.WriteAllBytesAsync(before, copy);
        (await Roles(records)).ShouldBe(["", "(destroyed)"]);
        (await Roles(await home.Open())).ShouldBe(["", "(destroyed)"]);
        records.Vault.Ring.Destroyed.ShouldHaveSingleItem().Second.ShouldBe("deputy");
    }

    [Theory, OnEachDatabase]
    public async Task A_lost_key_stops_its_readers_until_it_is_declared_destroyed(string database)
    {
        using var home = await TemporaryHome.On(database);
        await SignedAgreements.In(home, Role);
        Directory.Delete(Path.Combine(home.Home.Keys, "vault"), recursive: true);
        var records = await home.Open();
        (await Should.ThrowAsync<SealRefusedException>(records.Sharing.All())).Problem.Code.ShouldBe("vault-key-missing");
        var lost = records.Vault.Ring.Missing(await records.Vault.KeysNeeded()).ShouldHaveSingleItem();
        (await records.Vault.Destroy("field-sharing-steps-role.1-00000000", "deputy", TemporaryHome.By("lost"))).ShouldNotBeNull().Code.ShouldBe("vault-no-such-key");
        (await records.Vault.Destroy(lost, "deputy", TemporaryHome.By("lost with its disk"))).ShouldBeNull();
        (await Roles(records)).ShouldBe(["(destroyed)", "(destroyed)"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_purpose_gives_one_text_one_pseudonym_and_another_purpose_or_version_another(string database)
    {
        using var home = await TemporaryHome.On(database);
        var records = await home.Open();
        async Task<PurposeKey> Key(string name) => (await records.Vault.PurposeKey(name, TemporaryHome.By("linkage agreed"))).Succeeded(out var key, out var problem) ? key : throw new InvalidOperationException(problem.ToString());
        var first = await Key("repeat-callers");
        (await Key("repeat-callers")).Mac("A1").ShouldBe(first.Mac("A1"));
        (await Key("hospital")).Mac("A1").ShouldNotBe(first.Mac("A1"));
        (await records.Vault.Rotate(TemporaryHome.By("yearly"))).Problem.ShouldBeNull();
        (await records.Vault.RenewPurposeKey("repeat-callers", TemporaryHome.By("yearly"))).Problem.ShouldBeNull();
        var second = await Key("repeat-callers");
        (second.Version, second.Mac("A1").SequenceEqual(first.Mac("A1"))).ShouldBe((2, false));
        (await home.Open()).Vault.Ring.PurposeKey("repeat-callers", 1).Succeeded(out var again, out _).ShouldBeTrue();
        again.Mac("A1").ShouldBe(first.Mac("A1"));
        records.Vault.Ring.PurposeKey("repeat-callers", 3).Problem!.Code.ShouldBe("vault-no-key");
        (await records.Audit.Of(first.Id.ToString())).ShouldHaveSingleItem().Why.ShouldBe("linkage agreed");
    }

    private static async Task<IReadOnlyList<string>> Roles(OpenRecords records) => [.. (await records.Sharing.All()).Single().Steps.Select(s => s.Role)];
}

/// <summary>A home with one agreement that was made and signed there, and the bytes on its disk.</summary>
internal static class SignedAgreements
{
    public static readonly SharingAgreement Protocol = new()
    {
        Id = "protocol",
        Version = 1,
        Title = "Protocol",
        Parties = [new("nps", PartyRole.Supplier), new("crc", PartyRole.Recipient)],
        Purposes = ["assessment"],
        Gateways = ["s115"],
        DataItems = ["counts"],
        Datasets = [],
        From = new DateOnly(2025, 4, 1),
        Review = new DateOnly(2026, 4, 1),
        Signed = [],
        Source = "made up",
    };

    public static async Task<OpenRecords> In(TemporaryHome home, string role)
    {
        var records = await home.Open();
        var held = Got(await records.Sharing.Add(Protocol, TemporaryHome.By("new")));
        var bodies = new Bodies([new Organisation("nps", "NPS", "probation", DateOnly.MinValue, DateOnly.MaxValue, [], "made up"), new Organisation("crc", "CRC", "probation", DateOnly.MinValue, DateOnly.MaxValue, [], "made up")]);
        Got(await records.Sharing.Sign("protocol", new("crc", role, new DateOnly(2026, 3, 2)), bodies, new DateOnly(2026, 3, 2), held.State, TemporaryHome.By("letter")));
        return records;
    }

    /// <summary>The database, past every guard.</summary>
    public static RecordsSource Source(TemporaryHome home) => new(home.Home.RecordsFile, home.Home.Settings.Records);

    public static bool BytesHold(string folder, string text) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Any(f => ReadShared(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static SharingHistory Got(Core.Outcome<SharingHistory> outcome) => outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
