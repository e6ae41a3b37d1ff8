namespace Made.Store.Facts.Engine;

/// <summary>A value bound to a statement: text or a whole number.</summary>
internal readonly record struct Parameter
{
    private Parameter(string? text, long number)
    {
        Text = text;
        Number = number;
    }

    internal string? Text { get; }

    internal long Number { get; }

    public static implicit operator Parameter(string text) => new(text, 0);

    public static implicit operator Parameter(long number) => new(null, number);

    /// <summary><c>$3, $4, $5</c>: places for that many parameters.</summary>
    public static string Places(int first, int count) =>
        string.Join(", ", Enumerable.Range(first, count).Select(i => $"${i}"));
}
