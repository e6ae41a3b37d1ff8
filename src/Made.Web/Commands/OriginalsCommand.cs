using System.CommandLine;
using Made.Core;
using Made.Core.Exchange;
using Made.Web.Composition;
using Made.Web.Exchange;

namespace Made.Web.Commands;

/// <summary>Partners' files that are kept sealed: what there is, holding one beyond its day, opening one.</summary>
internal static class OriginalsCommand
{
    public static Command Build()
    {
        var command = new Command("originals", "Lists partners' files that are kept sealed as they were received.") { Hold(), Release(), Open() };
        return command.Runs(async (partnership, _, _) =>
        {
            foreach (var original in await partnership.Records.Originals.All())
                Say.Result($"{original.Id}  {original.Dataset,-24} {original.Bytes,12:N0} bytes  {OriginalWords.Of(original, partnership.Today)}");
            return 0;
        });
    }

    private static Command Hold()
    {
        var (id, (by, _, reason)) = (Original(), VaultCommand.Persons());
        return new Command("hold", "Keeps one beyond its day, for example while proceedings go on.") { id, by, reason }
            .Runs(async (partnership, parsed, _) =>
                Told(await partnership.Records.Originals.Hold(parsed.GetValue(id), partnership.Change(parsed.GetValue(by)!, parsed.GetValue(reason)!)), partnership));
    }

    private static Command Release()
    {
        var (id, (by, second, reason)) = (Original(), VaultCommand.Persons());
        return new Command("release", "Lifts a hold.") { id, by, second, reason }
            .Runs(async (partnership, parsed, _) => Told(
                await partnership.Records.Originals.Release(parsed.GetValue(id), parsed.GetValue(second)!, partnership.Change(parsed.GetValue(by)!, parsed.GetValue(reason)!)), partnership));
    }

    private static Command Open()
    {
        var (id, (by, _, reason)) = (Original(), VaultCommand.Persons());
        var file = new Option<string>("--out") { Description = "File to write it to, in clear: whoever opens it answers for it.", Required = true };
        return new Command("open", "Writes one out in clear; the audit says who and why.") { id, file, by, reason }
            .Runs(async (partnership, parsed, _) =>
            {
                var path = Path.GetFullPath(parsed.GetValue(file)!);
                if (File.Exists(path))
                    return Say.Refused(new Problem("file-exists", $"{path} is there already.", "Choose another name."));
                Problem? problem;
                await using (var to = File.Create(path))
                    problem = await partnership.Records.Originals.Open(parsed.GetValue(id), to, partnership.Change(parsed.GetValue(by)!, parsed.GetValue(reason)!));
                if (problem is not null)
                {
                    File.Delete(path);
                    return Say.Refused(problem);
                }
                Say.Result(path);
                return 0;
            });
    }

    private static Argument<Guid> Original() => new("ID") { Description = "As made originals lists it." };

    private static int Told(Outcome<SealedOriginal> done, Partnership partnership)
    {
        if (!done.Succeeded(out var original, out var problem))
            return Say.Refused(problem);
        Say.Result($"{original.Id}: {OriginalWords.Of(original, partnership.Today)}");
        return 0;
    }
}
