using System.Text;
using Made.Web.Commands;

namespace Made.TestKit.Site;

/// <summary>
/// The program's command line inside this process: the same code from the arguments to the exit code, without the second that a process takes to start. Where the process is the point
/// (kills, limits, streams, connections) tests use <see cref="MadeProgram"/>.
/// </summary>
public static class MadeCommand
{
    private static readonly AsyncLocal<Streams?> Mine = new();

    static MadeCommand()
    {
        Console.SetOut(new Routed(Console.Out, s => s.Output));
        Console.SetError(new Routed(Console.Error, s => s.Messages));
        Console.SetIn(new RoutedInput(Console.In));
    }

    public static Task<ProgramRun> Run(params IEnumerable<string> arguments) => Run("", arguments);

    /// <param name="input">What is typed on standard input.</param>
    /// <param name="arguments">As on the command line.</param>
    public static async Task<ProgramRun> Run(string input, IEnumerable<string> arguments)
    {
        var streams = new Streams(new StringReader(input), new StringWriter(), new StringWriter());
        var code = await Task.Run(() =>
        {
            Mine.Value = streams;
            return CommandLine.RunAsync([.. arguments]);
        });
        return new ProgramRun(code, streams.Output.ToString(), streams.Messages.ToString());
    }

    private sealed record Streams(StringReader Input, StringWriter Output, StringWriter Messages);

    /// <summary>What a command writes goes to its own run, whatever else runs beside it; the rest goes where it always went.</summary>
    private sealed class Routed(TextWriter otherwise, Func<Streams, TextWriter> own) : TextWriter
    {
        public override Encoding Encoding => otherwise.Encoding;

        private TextWriter Target => Mine.Value is { } streams ? own(streams) : otherwise;

        public override void Write(char value) => Target.Write(value);

        public override void Write(string? value) => Target.Write(value);

        public override void Write(char[] buffer, int index, int count) => Target.Write(buffer, index, count);

        public override void Flush() => Target.Flush();
    }

    private sealed class RoutedInput(TextReader otherwise) : TextReader
    {
        private TextReader Source => Mine.Value?.Input ?? otherwise;

        public override int Peek() => Source.Peek();

        public override int Read() => Source.Read();

        public override string? ReadLine() => Source.ReadLine();
    }
}
