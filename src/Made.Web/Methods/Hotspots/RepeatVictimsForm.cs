using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>repeat-victims</c>: events of the same person or premises in the days before each event.</summary>
internal sealed class RepeatVictimsForm : IMethodForm
{
    public MethodDescription Description { get; } = new()
    {
        Name = "repeat-victims",
        Purpose = "Events of the same person or premises in the 365 days before each event.",
        Reads = "CSV victim,date (a pseudonym, never a name)",
        Writes = "CSV victim,date,earlier,repeat; with --summary JSON days, events, repeats, share_of_events, victims, repeat_victims, share_of_victims",
        Units = "events",
        Source = "Farrell and Pease 1993",
        Page = "repeat-victims",
        Options = [new("days", "365", "the window looked back over, its first day included")],
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("victim", "date");
        var (victims, dates) = (table.Texts("victim"), table.Dates("date"));
        var days = input.Options.Whole("days", 1);
        if (input.Fault is { } fault)
            return fault;
        if (!RepeatVictimisation.Of([.. victims.Zip(dates, (v, d) => new VictimEvent(v, d))], days).Succeeded(out var result, out var problem))
            return problem;
        var output = new OutputTable("victim", "date", "earlier", "repeat");
        for (var i = 0; i < victims.Length; i++)
            output.Add(victims[i], dates[i], result.Earlier[i], result.Earlier[i] > 0);
        return new MethodOutput(output.ToString(), JsonText.Of(new JsonObject
        {
            ["days"] = days,
            ["events"] = victims.Length,
            ["repeats"] = result.Repeats,
            ["share_of_events"] = JsonText.Number(result.ShareOfEvents),
            ["victims"] = result.Victims,
            ["repeat_victims"] = result.RepeatVictims,
            ["share_of_victims"] = JsonText.Number(result.ShareOfVictims),
        }));
    }
}
