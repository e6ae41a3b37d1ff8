using System.Text;
using System.Text.Json;
using Made.Core;
using Made.Tests.Unit.Methods;
using Made.Web.Methods;
using Shouldly;

namespace Made.Tests.Unit.Forms;

/// <summary>Runs a method over a text, as the command does over a file named input.</summary>
internal static class FormRun
{
    public static Outcome<MethodOutput> Of(string method, string text, string options = "{}") => Of(method, Encoding.UTF8.GetBytes(text), options);

    public static Outcome<MethodOutput> Of(string method, byte[] bytes, string options = "{}")
    {
        var form = MethodForms.All.Single(f => f.Description.Name == method);
        var input = new MethodInput("input", bytes, options, form.Description);
        var outcome = form.Run(input);
        return outcome.Problem is null && input.Fault is { } fault ? fault : outcome;
    }

    /// <summary>The output file.</summary>
    public static string Text(string method, string text, string options = "{}") => Output(method, text, options).Text;

    public static MethodOutput Output(string method, string text, string options = "{}") =>
        Of(method, text, options).Succeeded(out var output, out var problem) ? output : throw new ShouldAssertException(problem.ToString());

    /// <summary>The output as rows by column name.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string method, string text, string options = "{}")
    {
        var lines = Text(method, text, options).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var names = Vectors.Cells(lines[0]);
        return [.. lines.Skip(1).Select(l => names.Zip(Vectors.Cells(l)).ToDictionary(p => p.First, p => p.Second))];
    }

    /// <summary>The output as JSON.</summary>
    public static JsonElement Json(string method, string text, string options = "{}") => JsonDocument.Parse(Text(method, text, options)).RootElement;

    /// <summary>What is said where the method refuses.</summary>
    public static string Refusal(string method, string text, string options = "{}") => Of(method, text, options).Problem.ShouldNotBeNull().Message;
}
