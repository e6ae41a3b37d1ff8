using Made.Core.Disclosure;
using Made.Core.Indicators;
using Made.Core.Workbench;
using Made.Web.Charts;
using Made.Web.Downloads;

namespace Made.Web.Workbench;

/// <summary>A study as the picture and the table that the page and the files share.</summary>
internal static class StudyCharts
{
    /// <param name="study">The study.</param>
    /// <param name="id">Unique on its page.</param>
    /// <param name="place">Where; empty where nothing says.</param>
    /// <param name="withShifts">False leaves changes of placement to the chart alone, where small ones stand side by side.</param>
    public static Chart.Trend Chart(Study study, string id, string place, bool withShifts = true) => new()
    {
        Id = id,
        Title = place.Length > 0 ? $"{Capital(study.Unit)}, {place}" : Capital(study.Unit),
        Sentence = string.Join(' ', study.Verdict.Take(2)),
        Unit = study.Unit,
        Decimals = study.Decimals,
        Polarity = study.Polarity,
        CentreName = study.CentreName.ToLowerInvariant(),
        UpperName = study.Method is StudyMethod.Farrington or StudyMethod.Ears or StudyMethod.Cusum ? study.UpperName.ToLowerInvariant() : "usual up to",
        Points = [.. study.Points.Select(p => new TrendPoint(p.Month, p.Value, Limits(p), p.Direction > 0 ? PointMark.High : p.Direction < 0 ? PointMark.Low : PointMark.Common, p.IsTorn))],
        Breaks = [.. study.Breaks.Concat(withShifts ? study.Shifts : []).Where(b => b.Month > study.Points[0].Month).OrderBy(b => b.Month).Select(b => new TrendBreak(b.Month, b.Reason))],
        Target = study.Target.IsShown ? new TrendTarget("target", study.Target) : null,
        Ahead = [.. study.Ahead.Select(a => new TrendStep(a.Month, a.Expected, a.Lower80, a.Upper80, a.Lower95, a.Upper95))],
        Behind = study.Behind is { } behind ? new TrendBehind(behind.Name.ToLowerInvariant(), behind.Values) : null,
    };

    public static Table Table(Study study, Chart.Trend chart)
    {
        var fine = Math.Max(1, study.Decimals);
        List<Column> columns = [new("Month"), Figure("Value", study.Unit, study.Decimals, study.Points.Select(p => p.Value))];
        List<Func<int, Cell>> cells = [i => Cell.Of(study.Points[i].Month.Name), i => Cell.Of(study.Points[i].Value)];
        Add(study.CentreName, fine, [.. study.Points.Select(p => p.Centre)]);
        Add(study.LowerName, fine, [.. study.Points.Select(p => p.Lower)]);
        Add(study.UpperName, fine, [.. study.Points.Select(p => p.Upper)]);
        if (study.Behind is { } behind)
            Add(behind.Name, behind.Decimals, behind.Values);
        foreach (var further in study.Further)
            Add(further.Name, further.Decimals, further.Values);
        if (study.Points.Any(p => p.Reading.Length > 0))
        {
            columns.Add(new("Reading"));
            cells.Add(i => Cell.Of(study.Points[i].Reading));
        }
        IEnumerable<IReadOnlyList<Cell>> rows = Enumerable.Range(0, study.Points.Count).Select(i => (IReadOnlyList<Cell>)[.. cells.Select(c => c(i))]);
        return new Table { Name = chart.Id, Title = chart.Title, Columns = columns, Rows = [.. rows] };

        void Add(string name, int decimals, IReadOnlyList<SafeNumber> values)
        {
            if (!values.Any(v => v.IsShown || v.Absence == Absence.Suppressed))
                return;
            columns.Add(Figure(name, "", decimals, values));
            cells.Add(i => Cell.Of(values[i]));
        }
    }

    /// <summary>The months ahead, where the study has any.</summary>
    public static Table? Ahead(Study study, Chart.Trend chart) => study.Ahead.Count == 0 ? null : new Table
    {
        Name = "forecast",
        Title = $"Forecast: {chart.Title}",
        Columns =
        [
            new("Month"), Figure("Expected", study.Unit, 1), Figure("From (80%)", "", 1), Figure("To (80%)", "", 1), Figure("From (95%)", "", 1), Figure("To (95%)", "", 1), Figure("Seasonal naive", "", 1),
        ],
        Rows = [.. study.Ahead.Select(a => (IReadOnlyList<Cell>)
        [
            Cell.Of(a.Month.Name), Cell.Of(a.Expected), Cell.Of(a.Lower80), Cell.Of(a.Upper80), Cell.Of(a.Lower95), Cell.Of(a.Upper95), Cell.Of(a.Plain),
        ])],
    };

    private static TrendLimits? Limits(StudyPoint p) => p.Centre.IsShown || p.Upper.IsShown ? new(p.Centre, p.Lower, p.Upper, p.IsTrial) : null;

    private static Column Figure(string header, string unit, int decimals, IEnumerable<SafeNumber>? values = null) =>
        new(header, ColumnKind.Figure, unit, decimals, MayBeAbsent: values?.Any(v => !v.IsShown) == true);

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
