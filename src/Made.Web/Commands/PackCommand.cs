using System.CommandLine;
using Made.Intake.Reference;
using Made.Web.Composition;

namespace Made.Web.Commands;

/// <summary>After <c>init</c> the home owns its register: a newer pack adds to it, and what differs is listed, not overwritten.</summary>
internal static class PackCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("PACK") { Description = "Name of a pack beside the program, or a folder." };
        var update = new Command("update", "Adds what the pack has and the home has not; lists what differs and leaves it alone.") { folder }
            .Runs(async (partnership, parsed, _) =>
            {
                if (!PackReader.Read(Packs.Find(parsed.GetValue(folder)!)).Succeeded(out var pack, out var problem))
                    return Say.Refused(problem);
                var done = await partnership.Records.Register.UpdatePack(pack, partnership.Change("made pack update", $"Pack {pack.Id} {pack.Version}"));
                if (!done.Succeeded(out var changes, out problem))
                    return Say.Refused(problem);
                foreach (var added in changes.Added)
                    Say.Result($"added {added.Kind} {added.Id}, version {added.Version}");
                foreach (var conflict in changes.Conflicts)
                    Say.Message($"{conflict.Kind} {conflict.Id}: {conflict.Message} {conflict.Remedy}");
                Say.Result($"{changes.FromVersion} to {changes.ToVersion}: {changes.Added.Count} added, {changes.Conflicts.Count} left as they are.");
                return 0;
            });
        return new Command("pack", "Works on the home's register of definitions.") { update };
    }
}
