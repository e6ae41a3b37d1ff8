namespace Made.Core.GoldenThread;

/// <summary>One thing that may be done to an entry.</summary>
/// <param name="Act">Code, as in addresses and rows.</param>
/// <param name="From">The states from which it may be done.</param>
/// <param name="To">The state afterwards.</param>
/// <param name="Words">For a button: "Accept the plan".</param>
public sealed record Move(string Act, IReadOnlyList<string> From, string To, string Words);

/// <summary>
/// The states of one kind of entry and what leads from one to another: the one rule by which agreements, priorities, activities, exceptions and plans move.
/// An act that is not allowed is answered with the reason and with what is allowed.
/// </summary>
/// <param name="Start">The state of an entry without steps.</param>
/// <param name="Moves">In the order in which they are offered.</param>
/// <param name="Frozen">States in which the entry has no further version.</param>
public sealed record Process(string Start, IReadOnlyList<Move> Moves, IReadOnlyList<string> Frozen)
{
    /// <summary>Nothing may be done to it but to keep a further version.</summary>
    public static Process Still { get; } = new("kept", [], []);

    public IEnumerable<Move> From(string state) => Moves.Where(m => m.From.Contains(state));

    public Outcome<Move> Take(string title, string state, string act) =>
        Moves.FirstOrDefault(m => m.Act == act && m.From.Contains(state)) is { } move ? move
        : Problems.NotFromHere(title, act, state, [.. From(state).Select(m => m.Words)]);

    /// <summary>Stages of approval, passed one after the other; what is approved last may be kept without amendments.</summary>
    public static Process Chain(string start, IReadOnlyList<ApprovalStage> stages) =>
        Chain(start, [.. stages.Select(s => (s.Act, s.Words))], "Return it to the draft", ("no-amendments", "Decide that it stays without amendments"));

    /// <summary>
    /// Stages that are passed one after the other; any of them but the last may send it back to the first. The last freezes it, and one act may then be done again and again.
    /// </summary>
    public static Process Chain(string start, IReadOnlyList<(string Act, string Words)> stages, string back, (string Act, string Words) again)
    {
        var states = stages.Select(s => s.Act).Prepend(start).ToList();
        var onward = stages.Select((s, i) => new Move(s.Act, [states[i]], s.Act, s.Words));
        return new(start,
        [
            .. onward,
            new Move("return", [.. states.Skip(1).SkipLast(1)], start, back),
            new Move(again.Act, [states[^1]], states[^1], again.Words),
        ],
        [states[^1]]);
    }
}
