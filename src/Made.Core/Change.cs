namespace Made.Core;

/// <summary>Who, why and when: every method of Store that changes a record takes one, and commits it with the change or not at all.</summary>
/// <param name="By">The person's role or the command that acts.</param>
/// <param name="Why">The reason, in words.</param>
/// <param name="At">The instant, UTC.</param>
public sealed record Change(string By, string Why, DateTimeOffset At);
