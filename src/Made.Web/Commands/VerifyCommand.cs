using System.CommandLine;
using Made.Web.Composition;

namespace Made.Web.Commands;

internal static class VerifyCommand
{
    public static Command Build() =>
        new Command("verify", "Reads the audit against its checkpoints and every file the records name, compares hashes, and checks that small areas add up to large ones.")
            .Runs(async (partnership, _, cancel) =>
            {
                var report = await Verification.RunAsync(partnership, cancel);
                foreach (var line in report.Said)
                    Say.Result(line);
                foreach (var problem in report.Problems)
                    Say.Message(problem.ToString());
                Say.Result(report.Problems.Count == 0 ? "Everything holds." : $"{report.Problems.Count} problems.");
                return report.Problems.Count == 0 ? 0 : 1;
            });
}
