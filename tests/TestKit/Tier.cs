namespace Made.TestKit;

/// <summary>How much is tried: what every change can wait for, or, with <c>./made test --full</c>, the larger numbers of a release.</summary>
public static class Tier
{
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("MADE_TESTS") == "full";

    public static T Is<T>(T always, T full) => IsFull ? full : always;
}
