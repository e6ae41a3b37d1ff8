using System.Text.RegularExpressions;
using Made.TestKit;
using Made.Web.Composition;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.House;

/// <summary>What the program says when something is expected to go wrong: people act on the words and programs on the codes, so neither changes unnoticed.</summary>
public sealed partial class ProblemListTests
{
    [Fact]
    public void The_list_of_problems_in_the_documents_is_the_programs()
    {
        var listed = GeneratedDocs.All().Single(d => d.Name == "problems.md").Text;
        File.ReadAllText(Repository.Path("docs", "generated", "problems.md")).ShouldBe(listed, "write it anew with: ./made docs docs/generated");
    }

    [Fact]
    public void Every_problem_has_a_code_in_small_letters_and_two_sentences_for_people()
    {
        var all = ProblemList.All();
        all.Count.ShouldBeGreaterThan(250);
        all.Where(p => !Code().IsMatch(p.Code)).ShouldBeEmpty();
        all.Where(p => !Sentence().IsMatch(p.Message)).Select(p => $"{p.Code}: {p.Message}").ShouldBeEmpty();
        all.Where(p => !Sentence().IsMatch(p.Remedy)).Select(p => $"{p.Code}: {p.Remedy}").ShouldBeEmpty();
    }

    [Fact]
    public void No_stand_in_is_left_in_a_text() =>
        ProblemList.All().Where(p => p.Message.Contains("7000", StringComparison.Ordinal) || p.Message.Contains("70,0", StringComparison.Ordinal) || p.Message.Contains("Made.", StringComparison.Ordinal)).Select(p => p.Message).ShouldBeEmpty();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex("^[\\p{Lu}'\"\\{0-9].*[.?:\\}]$", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
