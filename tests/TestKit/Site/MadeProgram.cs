using System.Diagnostics;

namespace Made.TestKit.Site;

/// <summary>The built program, run as a person runs it: a process with arguments, an exit code and two streams.</summary>
public static class MadeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "made.exe" : "made");

    public static Task<ProgramRun> Run(params IEnumerable<string> arguments) => Run(crashAt: "", arguments);

    /// <param name="crashAt">A crash point at which the process ends as <c>kill -9</c> would; empty for none.</param>
    /// <param name="arguments">As on the command line.</param>
    /// <param name="input">What is typed on standard input.</param>
    /// <param name="trusted">A file of authorities that it trusts besides those of the machine; empty for none.</param>
    public static async Task<ProgramRun> Run(string crashAt, IEnumerable<string> arguments, string input = "", string trusted = "")
    {
        using var process = Start(crashAt, arguments, trusted);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, messages) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new ProgramRun(process.ExitCode, await output, await messages);
    }

    public static Process Start(string crashAt, IEnumerable<string> arguments, string trusted = "")
    {
        var start = new ProcessStartInfo(File) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["MADE_CRASH_AT"] = crashAt;
        if (trusted.Length > 0)
            start.Environment["SSL_CERT_FILE"] = trusted;
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    /// <summary>Starts the program and waits for its line "Ready ADDRESS"; the caller ends the process.</summary>
    public static Task<(Process Process, Uri Address)> Serve(params IEnumerable<string> arguments) => Serve(_ => { }, arguments);

    /// <param name="said">Told each line before it.</param>
    /// <param name="arguments">As on the command line.</param>
    public static async Task<(Process Process, Uri Address)> Serve(Action<string> said, IEnumerable<string> arguments)
    {
        var process = Start("", arguments);
        var messages = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("Ready ", StringComparison.Ordinal))
                return (process, new Uri(line["Ready ".Length..]));
            else
                said(line);
        throw new InvalidOperationException($"The program ended before it was ready: {await messages}");
    }
}
