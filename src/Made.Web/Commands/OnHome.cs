using System.CommandLine;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>Runs a command on an opened home, or prints why it cannot be opened.</summary>
internal static class OnHome
{
    public static Command Runs(this Command command, Func<Partnership, ParseResult, CancellationToken, Task<int>> body)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            var opened = await Partnership.OpenAsync(Choice(parsed));
            if (!opened.Succeeded(out var partnership, out var problem))
                return Say.Refused(problem);
            await using (partnership)
                return await body(partnership, parsed, cancel);
        });
        return command;
    }

    public static HomeChoice Choice(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(CommandLine.Home)!),
        parsed.GetValue(CommandLine.Keys) is { } keys ? Path.GetFullPath(keys) : null,
        parsed.GetValue(CommandLine.Today));
}
