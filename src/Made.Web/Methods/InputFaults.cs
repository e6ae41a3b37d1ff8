using Made.Core;

namespace Made.Web.Methods;

/// <summary>What is wrong with one input. Reading goes on after a fault, so that a person sees all of them at once; nothing is computed from it.</summary>
internal sealed class InputFaults
{
    private const int Shown = 20;

    private readonly List<Problem> faults = [];

    public bool Any => faults.Count > 0;

    public void Add(Problem fault) => faults.Add(fault);

    /// <summary>All of them as one problem.</summary>
    public Problem Together() => faults is [var only]
        ? only
        : faults[0] with
        {
            Remedy = "Correct these and run it again; nothing was written.",
            Message = string.Join('\n', faults.Take(Shown).Select(f => f.Message))
                + (faults.Count > Shown ? $"\nand {faults.Count - Shown} more" : ""),
        };
}
