using System.IO.Compression;
using Made.Web.Products;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Products;

public sealed class AttachedFilesTests
{
    [Fact]
    public void Documents_are_taken_whose_bytes_are_what_their_name_says()
    {
        Why("a.pdf", "%PDF-1.7 x"u8.ToArray()).ShouldBe("");
        Why("a.docx", Zip("[Content_Types].xml", "word/document.xml")).ShouldBe("");
        Why("a.ODT", Zip("mimetype", "content.xml")).ShouldBe("");
    }

    [Theory]
    [InlineData("a.html", "files of this kind are not kept")]
    [InlineData("a.docm", "files of this kind are not kept")]
    [InlineData("a.svg", "files of this kind are not kept")]
    [InlineData("a.csv", "files of this kind are not kept")]
    [InlineData("a", "files of this kind are not kept")]
    [InlineData("a.pdf", "it is not a PDF")]
    [InlineData("a.xlsx", "it is not what its name says")]
    public void What_a_browser_or_an_office_program_would_run_is_refused(string name, string why) => Why(name, "<script>"u8.ToArray()).ShouldContain(why);

    [Fact]
    public void Macros_and_damaged_archives_are_refused()
    {
        Why("a.docx", Zip("[Content_Types].xml", "word/vbaProject.bin")).ShouldContain("it holds macros");
        Why("a.ods", Zip("content.xml", "Basic/Standard/Module1.xml")).ShouldContain("it holds macros");
        Why("a.docx", Zip("content.xml")).ShouldContain("it is not what its name says");
        Why("a.docx", Zip("[Content_Types].xml")[..30]).ShouldContain("it is damaged");
    }

    private static string Why(string name, byte[] bytes) => AttachedFiles.Of(name, bytes).Problem?.Message ?? "";

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("content of some length, so that there is something to cut off"u8);
            }
        return bytes.ToArray();
    }
}
