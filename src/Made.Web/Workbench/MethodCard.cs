using Made.Core.Workbench;
using Made.Web.Components;
using Made.Web.Methods;

namespace Made.Web.Workbench;

/// <summary>One method as the workbench offers it: what it answers, its formula, and its options with their defaults.</summary>
internal sealed record MethodCard
{
    /// <summary>As in an address.</summary>
    public required string Code { get; init; }

    public required StudyMethod Method { get; init; }

    public required string Title { get; init; }

    /// <summary>The question it answers, in one sentence.</summary>
    public required string Answers { get; init; }

    /// <summary>What is computed, as one would write it down.</summary>
    public required string Formula { get; init; }

    public required string Source { get; init; }

    /// <summary>The page below <c>docs/methods</c>.</summary>
    public required string Page { get; init; }

    /// <summary>The same method over a file: a name of <c>made method</c>; empty where there is none.</summary>
    public string Command { get; init; } = "";

    public IReadOnlyList<OptionField> Options { get; init; } = [];

    /// <summary>Whether the analyst may add breaks and draw across recorded ones.</summary>
    public bool TakesBreaks { get; init; } = true;
}

/// <summary>One option: a choice among words, or a number.</summary>
internal sealed record OptionField
{
    public required string Name { get; init; }

    public required string Label { get; init; }

    public string Hint { get; init; } = "";

    /// <summary>What holds where nothing is given; empty where the option is then not set.</summary>
    public string Standard { get; init; } = "";

    /// <summary>Empty for a number.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>What a number must be.</summary>
    public NumberRule Rule { get; init; } = NumberRule.Any;

    /// <summary>The value as a person reads it.</summary>
    public string Words(string value) => value.Length == 0 ? "not set" : Choices.FirstOrDefault(c => c.Value == value)?.Text ?? value;
}
