using Made.Web.Composition;

namespace Made.TestKit.Site;

/// <summary>A home of its own for a test, with keys beside it; removed at the end.</summary>
public sealed class HomeCopy : IDisposable
{
    /// <summary>The day on which tests take place, so that "overdue" says the same on every day.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    private readonly string root = Directory.CreateTempSubdirectory("made-acceptance-").FullName;

    public string Home => Path.Combine(root, "home");

    public string Keys => Path.Combine(root, "keys");

    public HomeChoice Choice => new(Home, Keys, Today);

    /// <summary>A name inside the temporary folder, for files that a test makes.</summary>
    public string File(params string[] parts) => Path.Combine([root, .. parts]);

    /// <summary>Runs a command of the program on this home.</summary>
    public Task<ProgramRun> Made(params IEnumerable<string> arguments) => MadeCommand.Run(OnThis(arguments));

    /// <summary>The same, with a line on standard input.</summary>
    public Task<ProgramRun> MadeWith(string input, params IEnumerable<string> arguments) => MadeCommand.Run(input + "\n", OnThis(arguments));

    public IEnumerable<string> OnThis(IEnumerable<string> arguments) => [.. arguments, "--home", Home, "--keys", Keys, "--today", "2026-11-22"];

    public void Dispose() => Directory.Delete(root, recursive: true);
}
