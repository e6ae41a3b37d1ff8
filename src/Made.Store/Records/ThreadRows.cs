using System.Data.Common;
using Made.Core;
using Made.Core.GoldenThread;
using Made.Core.Register;

namespace Made.Store.Records;

internal sealed class ThreadEntryRow
{
    public long Number { get; init; }

    public required string Point { get; init; }

    public required string Kind { get; init; }

    public required int Version { get; init; }

    public required string Area { get; init; }

    public required bool IsWhole { get; init; }

    public required string Title { get; init; }

    public required DateOnly Day { get; init; }

    public required string Source { get; init; }

    public required string Json { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}

internal sealed class ThreadLinkRow
{
    public long Number { get; init; }

    public required string Ground { get; init; }

    public required string Follows { get; init; }

    public required string Owner { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }

    /// <summary>When a further version of the owner ended it; 0 while it holds.</summary>
    public required long Ended { get; set; }
}

internal sealed class ThreadStepRow
{
    public long Number { get; init; }

    public required string Point { get; init; }

    public required string Act { get; init; }

    public required string FromState { get; init; }

    public required string ToState { get; init; }

    public required DateOnly Day { get; init; }

    public required long At { get; init; }

    public required string By { get; init; }

    public required string Why { get; init; }
}

/// <summary>Between the rows of the thread and Core's types.</summary>
internal static class ThreadRows
{
    public const string Entries = "SELECT e.point, e.version, e.area, e.is_whole, e.title, e.day, e.source, e.json, e.at, e.\"by\", e.why FROM thread_entries e";
    public const string Steps = "SELECT s.point, s.act, s.from_state, s.to_state, s.day, s.at, s.\"by\", s.why FROM thread_steps s";
    public const string Links = "SELECT l.ground, l.follows, l.owner, l.at, l.\"by\", l.why FROM thread_links l WHERE l.ended = 0";

    public const string HeadingsWhere =
        """
        SELECT e.point, e.area, e.is_whole, e.title, e.day, coalesce((SELECT s.to_state FROM thread_steps s WHERE s.point = e.point ORDER BY s.number DESC LIMIT 1), '')
        FROM thread_entries e WHERE NOT EXISTS (SELECT 1 FROM thread_entries later WHERE later.point = e.point AND later.version > e.version)
        """;

    public static ThreadHeading Heading(DbDataReader r) =>
        new(Point(r.GetString(0)), new AreaCode(r.GetString(1)), r.GetBoolean(2), r.GetString(3), r.GetFieldValue<DateOnly>(4), r.GetString(5));

    public static (ThreadEntry Entry, Change Change) Entry(DbDataReader r)
    {
        var point = Point(r.GetString(0));
        return (new()
        {
            Point = point,
            Version = r.GetInt32(1),
            Area = new AreaCode(r.GetString(2)),
            IsWhole = r.GetBoolean(3),
            Title = r.GetString(4),
            Day = r.GetFieldValue<DateOnly>(5),
            Source = r.GetString(6),
            Content = Content(point.Kind, r.GetString(7)),
        }, new Change(r.GetString(9), r.GetString(10), Instants.Of(r.GetInt64(8))));
    }

    public static ThreadStep Step(DbDataReader r) => new(
        Point(r.GetString(0)), r.GetString(1), r.GetString(2), r.GetString(3), r.GetFieldValue<DateOnly>(4), new Change(r.GetString(6), r.GetString(7), Instants.Of(r.GetInt64(5))));

    public static ThreadLink Link(DbDataReader r) => new(
        Point(r.GetString(0)), Point(r.GetString(1)), Point(r.GetString(2)), new Change(r.GetString(4), r.GetString(5), Instants.Of(r.GetInt64(3))));

    public static ThreadPoint Point(string text) =>
        ThreadPoint.TryParse(text, out var point) ? point : throw new FormatException($"'{text}' is no point of the thread.");

    /// <summary>The same content always gives the same text.</summary>
    public static string Text(ThreadContent content) => System.Text.Json.JsonSerializer.Serialize(content, content.GetType(), Json.Options);

    public static ThreadContent Content(ThreadKind kind, string json) => kind switch
    {
        ThreadKind.Score => Json.Read<ThreadContent.Score>(json),
        ThreadKind.Ranking => Json.Read<ThreadContent.Ranking>(json),
        ThreadKind.Priority => Json.Read<ThreadContent.Priority>(json),
        ThreadKind.Agreement => Json.Read<ThreadContent.Agreement>(json),
        ThreadKind.Activity => Json.Read<ThreadContent.Activity>(json),
        ThreadKind.Target => Json.Read<ThreadContent.Target>(json),
        ThreadKind.Status => Json.Read<ThreadContent.Status>(json),
        ThreadKind.Exception => Json.Read<ThreadContent.Exception>(json),
        ThreadKind.Plan => Json.Read<ThreadContent.Plan>(json),
        ThreadKind.Assessment => Json.Read<ThreadContent.Assessment>(json),
        ThreadKind.Section => Json.Read<ThreadContent.Section>(json),
        ThreadKind.KeyFinding => Json.Read<ThreadContent.KeyFinding>(json),
        ThreadKind.Recommendation => Json.Read<ThreadContent.Recommendation>(json),
        ThreadKind.Survey => Json.Read<ThreadContent.Survey>(json),
        ThreadKind.Comment => Json.Read<ThreadContent.Comment>(json),
        ThreadKind.Strategy => Json.Read<ThreadContent.Strategy>(json),
        ThreadKind.Intervention => Json.Read<ThreadContent.Intervention>(json),
        ThreadKind.Decision => Json.Read<ThreadContent.Decision>(json),
        _ => throw new FormatException($"A {kind} is no entry of the thread."),
    };
}
