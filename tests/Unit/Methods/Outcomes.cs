using Made.Core;

namespace Made.Tests.Unit.Methods;

/// <summary>Takes an outcome apart where the test knows which it has to be.</summary>
internal static class Outcomes
{
    public static T Value<T>(this Outcome<T> outcome) =>
        outcome.Succeeded(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());

    public static string Code<T>(this Outcome<T> outcome) => outcome.Problem?.Code ?? "no problem";
}
