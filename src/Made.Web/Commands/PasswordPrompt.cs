using System.Text;
using Made.Core;
using Made.Core.Accounts;

namespace Made.Web.Commands;

/// <summary>A password or secret comes on standard input, never as an argument: arguments are seen by everybody on the machine.</summary>
internal static class PasswordPrompt
{
    public static Outcome<string> Ask(Account account)
    {
        var typed = Typed($"Password (at least {SignInRules.ShortestPassword} characters; not shown): ");
        if (typed.Length == 0)
            return Accounts.Problems.NoPasswordGiven();
        return SignInRules.WhyNot(typed, account) is { } problem ? problem : typed;
    }

    /// <summary>What else nobody may see being typed.</summary>
    public static Outcome<string> Secret(string prompt) => Typed(prompt).Trim() is { Length: > 0 } secret ? secret : Accounts.Problems.NoSecretGiven();

    /// <summary>Whose address it is is nobody's business on this machine either.</summary>
    public static Outcome<string> Address(string prompt) => Typed(prompt).Trim() is { Length: > 0 } address ? address : Core.Mail.Problems.NoMailAddress();

    private static string Typed(string prompt) => Console.IsInputRedirected ? Console.In.ReadLine() ?? "" : Hidden(prompt);

    private static string Hidden(string prompt)
    {
        Console.Error.Write(prompt);
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
