using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Made.Core.Register;

namespace Made.Web.Commands;

internal static class AreasCommand
{
    public static Command Build() =>
        new Command("areas", "Lists every area and grouping with code, level and dates.")
            .Runs((partnership, parsed, _) =>
            {
                var rows = partnership.Areas.All
                    .OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal)
                    .Select(a => new { code = a.Code.Value, name = a.Name, level = a.Level.Code(), from = Day(a.From), to = Day(a.To) })
                    .ToList();
                if (parsed.GetValue(CommandLine.Json))
                    Say.Result(JsonSerializer.Serialize(rows));
                else
                    foreach (var a in rows)
                        Say.Result($"{a.code,-12} {a.level,-13} {a.name}{(a.from.Length + a.to.Length > 0 ? $" ({a.from} to {a.to})" : "")}");
                return Task.FromResult(0);
            });

    private static string Day(DateOnly day) =>
        day == DateOnly.MinValue || day == DateOnly.MaxValue ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
