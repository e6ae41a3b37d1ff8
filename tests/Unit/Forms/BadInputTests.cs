using System.Text;
using System.Text.Json;
using Made.Web.Methods;
using Shouldly;
using Xunit;

namespace Made.Tests.Unit.Forms;

/// <summary>Every method meets the same broken inputs: it refuses them with row, column or place and the reason, writes nothing, and never fails by itself.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Names => [.. MethodExample.All.Select(e => e.Method)];

    [Fact]
    public void Every_method_has_an_input_to_break() => MethodExample.All.Select(e => e.Method).ShouldBe(MethodForms.All.Select(f => f.Description.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_wrong_is_refused_with_its_place_and_nothing_ever_throws(string method)
    {
        var example = Example(method);
        FormRun.Text(method, example.Text, example.Options).ShouldNotBeEmpty();
        var wrong = new List<string>();
        foreach (var bad in BadInput.Of(example))
            if (Fault(example, bad) is { } fault)
                wrong.Add($"{bad.Kind}: {fault}");
        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(12)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_command_ends_with_1_and_leaves_no_file(string method)
    {
        var example = Example(method);
        (await CommandRun.Of(method, Encoding.UTF8.GetBytes(example.Text), example.Options)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0), r => r.Written.Keys.ShouldBe(["out"]));
        foreach (var bad in BadInput.Of(example).Where(b => b.MustBeRefused).DistinctBy(b => b.Kind.Split(' ')[0]))
            (await CommandRun.Of(method, bad.Bytes, example.Options)).ShouldSatisfyAllConditions(bad.Kind, r => r.Code.ShouldBe(1), r => r.Written.ShouldBeEmpty());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_option_refuses_what_it_cannot_be(string method)
    {
        var example = Example(method);
        foreach (var option in MethodForms.All.Single(f => f.Description.Name == method).Description.Options)
            foreach (var value in new[] { "[{}]", "\"no such word\"", "-1.5", "1e999" })
            {
                var refused = FormRun.Of(method, example.Text, With(example.Options, option.Name, value)).Problem;
                if (value == "[{}]")
                    refused.ShouldNotBeNull($"{option.Name} = {value}").Message.ShouldSatisfyAllConditions($"{option.Name}: {refused.Message}", m => (m.Contains($"'{option.Name}'", StringComparison.Ordinal) || m.Contains("model", StringComparison.Ordinal)).ShouldBeTrue());
            }
    }

    [Fact]
    public void An_input_that_slips_through_or_a_method_that_throws_would_be_noticed()
    {
        var example = Example("rate-ci");
        Fault(example, new("good input", Encoding.UTF8.GetBytes(example.Text), ["row 2"])).ShouldBe("was taken");
        Fault(example, new("another place", Encoding.UTF8.GetBytes("area,count,population\nA,x,5\n"), ["row 9"])).ShouldBe("said: input, row 2, column 'count': 'x' is not a number.");
        Judge(() => throw new OverflowException("too large"), []).ShouldBe("threw OverflowException: too large");
    }

    private static MethodExample Example(string method) => MethodExample.All.Single(e => e.Method == method);

    private static string? Fault(MethodExample example, BadInput bad) => Judge(() => FormRun.Of(example.Method, bad.Bytes, example.Options), bad.Said);

    /// <summary>What is wrong with how an input was met; nothing where it is as it has to be.</summary>
    private static string? Judge(Func<Core.Outcome<MethodOutput>> run, string[] said)
    {
        Core.Outcome<MethodOutput> outcome;
        try
        {
            outcome = run();
        }
        catch (Exception fault)
        {
            return $"threw {fault.GetType().Name}: {fault.Message}";
        }
        if (outcome.Succeeded(out var output, out var problem))
            return said.Length > 0 ? "was taken" : output.Text.Contains("NaN", StringComparison.Ordinal) ? "wrote NaN" : null;
        return said.All(s => problem.Message.Contains(s, StringComparison.Ordinal)) && problem.Remedy.Length > 0 ? null : $"said: {problem.Message.Split('\n')[0]}";
    }

    private static string With(string options, string name, string value)
    {
        using var given = JsonDocument.Parse(options);
        var members = given.RootElement.EnumerateObject().Where(m => m.Name != name).Select(m => $"{JsonSerializer.Serialize(m.Name)}:{m.Value.GetRawText()}");
        return $"{{{string.Join(',', members.Append($"\"{name}\":{value}"))}}}";
    }
}
