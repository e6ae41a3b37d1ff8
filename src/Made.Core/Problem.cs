namespace Made.Core;

/// <summary>An expected failure: listed per feature in <c>Problems.cs</c>, never thrown.</summary>
/// <param name="Code">Stable kebab-case code that scripts may rely on.</param>
/// <param name="Message">What is wrong, for a person, with the place where it is wrong.</param>
/// <param name="Remedy">What that person can do about it.</param>
public sealed record Problem(string Code, string Message, string Remedy)
{
    public override string ToString() => $"{Code}: {Message} {Remedy}";
}
