using System.Text.Json.Nodes;
using Made.Core;
using Made.Core.Methods.Hotspots;

namespace Made.Web.Methods.Hotspots;

/// <summary><c>aoristic</c>: events of uncertain time spread over the hours of the week.</summary>
internal sealed class AoristicForm : IMethodForm
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    public MethodDescription Description { get; } = new()
    {
        Name = "aoristic",
        Purpose = "Events that happened at some time between two times, spread over the 168 hours of the week.",
        Reads = "CSV id,from,to (to may be empty)",
        Writes = "CSV hour_of_week,day,hour,weight; with --summary JSON events, ends_before_start, total_weight",
        Units = "events; local clock hours, Sunday 0 first",
        Source = "Ratcliffe and McCullagh 1998; Ratcliffe 2002",
        Page = "aoristic",
    };

    public Outcome<MethodOutput> Run(MethodInput input)
    {
        var table = input.Table("id", "from", "to");
        var starts = table.Times("from");
        var ends = table.TimesOrGaps("to");
        if (input.Fault is { } fault)
            return fault;
        var week = Aoristic.HourOfWeek(starts.Zip(ends, (from, to) => to == DateTime.MinValue ? TimeSpanOfEvent.At(from) : TimeSpanOfEvent.Between(from, to)));
        var output = new OutputTable("hour_of_week", "day", "hour", "weight");
        for (var i = 0; i < Aoristic.Hours; i++)
            output.Add(i + 1, Days[i / 24], i % 24, week.Weights[i]);
        var summary = new JsonObject { ["events"] = starts.Length, ["ends_before_start"] = week.EndsBeforeStart, ["total_weight"] = week.Weights.Sum() };
        return new MethodOutput(output.ToString(), JsonText.Of(summary));
    }
}
