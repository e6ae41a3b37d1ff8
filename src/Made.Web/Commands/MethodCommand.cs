using System.CommandLine;
using Made.Core;
using Made.Web.Methods;
using Problems = Made.Web.Methods.Problems;

namespace Made.Web.Commands;

/// <summary>Runs one statistical method over a file. It opens no home.</summary>
internal static class MethodCommand
{
    public static Command Build()
    {
        var command = new Command("method", "Runs one statistical method over a CSV or JSON file.");
        foreach (var form in MethodForms.All)
            command.Add(Build(form));
        return command;
    }

    private static Command Build(IMethodForm form)
    {
        var file = new Option<string?>("--in") { Description = $"File to read: {form.Description.Reads}." };
        var options = new Option<string>("--options") { Description = "Options as a JSON object; --describe lists them.", DefaultValueFactory = _ => "{}" };
        var to = new Option<string?>("--out") { Description = "File to write; standard output otherwise." };
        var summary = new Option<string?>("--summary") { Description = "File for the summary, where the method has one." };
        var describe = new Option<bool>("--describe") { Description = "Print columns, options, units and source instead." };
        var command = new Command(form.Description.Name, form.Description.Purpose) { file, options, to, summary, describe };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(describe))
            {
                foreach (var line in form.Description.Lines())
                    Say.Result(line);
                return 0;
            }
            if (parsed.GetValue(file) is not { } path)
            {
                Say.Message("Option '--in' is required.");
                Say.Message($"Try: made method {form.Description.Name} --describe");
                return 2;
            }
            return Run(form, path, parsed.GetValue(options)!, parsed.GetValue(to), parsed.GetValue(summary)) is { } problem ? Say.Refused(problem) : 0;
        });
        return command;
    }

    private static Problem? Run(IMethodForm form, string file, string options, string? to, string? summary)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Problems.NoInput(file, fault.Message);
        }
        var input = new MethodInput(Path.GetFileName(file), bytes, options, form.Description);
        if (!form.Run(input).Succeeded(out var output, out var problem))
            return problem;
        if (input.Fault is { } late)
            return late;
        if (summary is not null && output.Summary.Length == 0)
            return Problems.NoSummary(form.Description.Name);
        var files = new List<(string, string)>();
        if (to is not null)
            files.Add((to, output.Text));
        if (summary is not null)
            files.Add((summary, output.Summary));
        if (OutputFiles.Write(files) is { } unwritten)
            return unwritten;
        if (to is null)
            Console.Out.Write(output.Text);
        if (form.Description.Options.Count > 0)
            Say.Message($"{form.Description.Name} with {string.Join(", ", input.Options.Used())}.");
        return null;
    }
}
