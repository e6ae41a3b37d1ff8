using Made.Core.Sharing;
using Made.Web.Composition;

namespace Made.Web.Sharing;

/// <summary>For a fictional county only: what a liaison officer would have recorded about the quarter that fell due last, so that every state can be seen.</summary>
internal static class DemoReturns
{
    public static async Task RecordAsync(Partnership partnership)
    {
        var newest = StatutoryExchange.NewestEnded(partnership.Today);
        var quarter = newest with { Last = newest.Last.Plus(-3) };
        var held = await partnership.Records.Returns.Of(quarter);
        if (!partnership.Pack.Synthetic || held.Count > 0)
            return;
        var change = partnership.Change("made demo", "Invented for the demonstration");
        foreach (var (place, owed) in StatutoryExchange.Of(partnership.Pack, quarter, held).Index())
        {
            // One in six stays late without a letter.
            (ReturnStepKind Kind, int DaysFromDue)? told = (place % 6) switch
            {
                0 or 1 => (ReturnStepKind.Received, -10),
                2 => (ReturnStepKind.Received, 9),
                3 => (ReturnStepKind.Chased, 14),
                4 => owed.Certain ? (ReturnStepKind.Received, -3) : (ReturnStepKind.NotHeld, -20),
                _ => null,
            };
            if (told is { } step && owed.Due.AddDays(step.DaysFromDue) is var day && day <= partnership.Today)
                await partnership.Records.Returns.Record(
                    new ReturnStep(owed.Set.Number, owed.Provider.Id, quarter.Last, step.Kind, day, change), partnership.Pack, 0, partnership.Today, change);
        }
    }
}
