using Made.Core;

namespace Made.Web.Commands;

/// <summary>What commands print: results to standard output, messages to standard error.</summary>
internal static class Say
{
    public static void Result(string line) => Console.Out.WriteLine(line);

    public static void Message(string line) => Console.Error.WriteLine(line);

    /// <summary>Prints the problem and gives exit code 1.</summary>
    public static int Refused(Problem problem)
    {
        Console.Error.WriteLine($"{problem.Code}: {problem.Message}");
        Console.Error.WriteLine(problem.Remedy);
        return 1;
    }
}
