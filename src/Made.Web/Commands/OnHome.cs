using System.CommandLine;
using Made.Store.Records;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>Runs a command on an opened home, or prints why it cannot be opened.</summary>
internal static class OnHome
{
    public static Command Runs(this Command command, Func<Partnership, ParseResult, CancellationToken, Task<int>> body)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var opened = await Partnership.OpenAsync(Choice(parsed));
                if (!opened.Succeeded(out var partnership, out var problem))
                    return Say.Refused(problem);
                await using (partnership)
                    return await RunAsync(partnership, () => body(partnership, parsed, cancel));
            }
            catch (Exception e) when (OpenRecords.Refusal(e) is not null)
            {
                return Say.Refused(OpenRecords.Refusal(e)!);
            }
        });
        return command;
    }

    /// <summary>A command that left audit rows ends with a checkpoint over them; one that only looked signs nothing.</summary>
    private static async Task<int> RunAsync(Partnership partnership, Func<Task<int>> body)
    {
        var code = await body();
        if (partnership.Records.Changed && (await partnership.CheckpointAsync()).Problem is { } unsigned)
            Say.Message(unsigned.ToString());
        return code;
    }

    public static HomeChoice Choice(ParseResult parsed) => new(
        Path.GetFullPath(parsed.GetValue(CommandLine.Home)!),
        parsed.GetValue(CommandLine.Keys) is { } keys ? Path.GetFullPath(keys) : null,
        parsed.GetValue(CommandLine.Today));
}
