using Made.Core;

namespace Made.Store.Vault;

/// <summary>What cannot be undone takes two different persons and a reason; the audit names both.</summary>
internal static class TwoPersons
{
    public static Outcome<Change> Of(Change change, string second)
    {
        var (first, other) = (change.By.Trim(), second.Trim());
        return first.Length == 0 || other.Length == 0 || change.Why.Trim().Length == 0 || string.Equals(first, other, StringComparison.OrdinalIgnoreCase)
            ? Problems.TwoPersons()
            : change with { By = $"{first} with {other}" };
    }
}
