using Made.Core.Methods;
using Made.Core.Methods.Detection;
using Made.Core.Workbench;
using Made.Web.Workbench;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Workbench;

public class AskedTests
{
    [Fact]
    public void Every_default_of_every_method_is_accepted_and_changes_nothing()
    {
        foreach (var card in MethodCards.All)
        {
            var asked = Ask(card.Code);
            asked.Faults.ShouldBeEmpty(card.Code);
            asked.Changed().ShouldBeEmpty(card.Code);
            foreach (var field in asked.Fields.Where(f => f.Standard.Length > 0))
                Ask(card.Code, (field.Name, field.Standard)).Faults.ShouldBeEmpty($"{card.Code} {field.Name}");
            foreach (var field in asked.Fields)
                foreach (var choice in field.Choices)
                    Ask(card.Code, (field.Name, choice.Value!)).Of(field).ShouldBe(choice.Value);
            card.Method.ShouldBe(asked.Options().Method);
        }
    }

    [Fact]
    public void Defaults_are_those_of_the_methods()
    {
        var options = Ask("farrington").Options();
        options.Farrington.ShouldBe(new FarringtonOptions());
        Ask("ears").Options().Ears.ShouldBe(new EarsOptions());
        Ask("ears", ("ears", "C3")).Options().Ears.Alpha.ShouldBe(0.025);
        Ask("cusum").Options().Cusum.ShouldBe(new CusumOptions { From = 25 });
        Ask("stl").Options().Stl.ShouldBe(new());
        Ask("farrington", ("variant", "original")).Options().Farrington.ShouldBe(FarringtonOptions.Original);
        Ask("xmr", ("rules", "nhs-2024")).Options().Rules.ShouldBe(XmrRuleSet.Nhs2024);
    }

    [Theory]
    [InlineData("farrington", "years", "2", "Years to go back: '2' is not a whole number of 3 or more.")]
    [InlineData("farrington", "alpha", "1.5", "Level of the bound: '1.5' does not lie between 0 and 1.")]
    [InlineData("farrington", "window", "1.5", "Months either side: '1.5' is not a whole number.")]
    [InlineData("xmr", "rules", "mine", "Rules for special cause: 'mine' is not one of ptd, nhs-2024.")]
    [InlineData("xmr", "target", "ten", "Target: 'ten' is not a number.")]
    [InlineData("xmr", "fix", "1e99", "Limits from the first so many months: '1e99' is not a number.")]
    [InlineData("forecast", "ahead", "13", "Months ahead: '13' does not lie between 1 and 12.")]
    [InlineData("cusum", "learn", "99999999999", "Months to learn the average from: '99999999999' is not a number.")]
    public void A_bad_option_is_named_and_its_default_stands(string method, string name, string value, string message)
    {
        var asked = Ask(method, (name, value));
        asked.Faults.Single().Text.ShouldBe(message);
        var field = asked.Fields.Single(f => f.Name == name);
        asked.Of(field).ShouldBe(field.Standard);
    }

    [Fact]
    public void A_break_needs_a_month_and_a_reason()
    {
        Ask("xmr", ("break", "2024-13"), ("reason", "x")).Faults.Single().Text.ShouldBe("'2024-13' is not a month (yyyy-MM) from which to start again.");
        Ask("xmr", ("break", "2024-01"), ("reason", " ")).Faults.Single().Text.ShouldBe("Say why recording differs from January 2024 on: the reason stands on the chart and in the note.");
        var good = Ask("xmr", ("break", "2024-01"), ("break", ""), ("reason", "A new system"), ("reason", ""));
        good.Faults.ShouldBeEmpty();
        good.Options().Rebases.ShouldHaveSingleItem().Reason.ShouldBe("A new system");
        good.Changed().ShouldBe([("break", "2024-01"), ("reason", "A new system")]);
        Ask("standard", ("break", "2024-01"), ("reason", "A new system")).Options().Rebases.ShouldBeEmpty();
    }

    [Fact]
    public void The_note_names_each_option_with_its_default()
    {
        var asked = Ask("xmr", ("rules", "nhs-2024"), ("break", "2020-06"), ("reason", "A new system"));
        var study = Series.Got(Studies.Of(Series.Of(10, 12, 11, 13, 10, 12, 11, 13), asked.Options()));
        var note = MethodNote.Of(asked, study, "Calls a month", ["calls: a test."], "1 May 2024");
        var text = note.Text();
        text.ShouldStartWith("Method note: XmR chart. Calls a month\n=====");
        text.ShouldContain("Rules for special cause: Making Data Count, 2024 (the default: NHSRplotthedots).");
        text.ShouldContain("Draw: the month's total (the default).");
        text.ShouldContain("June 2020: A new system (given by the analyst)");
        text.ShouldContain("limits m ± 2.66 × average moving range");
        text.ShouldContain(study.Verdict[0]);
        text.ShouldContain("Described in docs/methods/xmr.md.");
        text.ShouldContain($"MADE Interactive {MethodNote.Version}, 1 May 2024.");
        foreach (var card in MethodCards.All)
            File.Exists(TestKit.Repository.Path("docs", "methods", card.Page + ".md")).ShouldBeTrue(card.Page);
    }

    private static Asked Ask(string method, params (string Name, string Value)[] given) =>
        new(MethodCards.Find(method)!, n => [.. given.Where(g => g.Name == n).Select(g => g.Value)]);
}
