using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Made.Core.Coarsening;
using Made.Core.Exchange;
using Made.TestKit.Intake;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Coarsening;

public class PseudonymTests
{
    private const string Nhs = "943 476 5919";
    private static readonly DatasetDefinition Dataset = CoarseFile.Dataset() with
    {
        Pseudonym = "repeat-victims",
        Columns = [.. CoarseFile.Dataset().Columns, new() { Name = "person", Kind = ColumnKind.Text, Role = ColumnRole.Pseudonym, MayBeEmpty = true, MaximumLength = 20 }],
    };

    [Fact]
    public void The_same_number_gives_the_same_pseudonym_however_it_is_written_and_another_key_another_one()
    {
        var facts = Read(Key("first", 1), Nhs, "943-476-5919", "9434765919", "4010232137", "").Facts;
        facts[0].Pseudonym.ShouldBe(facts[1].Pseudonym);
        facts[0].Pseudonym.ShouldBe(facts[2].Pseudonym);
        facts[0].Pseudonym.ShouldNotBe(facts[3].Pseudonym);
        facts[4].Pseudonym.ShouldBe(0UL);
        Read(Key("second", 2), Nhs).Facts.Single().Pseudonym.ShouldNotBe(facts[0].Pseudonym);
    }

    /// <summary>RFC 2104 by the framework, over the number in its one form.</summary>
    [Fact]
    public void A_pseudonym_is_the_beginning_of_the_numbers_HMAC_and_carries_the_version_of_its_key()
    {
        var read = Read(Key("first", 3), Nhs);
        read.Facts.Single().Pseudonym.ShouldBe(BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(Encoding.UTF8.GetBytes("first"), "9434765919"u8)));
        read.Supply.Texts.PseudonymKey.ShouldBe(3);
    }

    [Fact]
    public void The_number_itself_is_in_no_text_and_in_no_finding()
    {
        var read = Read(Key("first", 1), Nhs, "a number that is far too long 9434765919", Nhs, "ABCDE");
        read.Receipt.ToString().ShouldNotContain("5919");
        read.Receipt.Findings.ShouldAllBe(f => !f.ToString().Contains("5919"));
        var texts = read.Supply.Texts;
        texts.Lsoa.Values.Concat(texts.Detail.Values).Concat(texts.Category.Values).Concat(texts.Sex.Values).ShouldAllBe(t => !t.Contains("5919") && t != "ABCDE");
    }

    [Fact]
    public void Without_the_key_of_its_purpose_a_file_is_refused()
    {
        var receipt = Read(null, Nhs).Receipt;
        (receipt.Verdict, receipt.Stored, receipt.Findings.Single().Code).ShouldBe((Verdict.Refused, 0, "no-pseudonym-key"));
    }

    private static PseudonymKey Key(string key, int version) => new(version, text => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    private static ReadBack Read(PseudonymKey? key, params string[] persons) => IntakeRun.One(
        "calls.csv", Encoding.UTF8.GetBytes(CoarseFile.Header.TrimEnd() + ",person\n" + string.Concat(persons.Select((p, i) => $"{CoarseFile.Row($"C-{i}", 0)},{p}\n"))), Dataset, TwoWards.Places, pseudonyms: key);
}
