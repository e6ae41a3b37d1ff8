using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Made.Web.Commands;

/// <summary>The program's commands. Exit codes: 0 done, 1 refused for a printed reason, 2 wrong usage.</summary>
public static class CommandLine
{
    public static readonly Option<string> Home = new("--home")
    {
        Description = "Folder that holds everything of this partnership.",
        DefaultValueFactory = _ => "home",
        Recursive = true,
    };

    public static readonly Option<string?> Keys = new("--keys")
    {
        Description = "Folder for keys and audit checkpoints, outside the home and its backups.",
        Recursive = true,
    };

    public static readonly Option<DateOnly?> Today = new("--today")
    {
        Description = "The date to work with (yyyy-MM-dd); the clock's date in London otherwise.",
        CustomParser = Day,
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json") { Description = "Print JSON.", Recursive = true };

    /// <summary>What was asked to stop ends by itself within this, or is ended: longer than the half minute that the host of the site gives to requests in progress.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("MADE Interactive: partners' files in, every partnership's monthly dashboard out.")
        {
            Home, Keys, Today, Json,
            InitCommand.Build(), ReferenceCommand.Build(), IntakeCommand.Build(), AreasCommand.Build(), SuppliesCommand.Build(), SharingCommand.Build(),
            WithdrawCommand.Build(), NilReturnCommand.Build(), RefreshCommand.Build(), MeasuresCommand.Build(), ReportCommand.Build(), ServeCommand.Build(),
            DemoCommand.Build(), SynthesiseCommand.Build(), VerifyCommand.Build(), AuditCommand.Build(), AuditDisclosureCommand.Build(), BackupCommand.Build(), RestoreCommand.Build(),
            VaultCommand.Build(), OriginalsCommand.Build(), RetentionCommand.Build(), PackCommand.Build(), AccountCommand.Build(), KeyCommand.Build(), DocsCommand.Build(), MethodCommand.Build(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Try: made --help");
            return 2;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
    }

    /// <summary>Reads <c>yyyy-MM-dd</c>, nothing else.</summary>
    public static DateOnly? Day(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        result.AddError($"'{text}' is not a date. Write it as 2026-11-22.");
        return null;
    }
}
