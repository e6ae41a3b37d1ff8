using System.Text;
using Made.Core;
using Made.Core.Accounts;

namespace Made.Web.Commands;

/// <summary>A password comes on standard input, never as an argument: arguments are seen by everybody on the machine.</summary>
internal static class PasswordPrompt
{
    public static Outcome<string> Ask(Account account)
    {
        var typed = Console.IsInputRedirected ? Console.In.ReadLine() : Hidden();
        if (string.IsNullOrEmpty(typed))
            return Accounts.Problems.NoPasswordGiven();
        return SignInRules.WhyNot(typed, account) is { } problem ? problem : typed;
    }

    private static string Hidden()
    {
        Console.Error.Write($"Password (at least {SignInRules.ShortestPassword} characters; not shown): ");
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        Console.Error.WriteLine();
        return typed.ToString();
    }
}
